/** 证明目的, source, form and carrier drafted from the records; stale drafts told and never written over. */
import { describe, expect, test } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { proposedCarrier, proposedForm, proposedSource } from '../../shared/proof/propose.ts';
import { purposeDraft, purposeState } from '../../shared/proof/purpose.ts';
import { missing } from '../helpers/paper-context.ts';
import { preSuit } from '../helpers/stage-cases.ts';
import { caseWith } from './case-kit.ts';

type Change = (d: CaseDocument) => void;
type Item = NonNullable<CaseDocument['evidence']>[number];

/** The draft for an exhibit that proves these records. */
function draft(group: Item['group'], proves: string[], change: Change = () => undefined): string {
  const c = caseWith((d) => {
    change(d);
    d.evidence = [...d.evidence!, { id: 'x', group, name: '材料', proves }];
  });
  return purposeDraft(c, c.evidence.at(-1)!);
}

describe('the wording of form 03 D', () => {
  test('the sample', () => {
    const c = caseWith(() => undefined);
    expect(c.evidence.map((e) => purposeDraft(c, e))).toEqual([
      '证明原告诉讼主体资格。',
      '证明2023年3月1日原告与被告就借款300,000元、期限一年达成借贷合意，双方未约定利息。',
      '证明原告已于2023年3月1日通过银行转账向被告实际交付300,000元，借款合同成立。',
      '证明：1.被告认可欠款；2.原告自2024年3月5日起持续催收，诉讼时效中断。',
    ]);
  });
  test('cash; several transfers; a part of what was agreed forms no whole contract', () => {
    const split: Change = (d) => {
      d.transfers = [
        {
          id: 'a',
          loanId: 'loan1',
          direction: 'out',
          date: '2023-03-02',
          amount: '100000',
          method: 'cash',
        },
        { id: 'b', loanId: 'loan1', direction: 'out', date: '2023-03-01', amount: '200000.50' },
      ];
      d.evidence![2]!.proves = [];
    };
    expect(draft('delivery', ['a', 'b'], split)).toBe(
      '证明：1.原告已于2023年3月1日通过银行转账向被告实际交付200,000.50元；2.原告已于2023年3月2日以现金方式向被告实际交付100,000元。',
    );
    const many: Change = (d) => {
      d.evidence![2]!.proves = [];
      d.transfers = [1, 2, 3, 4].map((n) => ({
        ...{ id: `t${n}`, loanId: 'loan1', direction: 'out' },
        ...{ date: `2023-03-0${n}`, amount: '75000' },
      }));
    };
    expect(draft('delivery', ['t1', 't2', 't3', 't4'], many)).toBe(
      '证明原告自2023年3月1日至2023年3月4日分4次向被告实际交付共计300,000元。',
    );
  });
  test('repayments, rate, guarantor, security, cost, agreement, judgment, the other side', () => {
    const all: Change = (d) => {
      d.transfers!.push({
        id: 'in1',
        loanId: 'loan1',
        direction: 'in',
        date: '2024-06-01',
        amount: '10000',
      });
      d.parties!.push({ id: 'zhao', kind: 'person', role: 'guarantor', name: '赵某' });
      Object.assign(d.loans![0]!, {
        interest: 'agreed',
        rate: { value: '1', per: 'month' },
        guarantees: [{ id: 'g1', partyId: 'zhao', kind: 'unclear', signed: '2023-03-01' }],
        securities: [
          {
            id: 's1',
            kind: 'mortgage',
            provider: '李某',
            thing: '房屋',
            registration: 'registered',
          },
        ],
      });
      const fee = { id: 'k1', kind: 'lawyer', amount: '5000', agreed: true } as const;
      d.claim = { ...d.claim, costs: [{ ...fee, paidOn: '2026-01-10' }] };
      d.settlement = {
        ...{ status: 'signed', signedOn: '2025-07-01' },
        debt: { principal: '290000', interest: '0' },
        instalments: [{ id: 'i1', due: '2025-12-31', principal: '290000' }],
      };
    };
    expect(draft('performance', ['in1'], all)).toBe('证明被告李某于2024年6月1日还款10,000元。');
    expect(draft('agreement', ['loan1'], all)).toContain(
      '双方约定利息按月利率1.00%（折合年利率12.00%）计算',
    );
    // Silence in a guarantee of 2023 means a general one (Civil Code 686).
    expect(draft('security', ['g1'], all)).toBe('证明2023年3月1日赵某为上述借款提供一般保证。');
    expect(draft('security', ['s1'], all)).toBe(
      '证明李某以房屋为上述借款提供抵押担保，并已办理登记。',
    );
    expect(draft('costs', ['k1'], all)).toBe(
      '证明原告为实现债权于2026年1月10日支付律师费5,000元。',
    );
    expect(draft('performance', ['settlement'], all)).toBe(
      '证明2025年7月1日双方签订还款协议，被告确认尚欠本金290,000元。',
    );
    expect(draft('enforcement', ['judgment'])).toBe(
      '证明乙市丁区人民法院（2026）甲0104民初1234号法律文书已于2026年6月30日发生法律效力。',
    );
    expect(draft('identity', ['li'])).toBe('证明被告李某的身份信息。');
  });
  test('a demand of which nobody knows whether it arrived interrupts nothing', () => {
    const one: Change = (d) => {
      d.demands!.push({
        id: 'd9',
        date: '2026-03-01',
        channel: 'sms',
        toPartyId: 'li',
        content: '请还款',
      });
    };
    expect(draft('demand', ['d9'], one)).toBe('证明原告于2026年3月1日通过短信向被告催收。');
  });
  test('what proves nothing named has no draft, and who owes as a spouse is the user’s to word', () => {
    expect(draft('other', [])).toBe('');
    expect(draft('agreement', ['li'])).toBe('');
    expect(draft('other', ['c1'])).toBe('');
  });
});

