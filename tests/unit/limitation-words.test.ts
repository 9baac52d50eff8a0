/** Why a contact did not restart limitation, in words a layman can act on; one sentence a reason. */
import { expect, it } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { uncounted } from '../../shared/law/limitation-words.ts';
import { ROAD_DAY, type RoadCase, roadCase } from '../fixtures/road.ts';

type Change = (d: CaseDocument) => void;
type Demand = NonNullable<CaseDocument['demands']>[number];

function told(name: RoadCase, change: Change = () => {}, today = ROAD_DAY): string[] {
  const d = roadCase(name);
  change(d);
  const parsed = parseCase(d);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.case.loans.flatMap((loan) => uncounted(parsed.case, loan, today));
}
const demands =
  (...list: Partial<Demand>[]): Change =>
  (d) => {
    d.demands = list.map((x, i) => ({
      ...{ id: `d${i}`, channel: 'wechat' as const, toPartyId: 'li', content: '请还款30万元。' },
      ...{ date: '2026-11-01', ...x },
    }));
  };

// 05: due on 2026-10-19, today 2026-11-21.
it.each<[string, RoadCase, Change, string, string[]]>([
  [
    'under an agreement all lies before the last instalment: one sentence',
    '07-instalment-late',
    () => {},
    ROAD_DAY,
    [
      '2026年8月20日对方答应还款、9月1日签还款协议、10月14日的还款都在到期日（2026年12月15日）以前。时效要到期以后才开始算，所以没有从这里重新算，您的权利不受影响；到期以后再催，能证明对方收到的，就从收到那天重新算三年。',
    ],
  ],
  ['it arrived: nothing to tell', '05-promised', demands({ arrived: 'yes' }), ROAD_DAY, []],
  [
    'not known whether they arrived, two together',
    '05-promised',
    demands({ date: '2026-10-25' }, { date: '2026-11-01' }),
    ROAD_DAY,
    [
      '2026年10月25日的催收、11月1日的催收都不清楚对方收到没有，还没有算进时效；有回复、已读或者签收的，请打开那一条，改成“到了”。',
    ],
  ],
  [
    'one did not arrive',
    '05-promised',
    demands({ arrived: 'no' }),
    ROAD_DAY,
    ['2026年11月1日的催收没有到达对方，不能算；请换一种能证明收到的方式再催，例如能查签收的邮寄。'],
  ],
  [
    'before the due date its arrival does not matter',
    '05-promised',
    demands({ date: '2026-10-01', arrived: 'unknown' }),
    ROAD_DAY,
    [expect.stringMatching(/^2026年10月1日的催收在到期日（2026年10月19日）以前。/)],
  ],
  [
    'a promise counts whatever is known of arrival',
    '05-promised',
    demands({ outcome: 'promise' }),
    ROAD_DAY,
    [],
  ],
  [
    'after the period only the debtor can bring it back',
    '05-promised',
    demands({ date: '2030-01-01', arrived: 'yes' }),
    '2030-02-01',
    [expect.stringMatching(/^2030年1月1日的催收在时效过了以后，.*要对方同意还款才行/)],
  ],
  [
    'no due date: the period has not begun',
    '05-promised',
    (d) => {
      demands({ arrived: 'yes' })(d);
      Object.assign(d.loans?.[0] ?? {}, { due: null });
    },
    ROAD_DAY,
    [expect.stringMatching(/还没有开始算，2026年11月1日的催收不必算进去。.*给对方的宽限到哪天/)],
  ],
  [
    'a demand on a guarantor is not the borrower’s',
    '05-promised',
    (d) => {
      d.parties?.push({ id: 'zhao', kind: 'person', role: 'guarantor', name: '赵某' });
      demands({ toPartyId: 'zhao' })(d);
    },
    ROAD_DAY,
    [],
  ],
])('%s', (_what, name, change, today, expected) => {
  expect(told(name, change, today)).toEqual(expected);
});
