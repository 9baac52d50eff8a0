/** Rows 10 to 15 of the element-form complaint: mortgage, pledge, guarantee, other security (form 01 A5). */
import type { Case } from '../../shared/case/case.ts';
import { box, type Row, t } from '../paper.ts';
import { yesNo } from './complaint-claim-rows.ts';
import { complaintGrid as grid, type Line, labelRow } from './element-form.ts';
import { guaranteeKind, guarantees, securities } from './security-text.ts';
import { day, yuanText } from './words.ts';

const row = (label: string, lines: Line[]): Row =>
  labelRow(grid.facts, label, lines, { field: 'loans' });

/** Values once each, in order, joined; empty ones dropped. */
function list(values: string[]): string {
  return [...new Set(values.filter((v) => v !== ''))].join('、');
}

/** Rows 10 to 15. An empty case leaves every box open. */
export function securityRows(c: Case): Row[] {
  const things = securities(c);
  const persons = guarantees(c);
  const known = c.loans.length > 0;
  const answer = (yes: boolean) => (known ? yes : null);
  const none = known ? '无' : '';
  const maximum = things.filter((s) => s.maximumAmount !== null);
  const registered = things.some((s) => s.registration === 'registered');
  const advance = things.some((s) => s.registration === 'advance');
  const kinds = new Set(persons.map((g) => guaranteeKind(g.guarantee, g.loan)));
  const other = c.loans.filter((l) => l.otherSecurity !== '');
  const dates = (of: (string | null)[]) => list(of.map((d) => (d ? day(d) : '')));
  const providers = list([...persons.map((g) => g.name), ...things.map((s) => s.provider)]);
  const scope = list(
    persons.map(({ guarantee: g }) =>
      [g.scope, g.periodMonths === null ? '' : `保证期间${g.periodMonths}个月`]
        .filter((s) => s !== '')
        .join('，'),
    ),
  );
  return [
    row(
      '10. 是否签订物的担保（抵押、质押）合同',
      yesNo(answer(things.length > 0), `  签订时间：${dates(things.map((s) => s.signed))}`),
    ),
    row('11. 担保人、担保物', [
      `担保人：${providers || none}`,
      `担保物：${list(things.map((s) => s.thing)) || none}`,
    ]),
    row('12. 是否最高额担保（抵押、质押）', [
      [t('是'), box(maximum.length > 0), t(' 否'), box(known && maximum.length === 0)],
      `担保债权的确定时间：${dates(maximum.map((s) => s.debtFixedOn))}`,
      `担保额度：${list(maximum.map((s) => yuanText(s.maximumAmount ?? 0)))}`,
    ]),
    row('13. 是否办理抵押、质押登记', [
      [t('是'), box(registered || advance), t('  正式登记'), box(registered)],
      [t('预告登记'), box(advance)],
      [t('否'), box(known && !registered && !advance)],
    ]),
    row('14. 是否签订保证合同', [
      [
        t('是'),
        box(persons.length > 0),
        t(
          `  签订时间：${dates(persons.map((g) => g.guarantee.signed))}       保证人：${list(persons.map((g) => g.name))}`,
        ),
      ],
      `主要内容：${scope}`,
      [
        t('保证方式：一般保证'),
        box(kinds.has('general')),
        t('  连带责任保证'),
        box(kinds.has('joint')),
      ],
      [t('否'), box(known && persons.length === 0)],
    ]),
    row(
      '15. 其他担保方式',
      yesNo(
        answer(other.length > 0),
        `  形式：${list(other.map((l) => l.otherSecurity))}  签订时间：${dates(other.map((l) => l.otherSecuritySigned))}`,
      ),
    ),
  ];
}
