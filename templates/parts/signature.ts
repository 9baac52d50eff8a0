/** Signature lines: the label and room for the pen; the name is never typed in (form 00, 10 F 6). */
import { type Paragraph, p } from '../paper.ts';
import { dayOr } from './words.ts';

/** 具状人（签字、盖章）： and 日期： on two lines. */
export function signatureLines(
  label: string,
  dateLabel: string,
  signedOn: string | null,
  blank = '',
): Paragraph[] {
  return [
    p('signature', label, { keepNext: true }),
    p('signature', `${dateLabel}${dayOr(signedOn, blank)}`),
  ];
}
