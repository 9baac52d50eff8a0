/**
 * Proof that is there and does not carry far: a copy nobody can check (evidence rules art. 90(5)), a chat
 * picture in place of a slip, a note in place of the delivery (rules of private lending art. 15).
 */
import type { EvidenceItem } from '../case/conduct.ts';
import { formOf } from '../case/evidence-form.ts';
import type { Loan, Transfer } from '../case/loan.ts';

/** A picture of a conversation and nothing from the bank or platform behind it. */
function isChat(item: EvidenceItem): boolean {
  if (item.chat) return ['wechat', 'sms', 'other'].includes(item.chat.platform);
  return /聊天|微信记录|短信/.test(item.name) && item.form !== 'original';
}

const isReceipt = (item: EvidenceItem) => /收条|收据|收到/.test(item.name);
const all = (items: readonly EvidenceItem[], is: (item: EvidenceItem) => boolean) =>
  items.length > 0 && items.every(is);

/** What every proof suffers from; '' when one of them can be checked against its original. */
export function copyWeakness(items: readonly EvidenceItem[]): string {
  return all(items, (e) => formOf(e) === 'copy' && e.originalHeld === false)
    ? '只有核对不了原件的复印件，不能单独证明'
    : '';
}

/** Why the proof of money handed over may not carry; '' when it may. */
export function deliveryWeakness(
  t: Transfer,
  loan: Loan | undefined,
  items: readonly EvidenceItem[],
): string {
  const note = all(items, (e) => e.group === 'agreement' && !isReceipt(e));
  if (note && t.method === 'cash' && loan?.paper !== 'receipt')
    return '现金交付，只有借条，没有收条或者取款记录';
  if (note && t.method !== 'cash') return '只有借条，没有转账凭证';
  if (all(items, isChat)) {
    return t.method === 'cash'
      ? '现金交付，只有聊天截图，没有收条或者取款记录'
      : '只有聊天截图，没有盖章的回单或者流水';
  }
  return copyWeakness(items);
}

/** Why the proof of an agreement may not carry; '' when it may. */
export function agreementWeakness(items: readonly EvidenceItem[]): string {
  const untied = (e: EvidenceItem) => isChat(e) && e.chat?.checks.identityTied !== true;
  if (all(items, untied)) return '只有聊天记录，还没有证明对方的账号就是其本人';
  return copyWeakness(items);
}
