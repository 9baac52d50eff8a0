/** One figure, one name and one count in all papers; the passages that may be put in other words. */
import { describe, expect, it } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { copies, crossCheck, passages } from '../../templates/index.ts';
import { type Paper, paperText } from '../../templates/paper.ts';
import { build, contextOf, FORM_PAPERS } from '../helpers/paper-context.ts';

type Change = (document: CaseDocument) => void;

const loan = (d: CaseDocument) => {
  const [l] = d.loans ?? [];
  if (!l) throw new Error('no sample loan');
  return l;
};

describe('one figure everywhere', () => {
  const all = (x: ReturnType<typeof contextOf>) => FORM_PAPERS.map((id) => build(id, x));
  const counted: Change = (d) => {
    loan(d).interest = 'agreed';
    loan(d).rate = { value: '12', per: 'year' };
    d.claim = { asOf: '2026-03-16' };
    d.transfers?.push({
      id: 'in1',
      loanId: 'loan1',
      direction: 'in',
      date: '2024-06-01',
      amount: '50000.00',
    });
  };

  it('finds nothing in the papers as drafted', () => {
    for (const change of [() => undefined, counted]) {
      const x = contextOf(change);
      expect(crossCheck(all(x), x)).toEqual([]);
    }
  });

  /** The paper with one text changed wherever it stands. */
  const changed = (paper: Paper, from: string, to: string): Paper => {
    const text = JSON.stringify(paper);
    expect(text, `${paper.id} ${from}`).toContain(from);
    return JSON.parse(text.replaceAll(from, to)) as Paper;
  };

  it.each([
    ['complaint-elements', '尚欠本金295,', '尚欠本金296,', 'principal'],
    ['complaint-elements', '尚欠利息', '尚欠利息1', 'interest'],
    ['complaint-narrative', '借款本金295,', '借款本金259,', 'principal'],
    ['complaint-narrative', '副本1份', '副本2份', 'copies'],
    ['complaint-narrative', '李某', '李某某', 'none'],
    ['interest-schedule', '本金：295,', '本金：299,', 'principal'],
    ['enforcement-elements', ':300,000元', ':30,000元', 'principal'],
    ['enforcement-elements', '李某', '李四', 'name'],
    ['delay-interest-schedule', '304,659.55', '304,659.56', 'total'],
    ['evidence-list', '王某', '王五', 'name'],
  ])('%s: %s → %s is found', (id, from, to, what) => {
    const x = contextOf(counted);
    const found = crossCheck([changed(build(id, x), from, to)], x);
    expect(found.map((f) => f.what)).toEqual(what === 'none' ? [] : [what]);
  });

  it('counts one copy for each opponent, one for the court, and those asked for', () => {
    const x = contextOf((d) => {
      d.parties?.push(
        { kind: 'person', id: 'z1', role: 'guarantor', name: '赵某' },
        { kind: 'person', id: 'z2', role: 'thirdPerson', name: '钱某' },
      );
      if (d.suit) d.suit.extraCopies = 1;
    });
    expect(copies(x.case)).toEqual({ forOpponents: 3, total: 5 });
  });
});

describe('passages', () => {
  it('lists every editable passage with its draft', () => {
    const list = passages(contextOf());
    expect(list.map((p) => p.key).slice(0, 5)).toEqual([
      'complaint-elements.claims',
      'complaint-elements.facts',
      'complaint-narrative.claims',
      'complaint-narrative.facts',
      'enforcement-elements.claims',
    ]);
    expect(list.every((p) => !p.edited && !p.stale && p.text === p.draft && p.draft !== '')).toBe(
      true,
    );
  });

  it('marks an edit, and an edit whose draft has changed since', () => {
    const draft = passages(contextOf(), 'complaint-elements')[1]?.draft ?? '';
    const edit = (basis: string) =>
      passages(
        contextOf((d) => {
          d.prose = [{ key: 'complaint-elements.facts', text: '改过的事实。', basis }];
        }),
        'complaint-elements',
      )[1];
    expect(edit(draft)).toMatchObject({ text: '改过的事实。', edited: true, stale: false, draft });
    expect(edit('别的草稿')).toMatchObject({ edited: true, stale: true });
  });
});

describe('costs', () => {
  const costs: Change = (d) => {
    d.claim = {
      asOf: '2026-03-16',
      costs: [
        { id: 'c1', kind: 'lawyer', amount: '8000.00', paidOn: '2026-03-01', agreed: true },
        { id: 'c2', kind: 'notary', amount: '500.00', paidOn: null, agreed: true },
      ],
    };
    loan(d).costsClause = '实现债权的费用由借款人承担';
  };

  it('claims only what is agreed and paid, with the same sum in text, row and total', () => {
    const x = contextOf(costs);
    const form = paperText(build('complaint-elements', x));
    expect(form).toContain('是☑  明细：律师费8,000元');
    expect(form.find((l) => /^\d\. 判令被告支付原告律师费/.test(l))).toBe(
      '3. 判令被告支付原告律师费8,000元；',
    );
    expect(x.claim.total).toBe(x.claim.principal + x.claim.interest + 800_000);
    expect(crossCheck([build('complaint-elements', x)], x)).toEqual([]);
  });
});
