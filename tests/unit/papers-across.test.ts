/** Every finished paper held against the case: numbers, court, days, wording; and no paper stopped wrongly. */
import { describe, expect, it } from 'vitest';
import { finishedProblems } from '../../templates/checks.ts';
import { paperTemplate, paperTemplates } from '../../templates/index.ts';
import { packsOf } from '../../templates/packs.ts';
import type { Paper } from '../../templates/paper.ts';
import type { PaperContext } from '../../templates/template.ts';
import { enforcing } from '../fixtures/enforcing.ts';
import { build, contextOf } from '../helpers/paper-context.ts';
import {
  asCompany,
  EXAMPLES,
  inSuit,
  preSuit,
  withGuarantor,
  withLawyer,
} from '../helpers/stage-cases.ts';

const found = (paper: Paper, x: PaperContext) =>
  finishedProblems(paper, paperTemplate(paper.id)?.stage ?? 'filing', x);
const changed = (paper: Paper, from: string, to: string): Paper => {
  const text = JSON.stringify(paper);
  expect(text).toContain(from);
  return JSON.parse(text.replaceAll(from, to)) as Paper;
};

describe('papers as drafted', () => {
  const cases: [string, () => PaperContext][] = [
    ['the sample', () => contextOf()],
    ['well into enforcement', () => contextOf(enforcing, '2026-11-21')],
    ['before the suit', () => preSuit()],
    ['in the suit', () => inSuit()],
    [
      'a company with a lawyer',
      () =>
        contextOf((d) => {
          asCompany(d);
          withLawyer(d);
        }),
    ],
    ['a guarantor', () => preSuit(withGuarantor)],
    ...Object.entries(EXAMPLES),
  ];
  it.each(cases)('%s: nothing contradicts the case', (_name, make) => {
    const x = make();
    const wrong = paperTemplates
      .filter((t) => t.fits(x).fits && t.missing(x).every((m) => m.level !== 'blocking'))
      .flatMap((t) => found(t.build(x), x).map((m) => `${t.id}: ${m.message}`));
    expect(wrong).toEqual([]);
    expect(packsOf(x).length).toBeGreaterThan(0);
  });
});

describe('what differs is told at its field', () => {
  const x = contextOf();

  it('an identity number off by a digit stops the paper, an unknown one is asked about', () => {
    const paper = build('complaint-elements', x);
    expect(found(changed(paper, '110101198509080036', '110101198509080037'), x)).toMatchObject([
      { level: 'blocking', path: 'parties.1' },
    ]);
    expect(found(changed(paper, '110101198509080036', '440305197001011234'), x)).toMatchObject([
      { level: 'warning', path: 'parties' },
    ]);
  });

  it('another court than the one on record', () => {
    const paper = build('complaint-narrative', x);
    const other = changed(paper, '"text":"乙市丁区人民法院"', '"text":"乙市丙区人民法院"');
    expect(found(other, x)).toMatchObject([{ level: 'warning', path: 'suit.court' }]);
    const elsewhere = contextOf((d) => {
      if (d.judgment) d.judgment.issuer = '丙市某区人民法院';
    });
    expect(found(build('enforcement-narrative', elsewhere), elsewhere)).toMatchObject([
      { path: 'judgment.issuer' },
    ]);
  });

  it('a signature before what the complaint tells of, or after the filing', () => {
    const early = contextOf((d) => {
      d.suit = { ...d.suit, signedOn: '2026-01-05' };
    });
    expect(found(build('complaint-elements', early), early)).toMatchObject([
      { level: 'warning', path: 'suit.signedOn' },
    ]);
    const late = contextOf((d) => {
      d.suit = { ...d.suit, signedOn: '2026-03-20' };
    });
    expect(found(build('complaint-elements', late), late)[0]?.message).toContain(
      '签署日期2026年3月20日晚于起诉日期2026年3月16日',
    );
  });

  it('an insult, wherever it was typed', () => {
    const rude = contextOf((d) => {
      const [loan] = d.loans ?? [];
      if (loan) loan.purpose = '替那个老赖还债';
    });
    expect(found(build('complaint-narrative', rude), rude)).toMatchObject([
      { level: 'warning', path: 'loans.0.purpose' },
    ]);
  });

  it('a paper without the name of the one who signs it', () => {
    const paper = changed(build('payee-account', x), '王某', '张某');
    expect(found(paper, x)).toMatchObject([{ level: 'blocking', path: 'parties' }]);
  });
});
