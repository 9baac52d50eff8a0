/** Demands, and limitation where the claim lives by them. */
import type { Case } from '../case/case.ts';
import { channelName, paperName } from '../claim/loan-words.ts';
import { loanLimitation, reachedOn } from '../law/case-limits.ts';
import { printDate as day } from '../text/chinese-date.ts';
import type { FactDraft, ProofsOf } from './facts.ts';
import { copyWeakness } from './weakness.ts';

const NEEDS: Record<Case['demands'][number]['channel'], string> = {
  call: '通话录音和通话记录',
  sms: '短信截图，显示对方号码和时间',
  wechat: '微信聊天截图，显示对方账号和时间',
  email: '邮件及其发出、收到的记录',
  letter: '催收通知书底稿、快递单和签收记录',
  visit: '当面的录音、录像，或者对方签收的字条',
  lawyerLetter: '律师函、快递单和签收记录',
  other: '能看出时间、内容和对方收到的材料',
};

/** Each demand: it helps wherever limitation does not stand on it. */
export function demandFacts(c: Case): FactDraft[] {
  return c.demands.map((d, i) => ({
    ...{ kind: 'demand', path: `demands.${i}`, recordId: d.id, group: 'demand' },
    ...{ required: false, needs: NEEDS[d.channel], weak: copyWeakness },
    text:
      d.outcome === 'promise'
        ? `${day(d.date)}对方答应还款（${channelName(d.channel)}）`
        : `${day(d.date)}通过${channelName(d.channel)}催收`,
  }));
}

/**
 * 诉讼时效, for a loan whose claim would be late without its interruptions: those on record have to be proved
 * (Civil Code 188, 195). What there is proof for is counted alone; while that is enough, the fact is proved.
 */
export function limitationFacts(c: Case, today: string, proofsOf: ProofsOf): FactDraft[] {
  const asOf = c.suit.filedOn ?? today;
  const before: Case = { ...c, suit: { ...c.suit, filedOn: null } };
  const proven = (id: string) => proofsOf(id).length > 0;
  const none: Case = {
    ...before,
    demands: before.demands.map((d) => ({ ...d, arrived: 'no', outcome: 'none' })),
    transfers: before.transfers.filter((t) => t.direction === 'out'),
  };
  const shown: Case = {
    ...before,
    demands: before.demands.map((d) =>
      proven(d.id) ? d : { ...d, arrived: 'no' as const, outcome: 'none' as const },
    ),
    transfers: before.transfers.filter((t) => t.direction === 'out' || proven(t.id)),
  };
  return c.loans.flatMap((loan): FactDraft[] => {
    const full = loanLimitation(before, loan, asOf);
    const needed = loanLimitation(none, loan, asOf).expired && !full.expired;
    const last = full.chain.at(-1);
    if (!needed || !last) return [];
    const acts = [
      ...c.demands.map((d, i) => ({
        id: d.id,
        path: `demands.${i}`,
        dates: [d.date, reachedOn(d)],
      })),
      ...c.transfers.flatMap((t, i) =>
        t.direction === 'in' ? [{ id: t.id, path: `transfers.${i}`, dates: [t.date] }] : [],
      ),
    ];
    const links = full.chain.flatMap((x) => acts.filter((a) => a.dates.includes(x.date)));
    const enough = !loanLimitation(shown, loan, asOf).expired;
    const act = (enough ? undefined : links.findLast((a) => !proven(a.id))) ?? links.at(-1);
    if (!act) return [];
    return [
      {
        ...{ kind: 'limitation', path: act.path, recordId: act.id, group: 'demand' },
        required: true,
        text: `${c.loans.length > 1 ? paperName(loan) : ''}诉讼时效没有过，靠的是${day(last.date)}等催收、还款使时效中断`,
        needs: '催收记录，要看得出时间、内容和对方收到；部分还款的收款流水也可以',
        by: enough ? links.map((a) => a.id) : [],
      },
    ];
  });
}
