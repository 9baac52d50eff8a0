/** A case: the road at the left, what is owed and the nearest deadline on top, one screen in the middle. */
import { lazy, Suspense, useEffect } from 'react';
import { Mishap } from '../../app.tsx';
import { CaseSearch } from '../../components/case-search.tsx';
import { Jobs } from '../../components/jobs.tsx';
import { SaveFailure } from '../../components/save-indicator.tsx';
import { dropUntouched } from '../../state/case-store.ts';
import { currentRoute, focusDone, screenOf, useRoute } from '../../state/navigation.ts';
import { closeViewer } from '../../state/viewer.ts';
import { useViewerLayout } from '../../state/viewer-layout.ts';
import { caseScreens } from '../registry.tsx';
import { useWindowKeys } from '../window-keys.ts';
import { Archived } from './archived.tsx';
import { Find } from './find.tsx';
import { Road } from './road.tsx';
import { TopBar } from './top-bar.tsx';

// The PDF reader is large: it comes when somebody looks.
const ViewerPane = lazy(() => import('../viewer/pane.tsx'));

const FOCUS_AFTER_MS = 350;
const FOCUS_AGAIN_MS = 100;
const FOCUS_TRIES = 25;

/** For a path without a control of its own: the nearest one above it, else the first one below it. */
function focusNearest(path: string): void {
  const keys = path.split('.');
  const above = keys.map((_, i) => keys.slice(0, keys.length - i).join('.'));
  const holder =
    above.map((p) => document.querySelector(`[data-path="${p}"]`)).find((x) => x !== null) ??
    document.querySelector(`[data-path^="${path}."]`);
  holder?.scrollIntoView({ block: 'center' });
  holder?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true });
}

export function Workspace() {
  const { screen, focus, request } = useRoute();
  const Shown = (caseScreens.find((s) => s.key === screen) ?? caseScreens[0])?.Component;
  const { open: looking, tight } = useViewerLayout();
  const frame = `frame ${looking ? 'frame-looking' : ''} ${tight ? 'frame-tight' : ''}`;
  useWindowKeys();
  // Another case has other files.
  useEffect(() => closeViewer, []);
  useEffect(() => {
    // The screen whose empty rows are looked after.
    void screen;
    return () => dropUntouched((list) => screenOf(`${list}.0`) === currentRoute().screen);
  }, [screen]);
  useEffect(() => {
    if (!focus) return;
    const [section] = focus.split('.');
    let tries = 0;
    // A screen opened for the first time, and the record in it, may take longer to come.
    const look = () => {
      const there = document.querySelector(`[data-path^="${section}."], [data-path="${section}"]`);
      tries += 1;
      if (!there && tries < FOCUS_TRIES) {
        timer = setTimeout(look, FOCUS_AGAIN_MS);
        return;
      }
      focusNearest(focus);
      focusDone(request);
    };
    let timer = setTimeout(look, FOCUS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [focus, request]);
  return (
    <div className={frame}>
      <TopBar />
      <Road />
      <main className="stage" key={screen}>
        <SaveFailure />
        <Archived />
        <Mishap key={screen}>
          <Suspense fallback={null}>{Shown ? <Shown /> : null}</Suspense>
        </Mishap>
      </main>
      {looking ? (
        <Mishap>
          <Suspense fallback={null}>
            <ViewerPane />
          </Suspense>
        </Mishap>
      ) : null}
      <CaseSearch />
      <Find />
      <Jobs />
    </div>
  );
}
