/** What keeps a paper from being printed, and what is only warned of. */
import { describe, expect, it } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import {
  build,
  contextOf,
  emptyContext,
  FORM_PAPERS,
  fits,
  missing,
} from '../helpers/paper-context.ts';

type Change = (document: CaseDocument) => void;

/** Entries of one level at a path. */
const at = (id: string, change: Change, path: string, today?: string) =>
  missing(id, contextOf(change, today)).filter((m) => m.path === path);
const levels = (id: string, change: Change, path: string, today?: string) =>
  at(id, change, path, today).map((m) => m.level);

const lender = (d: CaseDocument) => {
  const [p] = d.parties ?? [];
  if (p?.kind !== 'person') throw new Error('no sample lender');
  return p;
};
const borrower = (d: CaseDocument) => {
  const p = d.parties?.[1];
  if (p?.kind !== 'person') throw new Error('no sample borrower');
  return p;
};
const loan = (d: CaseDocument) => {
  const [l] = d.loans ?? [];
  if (!l) throw new Error('no sample loan');
  return l;
};

describe('complaint', () => {
  const id = 'complaint-elements';

  it('blocks nothing in the sample', () => {
    for (const form of FORM_PAPERS) {
      const found = missing(form, contextOf());
      expect(found.filter((m) => m.level === 'blocking')).toEqual([]);
    }
  });

  it('does not fit an empty case, and says what to enter', () => {
    expect(fits(id, emptyContext())).toEqual({
      fits: false,
      why: '还没有出借人、借款人或者借款，先在“当事人”“借款”里录入',
    });
    expect(missing(id, emptyContext()).map((m) => m.path)).toEqual(
      expect.arrayContaining(['parties', 'loans', 'suit.court']),
    );
  });

  it('says whose particulars are asked for', () => {
    const found = at(
      id,
      (d) => void Object.assign(lender(d), { ethnicity: '' }),
      'parties.0.ethnicity',
    );
    expect(found.map((m) => m.message)).toEqual(['请填写王某的民族']);
  });

  it('needs the plaintiff’s own particulars', () => {
    for (const field of ['name', 'phone', 'domicile', 'idNumber', 'ethnicity'] as const) {
      const blank: Change = (d) => {
        lender(d)[field] = '';
      };
      expect(levels(id, blank, `parties.0.${field}`), field).toEqual(['blocking']);
    }
  });

  it('needs an address or an identity number of the defendant, and advises both', () => {
    const none: Change = (d) => {
      borrower(d).domicile = '';
      borrower(d).idNumber = '';
    };
    expect(levels(id, none, 'parties.1.domicile')).toEqual(['blocking']);
    const one: Change = (d) => {
      borrower(d).idNumber = '';
    };
    expect(levels(id, one, 'parties.1.idNumber')).toEqual(['warning']);
  });

  it('says which identity number fails its check', () => {
    const wrong: Change = (d) => {
      borrower(d).idNumber = '110101198509080037';
    };
    expect(at(id, wrong, 'parties.1.idNumber')).toEqual([
      {
        path: 'parties.1.idNumber',
        level: 'warning',
        message: '李某的身份证号码没有通过校验：校验位不对，请逐位核对',
      },
    ]);
  });

  it('needs the court', () => {
    const noCourt: Change = (d) => {
      if (d.suit) d.suit.court = '';
    };
    expect(levels(id, noCourt, 'suit.court')).toEqual(['blocking']);
  });

  it('is not for a loan with an arbitration clause', () => {
    const clause: Change = (d) => {
      loan(d).forumClause = { kind: 'arbitration', wording: '提交乙市仲裁委员会仲裁' };
    };
    expect(fits(id, contextOf(clause)).fits).toBe(false);
    expect(levels(id, clause, 'loans.0.forumClause')).toEqual(['blocking']);
  });

  it('warns when less was provided than agreed, and blocks when nothing was', () => {
    const less: Change = (d) => {
      if (d.transfers?.[0]) d.transfers[0].amount = '280000.00';
    };
    expect(at(id, less, 'loans.0.agreedAmount')[0]?.message).toContain(
      '约定300,000元，实际出借280,000元',
    );
    const nothing: Change = (d) => {
      d.transfers = [];
    };
    expect(levels(id, nothing, 'transfers')).toContain('blocking');
  });

  it('compares the lender with the plaintiff and the payer', () => {
    const stranger: Change = (d) => {
      d.parties?.push({ kind: 'person', id: 'other', role: 'thirdPerson', name: '周某' });
      loan(d).lenderIds = ['other'];
    };
    expect(levels(id, stranger, 'loans.0.lenderIds')).toEqual(['blocking']);
    const payer: Change = (d) => {
      if (d.transfers?.[0]) d.transfers[0].fromAccount = '周某 中国××银行';
    };
    expect(levels(id, payer, 'transfers.0.fromAccount')).toEqual(['warning']);
  });

  it('warns of limitation, of insults, of open questions on mediation, and reminds of the pen', () => {
    const late: Change = (d) => {
      d.demands = [];
      loan(d).due = '2023-06-30';
      if (d.suit) d.suit.filedOn = '2026-11-20';
      d.claim = { asOf: '2026-11-20' };
      d.judgment = null;
      d.enforcement = null;
    };
    expect(levels(id, late, 'loans.0.due')).toEqual(['warning']);
    const insult: Change = (d) => {
      d.claim = { otherClaims: ['请求查明这个骗子的财产'] };
    };
    expect(at(id, insult, 'claim.otherClaims.0')[0]?.message).toContain('“骗子”');
    const paths = missing(id, contextOf()).map((m) => m.path);
    expect(paths).toContain('suit.mediation');
    expect(paths).toContain('suit.signedOn');
  });

  it('answers on mediation silence the reminder and tick the boxes', () => {
    const answered: Change = (d) => {
      if (d.suit) {
        d.suit.mediation = {
          understands: true,
          benefits: [true, true, false, true, true],
          willing: 'undecided',
        };
      }
    };
    expect(at(id, answered, 'suit.mediation')).toEqual([]);
    const paper = build(id, contextOf(answered));
    expect(JSON.stringify(paper)).toContain('"暂不确定，想要了解更多内容"},{"box":true}');
  });

  it('reminds of the service address while the choice on electronic service is open', () => {
    const open: Change = (d) => {
      lender(d).acceptsElectronicService = null;
    };
    expect(levels(id, open, 'parties.0.acceptsElectronicService')).toEqual(['warning']);
    expect(levels('service-address', open, 'parties.0.acceptsElectronicService')).toEqual([
      'blocking',
    ]);
  });

  it('warns of a defendant against whom nothing is claimed', () => {
    const idle: Change = (d) => {
      d.parties?.push({ kind: 'person', id: 'sun', role: 'borrower', name: '孙某' });
    };
    expect(at(id, idle, 'parties.2.role')[0]?.message).toContain('没有对其的请求');
  });

  it('refuses a third agent', () => {
    const three: Change = (d) => {
      d.agents = ['a1', 'a2', 'a3'].map((agent) => ({
        id: agent,
        partyId: 'wang',
        name: agent,
        authority: 'general' as const,
      }));
    };
    expect(levels(id, three, 'agents.2')).toEqual(['blocking']);
    expect(levels(id, three, 'agents.1')).toEqual([]);
  });

  it('refuses edited claims that ask for another principal, and tells of a stale edit', () => {
    const edited: Change = (d) => {
      d.prose = [
        {
          key: 'complaint-elements.claims',
          text: '1. 判令被告偿还原告借款本金310,000元。',
          basis: '旧稿',
        },
      ];
    };
    expect(at(id, edited, 'prose.0.text').map((m) => m.level)).toEqual(['blocking', 'warning']);
    expect(at(id, edited, 'prose.0.text')[0]?.message).toBe(
      '“诉讼请求”里写的本金310,000元与计算的本金300,000元不一致，请改成一致',
    );
  });
});

