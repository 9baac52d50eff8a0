import type { Case } from '../case/case.ts';
import { RESTRICTED_CONSUMPTION } from './dishonest-grounds.ts';
import {
  type Check,
  type ConsumptionView,
  type Missing,
  type Reason,
  VERDICT_TEXT,
} from './dishonest-types.ts';
import { cite } from './statutes.ts';

const PEOPLE_NOTE: Reason = {
  text: '被执行人是单位的，它的法定代表人、主要负责人、影响债务履行的直接责任人员、实际控制人也受限制。他们只是被限制消费，本人不是债务人的，不会因此列入名单。',
  article: cite('consumption', 3),
};
const PERSONS = 'choices.consumption-restriction.persons';

/**
 * Whom the order covers: a person alone; with an organisation its legal representative, the person in
 * charge, those directly responsible for the debt's not being paid and the actual controller (art. 3).
 * They are restricted, not listed, unless they are debtors themselves.
 */
function restricted(c: Case, partyId: string | null): ConsumptionView['people'] {
  const at = c.parties.findIndex((p) => p.id === partyId);
  const party = c.parties[at];
  if (!party) return [];
  const self = { who: party.name, role: '被执行人', path: `parties.${at}.name` };
  if (party.kind === 'person') return [self];
  const path = `parties.${at}.representative`;
  const others = c.choices['consumption-restriction']?.persons;
  return [
    self,
    { who: party.representative, role: '法定代表人', path },
    ...(Array.isArray(others) ? others : [])
      .filter((line): line is string => typeof line === 'string' && line.trim() !== '')
      .map((who) => ({ who, role: '', path: PERSONS })),
  ];
}

/**
 * Whether a consumption restriction can be applied for: the notice period has passed unpaid
 * (限消规定 art. 1), normally on a written application (art. 4). Listed debtors must be restricted.
 * Unlike the list it needs no ground: non-performance after the notice is enough.
 */
export function consumptionView(
  c: Case,
  today: string,
  before: Check[],
  excluded: Check[],
  partyId: string | null = null,
): ConsumptionView {
  const listed = c.enforcement?.listedOn;
  const must = Boolean(listed && listed <= today);
  const no = before.filter((k) => k.state === 'no');
  // Without an instrument all wait for it: that is said once.
  const missing: Missing[] = before
    .filter((k) => k.state === 'unknown')
    .filter((k, i, all) => all.findIndex((one) => one.path === k.path) === i)
    .map((k) => ({ text: k.text, path: k.path }));
  if (!c.enforcement?.caseNumber) {
    missing.push({ text: '填写执行案号', path: 'enforcement.caseNumber' });
  }
  const reasons: Reason[] = [];
  const issued = c.enforcement?.consumptionOrderOn;
  if (issued && issued <= today) {
    reasons.push({ text: '限制消费令已经发出，不必再申请。', article: cite('consumption', 4) });
  }
  for (const k of no) reasons.push({ text: k.text, ...(k.article && { article: k.article }) });
  if (no.length === 0) {
    reasons.push(
      must
        ? { text: '已列入失信名单的人，法院应当限制消费。', article: cite('consumption', 1) }
        : {
            text: '没有在执行通知书指定的期间内履行的，法院可以限制消费；一般由您书面申请。',
            article: cite('consumption', 1),
          },
      {
        text: '请核对执行通知书指定的期间是否已过；期间以通知书上写的为准。',
        article: cite('consumption', 1),
      },
    );
  }
  if (excluded.some((k) => k.id === 'minor' && k.state === 'yes')) {
    reasons.push({ text: '被执行人是未成年人，是否限制消费请先问执行法官。' });
  }
  const done = Boolean(issued && issued <= today);
  const verdict = no.length > 0 || done ? 'notMet' : missing.length > 0 ? 'insufficient' : 'met';
  return {
    verdict,
    gap:
      verdict === 'insufficient'
        ? `${VERDICT_TEXT.insufficient}：${missing.map((m) => m.text.replace(/。$/, '')).join('；')}。`
        : '',
    issued: done,
    must,
    reasons,
    missing,
    heads: RESTRICTED_CONSUMPTION,
    people: restricted(c, partyId),
    ...(c.parties.some((p) => p.id === partyId && p.kind === 'organisation')
      ? { peopleNote: PEOPLE_NOTE }
      : {}),
    papers: ['consumption-restriction'],
  };
}
