/**
 * What a file's name says of the evidence in it: a name that can be printed on the evidence list, and the
 * group of that list it most likely belongs to. Both are proposals that stand in the form to be changed.
 */
import type { z } from 'zod';
import type { evidenceItem } from './conduct.ts';

type Group = z.output<typeof evidenceItem>['group'];

/** Without the invisible signs that turn text around or hide parts of it. */
export function visibleText(text: string): string {
  return text.replace(/\p{Cf}/gu, '');
}

/** 借条🧾(1).jpg → 借条(1): the file's name without its ending and without what no court's font can print. */
export function evidenceTitle(fileName: string): string {
  const stem = visibleText(fileName).replace(/\.[^.]{1,5}$/, '');
  const printable = stem.replace(/(?![\d#*©®])\p{Emoji}\p{Emoji_Modifier}?\uFE0F?|\uFE0F/gu, '');
  return printable.replace(/\s+/g, ' ').trim() || '未命名的文件';
}

/** In this order: 还款回单 is a repayment before it is a transfer. A chat can prove anything, so it says nothing. */
const SIGNS: readonly [Group, RegExp][] = [
  ['identity', /身份证|户口|营业执照|身份信息|户籍/],
  ['enforcement', /判决|裁定|调解书|执行|生效证明/],
  ['costs', /律师费|发票|代理合同|保全费|保险费|公证费/],
  ['demand', /催|律师函/],
  ['security', /抵押|质押|保证合同|担保/],
  ['performance', /还款|付息|还息/],
  ['agreement', /借条|欠条|借据|借款合同|借款协议|收条/],
  ['delivery', /回单|流水|转账|汇款|取款|交付/],
];

/** The group that the name speaks of; 其他 when it says nothing. */
export function evidenceGroup(fileName: string): Group {
  return SIGNS.find(([, sign]) => sign.test(fileName))?.[0] ?? 'other';
}
