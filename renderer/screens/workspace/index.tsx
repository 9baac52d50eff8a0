/** A case: the road at the left, what is owed and the nearest deadline on top, one screen in the middle. */
import { Suspense, useEffect, useRef } from 'react';
import { Mishap } from '../../app.tsx';
import { CaseSearch } from '../../components/case-search.tsx';
import { Jobs } from '../../components/jobs.tsx';
import { SaveFailure } from '../../components/save-indicator.tsx';
import { useRoute } from '../../state/navigation.ts';
import { caseScreens } from '../registry.tsx';
import { useWindowKeys } from '../window-keys.ts';
import { Road } from './road.tsx';
import { TopBar } from './top-bar.tsx';

export function Workspace() {
  const { screen } = useRoute();
  const stage = useRef<HTMLElement | null>(null);
  const Shown = (caseScreens.find((s) => s.key === screen) ?? caseScreens[0])?.Component;
  useWindowKeys();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new screen begins at its top
  useEffect(() => {
    stage.current?.scrollTo(0, 0);
  }, [screen]);
  return (
    <div className="frame">
      <TopBar />
      <Road />
      <main className="stage" ref={stage}>
        <SaveFailure />
        <Mishap key={screen}>
          <Suspense fallback={null}>{Shown ? <Shown /> : null}</Suspense>
        </Mishap>
      </main>
      <CaseSearch />
      <Jobs />
    </div>
  );
}
