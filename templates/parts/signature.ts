/** Signature lines: the label and room for the pen; the name is never typed in (form 00, 10 F 6). */
import type { Party } from '../../shared/case/party.ts';
import { type Paragraph, p, type Run } from '../paper.ts';
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

export interface Signing {
  /** How a natural person signs, where that is more than a name. */
  person?: '签名' | '签名、指印';
  /** The name stands there even when only one signs (letters). */
  named?: boolean;
  /** Case field of a party. */
  field?: (party: Party) => string;
  /** Face of the line, where the paper has its own. */
  font?: Extract<Run, { text: string }>['font'];
}

/** Characters that fit beside the left half of a page; a longer name has the mark on a line of its own. */
const ROOM = 15;

/**
 * A line for each party's hand: 起诉人（签名）： for one; several have their names before it, so that each
 * signs at its own place. An organisation seals and its representative signs (form 00 Signature).
 */
export function signerLines(
  label: string,
  parties: readonly Party[],
  how: Signing = {},
): Paragraph[] {
  const line = (party: Party | null) => {
    const name = party && (how.named || parties.length > 1) ? party.name : '';
    const mark =
      party?.kind === 'organisation' ? '（公章和签名）：' : `（${how.person ?? '签名'}）：`;
    const who = `${label}${name}`;
    const text = `${who}${name && who.length + mark.length > ROOM ? '\n' : ''}${mark}`;
    return p('signature', [how.font ? { text, font: how.font } : { text }], {
      keepNext: true,
      ...(party && how.field ? { field: how.field(party) } : {}),
    });
  };
  return parties.length === 0 ? [line(null)] : parties.map(line);
}
