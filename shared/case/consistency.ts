/** Problems between records: references that lead nowhere, and dates in an impossible order. */
import type { Case } from './case.ts';
import { recordProblems } from './consistency-records.ts';
import type { Loan } from './loan.ts';
import type { Problem } from './parse.ts';
import { provableRecords } from './provable.ts';

const error = (path: string, message: string): Problem => ({ level: 'error', path, message });

function duplicateIds(c: Case): Problem[] {
  const lists = [
    'parties',
    'agents',
    'loans',
    'transfers',
    'demands',
    'demandPlans',
    'evidence',
    'propertyClues',
    'conduct',
  ] as const;
  return lists.flatMap((list) => {
    const seen = new Set<string>();
    return c[list].flatMap((record, i) => {
      if (seen.has(record.id))
        return [error(`${list}.${i}.id`, `编号“${record.id}”重复，请改成不同的编号`)];
      seen.add(record.id);
      return [];
    });
  });
}

function reference(known: Set<string>, id: string | null, path: string, what: string): Problem[] {
  return id !== null && !known.has(id)
    ? [error(path, `找不到编号为“${id}”的${what}，请重新选择`)]
    : [];
}

function references(c: Case): Problem[] {
  const parties = new Set(c.parties.map((p) => p.id));
  const loans = new Set(c.loans.map((l) => l.id));
  const evidence = new Set(c.evidence.map((e) => e.id));
  const party = (id: string | null, path: string) => reference(parties, id, path, '当事人');
  const proofs = (ids: string[], path: string) =>
    ids.flatMap((id, i) => reference(evidence, id, `${path}.${i}`, '证据'));
  return [
    ...c.agents.flatMap((a, i) => party(a.partyId, `agents.${i}.partyId`)),
    ...c.loans.flatMap((l, i) => [
      ...l.lenderIds.flatMap((id, k) => party(id, `loans.${i}.lenderIds.${k}`)),
      ...l.borrowerIds.flatMap((id, k) => party(id, `loans.${i}.borrowerIds.${k}`)),
      ...l.guarantees.flatMap((g, k) => party(g.partyId, `loans.${i}.guarantees.${k}.partyId`)),
    ]),
    ...c.transfers.flatMap((t, i) => reference(loans, t.loanId, `transfers.${i}.loanId`, '借款')),
    ...c.demands.flatMap((d, i) => [
      ...party(d.toPartyId, `demands.${i}.toPartyId`),
      ...proofs(d.evidenceIds, `demands.${i}.evidenceIds`),
      ...(d.arrivedOn !== null && d.arrivedOn < d.date
        ? [error(`demands.${i}.arrivedOn`, '到达的日期早于催收的日期，请核对')]
        : []),
    ]),
    ...c.demandPlans.flatMap((d, i) => party(d.toPartyId, `demandPlans.${i}.toPartyId`)),
    ...c.propertyClues.flatMap((p, i) => [
      ...party(p.partyId, `propertyClues.${i}.partyId`),
      ...proofs(p.evidenceIds, `propertyClues.${i}.evidenceIds`),
    ]),
    ...c.conduct.flatMap((f, i) => [
      ...party(f.partyId, `conduct.${i}.partyId`),
      ...(f.ground === null && f.measure === null
        ? [error(`conduct.${i}.ground`, '请选择这条事实说明哪一种情形或者哪一项措施')]
        : []),
      ...proofs(f.evidenceIds, `conduct.${i}.evidenceIds`),
    ]),
    ...(c.judgment?.services ?? []).flatMap((s, i) =>
      party(s.partyId, `judgment.services.${i}.partyId`),
    ),
  ];
}

function loanDates(c: Case, loan: Loan, i: number): Problem[] {
  const path = `loans.${i}`;
  const problems: Problem[] = [];
  const out = c.transfers.filter((t) => t.loanId === loan.id && t.direction === 'out');
  const first = out.map((t) => t.date).sort()[0];
  const settled = loan.rollover?.settledOn;
  if (settled !== undefined && first !== undefined && settled < first) {
    problems.push(
      error(`${path}.rollover.settledOn`, `结算日期 ${settled} 早于出借日期 ${first}，请核对`),
    );
  }
  if (settled !== undefined && loan.due !== null && loan.due < settled) {
    problems.push(
      error(`${path}.due`, `到期日 ${loan.due} 早于结算日期 ${settled}；请填新借据约定的到期日`),
    );
  }
  if (settled !== undefined && out.some((t) => t.date > settled)) {
    problems.push(
      error(`${path}.rollover.settledOn`, '结算以后又借出的钱是另一笔借款，请在“借款”里另录一笔'),
    );
  }
  if (loan.due !== null && loan.termFrom !== null && loan.due < loan.termFrom) {
    problems.push(error(`${path}.due`, `到期日 ${loan.due} 早于起借日 ${loan.termFrom}，请核对`));
  }
  if (loan.due !== null && first !== undefined && loan.due < first) {
    problems.push(error(`${path}.due`, `到期日 ${loan.due} 早于交付款项的日期 ${first}，请核对`));
  }
  c.transfers.forEach((t, k) => {
    if (t.loanId !== loan.id) return;
    if (t.direction === 'in') {
      if (first === undefined) {
        problems.push(
          error(`transfers.${k}.loanId`, '这笔借款还没有交付记录，请先录入出借的转账，再录还款'),
        );
      } else if (t.date < first) {
        problems.push(
          error(`transfers.${k}.date`, `还款日期 ${t.date} 早于出借日期 ${first}，请核对`),
        );
      }
    } else if (t.withheld >= t.amount) {
      problems.push(error(`transfers.${k}.withheld`, '预先扣除的利息应小于转账金额'));
    }
  });
  if (loan.interest === 'agreed' && loan.rate === null) {
    problems.push(error(`${path}.rate`, '已选“约定了利息”，请填写利率，或改选“未约定”“约定不明”'));
  }
  return problems;
}