describe('taken, changed, stale', () => {
  const at = (change: Change) => {
    const c = caseWith(change);
    return purposeState(c, c.evidence[2]!);
  };
  const draftOf = (d: CaseDocument) => {
    const c = caseWith((x) => Object.assign(x, d));
    return purposeDraft(c, c.evidence[2]!);
  };
  const taken: Change = (d) => {
    const purpose = draftOf(sampleCase());
    Object.assign(d.evidence![2]!, { purpose, purposeBasis: purpose });
  };
  test('empty: offered; the user’s own: left alone; taken: the same', () => {
    expect(at((d) => Object.assign(d.evidence![2]!, { purpose: ' ' })).state).toBe('offer');
    expect(at(() => undefined).state).toBe('own');
    expect(at(taken).state).toBe('same');
    expect(at((d) => Object.assign(d.evidence![2]!, { proves: [] })).state).toBe('none');
  });
  test('a changed amount makes it stale, with the new draft; nothing is written', () => {
    const change: Change = (d) => {
      taken(d);
      d.transfers![0]!.amount = '280000';
    };
    const now = at(change);
    expect(now.state).toBe('stale');
    expect(now.draft).toContain('280,000元');
    expect(caseWith(change).evidence[2]!.purpose).toContain('300,000元');
  });
  test('the user’s words round the draft keep their shape', () => {
    const now = at((d) => {
      taken(d);
      d.evidence![2]!.purpose = '证明原告于2023年3月1日把300,000元转给了被告。';
      d.transfers![0]!.date = '2023-03-02';
    });
    expect(now.updated).toBe('证明原告于2023年3月2日把300,000元转给了被告。');
  });
  test('the list tells a stale purpose', () => {
    const told = (change: Change) =>
      missing('evidence-list', preSuit(change)).filter((m) => m.path === 'evidence.2.purpose');
    expect(told(taken)).toEqual([]);
    expect(
      told((d) => {
        taken(d);
        d.transfers![0]!.amount = '280000';
      }),
    ).toHaveLength(1);
  });
});

describe('source, form, carrier', () => {
  const photo = { mime: 'image/jpeg', device: 'HUAWEI P60' };
  const screenshot = { mime: 'image/png', device: '' };
  const pdf = { mime: 'application/pdf', device: 'iText' };
  const sound = { mime: 'audio/mpeg', device: '' };
  test('form by group and kind of file', () => {
    expect(proposedForm('agreement', [photo])).toBe('copy');
    expect(proposedForm('delivery', [pdf])).toBe('print');
    expect(proposedForm('demand', [screenshot, screenshot])).toBe('electronic');
    expect(proposedForm('demand', [screenshot, photo])).toBeNull();
    expect(proposedForm('other', [sound])).toBe('electronic');
    expect(proposedForm('other', [pdf])).toBeNull();
    expect(proposedForm('agreement', [])).toBeNull();
  });
  test('source by group and record', () => {
    const c = caseWith((d) => {
      d.transfers![0]!.method = 'wechat';
      d.evidence![2]!.proves = ['out1'];
    });
    expect(c.evidence.map((e) => proposedSource(c, e))).toEqual([
      '原告持有',
      '被告出具',
      '微信支付出具',
      '原告手机导出',
    ]);
    expect(proposedSource(c, { ...c.evidence[2]!, proves: [] })).toBe('');
  });
  test('carrier by the one phone that took everything', () => {
    const c = caseWith(() => undefined);
    const chat = c.evidence[3]!;
    expect(proposedCarrier(chat, [photo, photo, screenshot])).toBe('原告手机（HUAWEI P60）');
    expect(proposedCarrier(chat, [photo, { ...photo, device: 'Apple iPhone 15' }])).toBe(
      '原告手机',
    );
    expect(proposedCarrier(chat, [pdf])).toBe('原告手机');
    expect(proposedCarrier(c.evidence[1]!, [photo])).toBe('');
  });
});