describe('enforcement', () => {
  const id = 'enforcement-elements';

  it('waits for the end of the performance period', () => {
    const early: Change = (d) => {
      if (d.enforcement) d.enforcement.appliedOn = '2026-07-10';
    };
    expect(fits(id, contextOf(early))).toEqual({
      fits: false,
      why: '履行期到2026年7月10日届满，届满后才能申请执行',
    });
    expect(levels(id, early, 'judgment.performanceEnds')).toEqual(['blocking']);
    const next: Change = (d) => {
      if (d.enforcement) d.enforcement.appliedOn = '2026-07-13';
    };
    expect(fits(id, contextOf(next)).fits).toBe(true);
  });

  it('pays nobody but the applicant', () => {
    const other: Change = (d) => {
      if (d.enforcement?.bankAccount) d.enforcement.bankAccount.holder = '周某';
    };
    expect(levels(id, other, 'enforcement.bankAccount.holder')).toEqual(['blocking']);
    const digits: Change = (d) => {
      if (d.enforcement?.bankAccount) d.enforcement.bankAccount.number = '12ab';
    };
    expect(levels(id, digits, 'enforcement.bankAccount.number')).toEqual(['blocking']);
  });

  it('needs the instrument in full', () => {
    const bare: Change = (d) => {
      if (!d.judgment) throw new Error('no sample judgment');
      d.judgment.operativeText = '';
      d.judgment.documentNumber = '';
      d.judgment.items = [];
    };
    const paths = missing(id, contextOf(bare))
      .filter((m) => m.level === 'blocking')
      .map((m) => m.path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'judgment.operativeText',
        'judgment.documentNumber',
        'judgment.items',
      ]),
    );
  });

  it('warns when two years are over', () => {
    const late: Change = (d) => {
      if (d.enforcement) d.enforcement.appliedOn = '2028-08-01';
    };
    expect(at(id, late, 'judgment.performanceEnds', '2028-08-01')[0]?.message).toContain(
      '两年期间到2028年7月10日届满',
    );
  });
});