function afterEachOther(
  first: string | null | undefined,
  second: string | null | undefined,
  path: string,
  message: string,
): Problem[] {
  return first && second && second < first
    ? [error(path, `${message}（${second} 早于 ${first}），请核对`)]
    : [];
}

/** Money lent belongs to a loan; money back may leave open which, but comes after the first money lent. */
function unassigned(c: Case): Problem[] {
  const first = c.transfers
    .filter((t) => t.direction === 'out')
    .map((t) => t.date)
    .sort()[0];
  return c.transfers.flatMap((t, k) => {
    if (t.loanId !== null) return [];
    if (t.direction === 'out') {
      return [error(`transfers.${k}.loanId`, '借出的钱要选属于哪笔借款')];
    }
    return first === undefined || t.date < first
      ? [error(`transfers.${k}.date`, `还款日期 ${t.date} 之前没有借出的钱，请核对`)]
      : [];
  });
}

function periods(c: Case): Problem[] {
  const stays = c.enforcement?.stays ?? [];
  return [
    ...stays.flatMap((s, i) =>
      afterEachOther(s.from, s.to, `enforcement.stays.${i}.to`, '结束日期不应早于开始日期'),
    ),
    ...c.background.obstacles.flatMap((s, i) =>
      afterEachOther(s.from, s.to, `background.obstacles.${i}.to`, '障碍消除日不应早于发生日'),
    ),
  ];
}

/** Evidence handed in stands as it is: no number twice, and the record behind it should still be there. */
function releases(c: Case): Problem[] {
  const taken = new Set<number>();
  return c.evidenceReleases.flatMap((r, i) =>
    r.exhibits.flatMap((e, k): Problem[] => {
      const path = `evidenceReleases.${i}.exhibits.${k}`;
      if (taken.has(e.number))
        return [error(`${path}.number`, `证据${e.number}提交过两次，编号不能重复`)];
      taken.add(e.number);
      if (e.to < e.from) return [error(`${path}.to`, '末页不应小于首页')];
      return c.evidence.some((item) => item.id === e.id)
        ? []
        : [
            {
              level: 'warning',
              path,
              message: `已提交的证据${e.number}在证据里找不到了，它的编号会一直空着；删除前请先确认`,
            },
          ];
    }),
  );
}

/** A signed agreement has its date, its sums and its rows; calling the rest due comes after it. */
function agreement(c: Case): Problem[] {
  const s = c.settlement;
  if (s?.status !== 'signed') return [];
  const sum = s.instalments.reduce((n, x) => n + x.principal, 0);
  return [
    ...(s.signedOn === null ? [error('settlement.signedOn', '请填写协议的签订日期')] : []),
    ...(s.debt === null || s.instalments.length === 0
      ? [error('settlement.instalments', '已签订的协议要有各期的日期和金额，请退回草稿再排一次')]
      : sum !== s.debt.principal
        ? [error('settlement.instalments', '各期本金合计和确认的本金不一致，请退回草稿再排一次')]
        : []),
    ...s.instalments.flatMap((x, i) =>
      afterEachOther(
        s.instalments[i - 1]?.due,
        x.due,
        `settlement.instalments.${i}.due`,
        '各期日期应按先后排列',
      ),
    ),
    ...afterEachOther(
      s.signedOn,
      s.acceleratedOn,
      'settlement.acceleratedOn',
      '宣布全部到期的日期不应早于签订日期',
    ),
  ];
}

/** Evidence that names a record which is not there proves nothing; the link is told, the case goes on. */
function lostProofs(c: Case): Problem[] {
  const known = new Set(provableRecords(c).map((r) => r.id));
  return c.evidence.flatMap((e, i) =>
    e.proves.flatMap((id, k): Problem[] =>
      known.has(id)
        ? []
        : [
            {
              level: 'warning',
              path: `evidence.${i}.proves.${k}`,
              message: `“${e.name || '未命名的证据'}”关联的记录（编号“${id}”）已经不在案件里，请在“证明哪些记录”里重新选择`,
            },
          ],
    ),
  );
}

/** Everything that can't be true of the case as a whole. Warnings for what is merely unusual. */
export function consistencyProblems(c: Case): Problem[] {
  const j = c.judgment;
  const e = c.enforcement;
  return [
    ...duplicateIds(c),
    ...references(c),
    ...releases(c),
    ...lostProofs(c),
    ...c.loans.flatMap((loan, i) => loanDates(c, loan, i)),
    ...unassigned(c),
    ...periods(c),
    ...agreement(c),
    ...recordProblems(c),
    ...afterEachOther(
      c.suit.filedOn,
      j?.decidedOn,
      'judgment.decidedOn',
      '判决日期不应早于起诉日期',
    ),
    ...afterEachOther(
      j?.decidedOn,
      j?.effectiveOn,
      'judgment.effectiveOn',
      '生效日期不应早于判决日期',
    ),
    ...afterEachOther(
      j?.effectiveOn,
      e?.appliedOn,
      'enforcement.appliedOn',
      '申请执行日期不应早于生效日期',
    ),
    ...(j?.services ?? []).flatMap((s, i) =>
      afterEachOther(
        j?.decidedOn,
        s.date,
        `judgment.services.${i}.date`,
        '送达日期不应早于判决日期',
      ),
    ),
  ];
}
