/** Who stands where in a paper: the case's parties by their place in the suit. */
import type { Case } from '../../shared/case/case.ts';
import type { Agent, Party } from '../../shared/case/party.ts';

export { borrowersOf, lendersOf, named, names } from '../../shared/case/who.ts';

/** 原告 / 申请执行人: the lenders. */
export function plaintiffs(c: Case): Party[] {
  return c.parties.filter((p) => p.role === 'lender');
}

/** 被告 / 被执行人: borrowers first, then guarantors. */
export function defendants(c: Case): Party[] {
  return [...borrowers(c), ...guarantors(c)];
}

export function borrowers(c: Case): Party[] {
  return c.parties.filter((p) => p.role === 'borrower');
}

export function guarantors(c: Case): Party[] {
  return c.parties.filter((p) => p.role === 'guarantor');
}

/** 第三人. */
export function thirdPersons(c: Case): Party[] {
  return c.parties.filter((p) => p.role === 'thirdPerson');
}

/** Agents of these parties, at most two each (CPL art. 61; the rest is reported by the checks). */
export function agentsOf(c: Case, parties: Party[]): { agent: Agent; party: Party }[] {
  return parties.flatMap((party) =>
    c.agents
      .filter((a) => a.partyId === party.id)
      .slice(0, 2)
      .map((agent) => ({ agent, party })),
  );
}

/** 甲省××律师事务所律师 · 乙市××公司法务: what an agent is, in one phrase; empty for a relative. */
export function agentPost(agent: Agent, client: Party): string {
  switch (agent.kind) {
    case 'lawyer':
      return `${agent.unit}律师`;
    case 'legalWorker':
      return `${agent.unit}基层法律服务工作者`;
    case 'employee':
      return `${agent.unit || client.name}${agent.position || '工作人员'}`;
    case 'relative':
      return '';
    case 'other':
      return `${agent.unit}${agent.position}`;
  }
}

/** Full name; former name in brackets; a trader with a trade name as 字号（经营者：…） (cplInterp art. 59). */
export function fullName(p: Party): string {
  if (p.kind === 'organisation') return p.name;
  if (p.tradeName) return `${p.tradeName}（经营者：${p.name}）`;
  return p.formerName ? `${p.name}（曾用名${p.formerName}）` : p.name;
}

/** Path of a party in the case document. */
export function partyPath(c: Case, p: Party): string {
  return `parties.${c.parties.indexOf(p)}`;
}

/** Copies of a paper: one for each opponent (CPL art. 123), one for the court, and those asked for. */
export function copies(c: Case): { forOpponents: number; total: number } {
  const forOpponents = defendants(c).length + thirdPersons(c).length;
  return { forOpponents, total: forOpponents + 1 + c.suit.extraCopies };
}
