/** The road of the case: every section with its state, in icon and word. */
import { Fragment } from 'react';
import { type SectionProgress, sectionState } from '../../../shared/law/road.ts';
import { StateTag } from '../../components/state-tag.tsx';
import { useCase } from '../../state/case-store.ts';
import { type CaseScreenKey, goScreen, useRoute } from '../../state/navigation.ts';
import { caseScreens } from '../registry.tsx';

/** A thin rule after these: facts, then what follows from them, then the court. */
const gapAfter: readonly CaseScreenKey[] = ['overview', 'evidence', 'papers'];

export function Road() {
  const { document, problems } = useCase();
  const { screen } = useRoute();
  return (
    <nav className="road" aria-label="案件的各部分">
      <ol>
        {caseScreens.map((s) => (
          <Fragment key={s.key}>
            <li>
              <button
                type="button"
                className="road-step"
                aria-current={s.key === screen ? 'page' : undefined}
                onClick={() => goScreen(s.key)}
              >
                <span>{s.title}</span>
                {s.key === 'overview' ? null : (
                  <StateTag state={state(s.key, document, problems)} />
                )}
              </button>
            </li>
            {gapAfter.includes(s.key) ? <li className="road-gap" aria-hidden="true" /> : null}
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}

function state(
  key: CaseScreenKey,
  document: ReturnType<typeof useCase>['document'],
  problems: ReturnType<typeof useCase>['problems'],
): SectionProgress {
  return sectionState(document, problems, key);
}
