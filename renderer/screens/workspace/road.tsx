/** The road of the case: every section with its state, in icon and word. */
import { Button } from 'antd';
import { Fragment } from 'react';
import { sectionState } from '../../../shared/law/road.ts';
import { StateTag } from '../../components/state-tag.tsx';
import { useCase } from '../../state/case-store.ts';
import { useToday } from '../../state/clock.ts';
import { useLadder } from '../../state/ladder.ts';
import { type CaseScreenKey, goScreen, useRoute } from '../../state/navigation.ts';
import { openNext } from '../../state/open-next.ts';
import { caseScreens } from '../registry.tsx';

/** A thin rule after these: facts, then what follows from them, then the court. */
const gapAfter: readonly CaseScreenKey[] = ['overview', 'evidence', 'papers'];

export function Road() {
  const { document, problems, lastGood } = useCase();
  const { screen } = useRoute();
  const today = useToday();
  const states = (key: CaseScreenKey) =>
    key === 'overview' ? null : sectionState(document, problems, key, today, lastGood);
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
                <Mark state={states(s.key)} />
              </button>
            </li>
            {gapAfter.includes(s.key) ? <li className="road-gap" aria-hidden="true" /> : null}
          </Fragment>
        ))}
      </ol>
      {screen === 'overview' ? null : <NextStep screen={screen} />}
    </nav>
  );
}

/** Sections without a state of their own carry no mark. */
function Mark({ state }: { state: ReturnType<typeof sectionState> }) {
  return state === null ? null : <StateTag state={state} />;
}

/** The one next action of the overview, in reach of every other screen. */
function NextStep({ screen }: { screen: CaseScreenKey }) {
  const next = useLadder()?.next;
  if (!next) return null;
  const here = next.screen === screen;
  return (
    <div className="road-next">
      <span className="grey">下一步{here ? '（就在这一页）' : ''}</span>
      <Button size="small" title={next.why} onClick={() => openNext(next)}>
        {next.text}
      </Button>
    </div>
  );
}
