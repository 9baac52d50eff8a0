/** Every screen by key: its name on the road, and its code, loaded when first opened. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { CaseScreenKey, PageKey } from '../state/navigation.ts';

type Loader = () => Promise<{ default: ComponentType }>;

/** Each screen is `screens/<key>/index.tsx` with a default export that takes no props. */
const found = import.meta.glob<{ default: ComponentType }>('./*/index.tsx');

function screen(folder: string): LazyExoticComponent<ComponentType> {
  const load = found[`./${folder}/index.tsx`] as Loader | undefined;
  return lazy(load ?? (() => Promise.reject(new Error(`no screen in screens/${folder}`))));
}

export interface CaseScreen {
  key: CaseScreenKey;
  title: string;
  Component: ComponentType;
}

/** The road of a case, in the order of life. */
export const caseScreens: readonly CaseScreen[] = [
  { key: 'overview', title: '概览', Component: screen('overview') },
  { key: 'parties', title: '当事人', Component: screen('parties') },
  { key: 'loans', title: '借款', Component: screen('loans') },
  { key: 'transfers', title: '流水', Component: screen('transfers') },
  { key: 'demands', title: '催收', Component: screen('demands') },
  { key: 'settlement', title: '协商', Component: screen('settlement') },
  { key: 'evidence', title: '证据', Component: screen('evidence') },
  { key: 'claim', title: '请求计算', Component: screen('claim') },
  { key: 'papers', title: '文书', Component: screen('papers') },
  { key: 'suit', title: '诉讼', Component: screen('suit') },
  { key: 'enforcement', title: '执行', Component: screen('enforcement') },
  { key: 'dishonest', title: '失信评估', Component: screen('dishonest') },
];

/** Pages outside a case. */
export const pages: Readonly<Record<PageKey, ComponentType>> = {
  cases: screen('case-list'),
  settings: screen('settings'),
  calculators: screen('calculators'),
  about: screen('about'),
};
