import type { Verdict } from '../../../shared/law/dishonest-list.ts';
import type { SectionState } from '../../components/index.ts';

/** How a verdict looks: always icon and word together. */
export function verdictState(v: Verdict): SectionState {
  return v === 'met' ? 'complete' : v === 'insufficient' ? 'partial' : 'empty';
}

/** Names of the papers on the buttons of this screen. */
export const PAPER_NAMES: Readonly<Record<string, string>> = {
  'dishonest-list-application': '纳入失信名单申请书',
  'consumption-restriction': '限制消费申请书',
  'exit-ban': '限制出境申请书',
  'media-notice': '媒体公布申请书',
  'detention-application': '拘留、罚款申请书',
  'criminal-complaint': '控告书和材料清单',
  'private-prosecution': '刑事自诉状',
};
