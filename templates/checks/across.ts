/**
 * What is compared between a finished paper and the case, whatever the paper: identity numbers, the court,
 * days in order, wording (form 10 F 1, 2, 6, 11). Figures, names and copies are in ../checks.ts.
 */
import { type Block, type Paper, type Paragraph, paperText } from '../paper.ts';
import { executingCourt } from '../parts/enforcement-application.ts';
import { plaintiffs } from '../parts/people.ts';
import { day } from '../parts/words.ts';
import type { Missing, PaperContext } from '../template.ts';
import { blocking, insults, warning } from './common.ts';

/** An identity number or credit code standing by itself. */
const NUMBER =
  /(?<![\dA-Z])(?:\d{17}[\dXx]|[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10})(?![\dA-Z])/g;

const sameDigits = (a: string, b: string) =>
  [...a].reduce((n, digit, i) => n + (digit.toUpperCase() === b[i]?.toUpperCase() ? 1 : 0), 0);

/** A number nearly that of a party is a slip of the pen; one that the case does not know may be meant. */
function identities(text: string, x: PaperContext): Missing[] {
  const { prose, ...rest } = x.case;
  const known = JSON.stringify(rest).toUpperCase();
  return [...new Set(text.match(NUMBER) ?? [])].flatMap((number): Missing[] => {
    if (known.includes(number.toUpperCase())) return [];
    const i = x.case.parties.findIndex(
      (p) => sameDigits(p.kind === 'person' ? p.idNumber : p.creditCode, number) >= 14,
    );
    const party = x.case.parties[i];
    const at = prose.findIndex((p) => p.text.includes(number));
    const path = at >= 0 ? `prose.${at}.text` : i >= 0 ? `parties.${i}` : 'parties';
    return [
      party
        ? blocking(path, `证件号码${number}与${party.name}登记的号码不一致，请改成一致`)
        : warning(path, `证件号码${number}不是案件里任何人的号码，请核对`),
    ];
  });
}

const isCourt = (block: Block): block is Paragraph =>
  block.type === 'paragraph' && block.style === 'court';
const words = (p: Paragraph) => p.runs.map((r) => ('box' in r ? '' : r.text)).join('');

/** The court a paper goes to is the one on record for its stage. */
function courts(paper: Paper, stage: string, x: PaperContext): Missing[] {
  const c = x.case;
  const suit = c.suit.court;
  const executing = executingCourt(c).text;
  const late = stage === 'enforcement' || stage === 'dishonest';
  const [wanted, path] = late ? [executing, 'enforcement.court'] : [suit, 'suit.court'];
  const found = paper.blocks.filter(isCourt).map(words);
  const other = found.find((name) => /人民法院$/.test(name) && !name.startsWith('×'));
  const differs =
    (stage === 'filing' || stage === 'trial' || late) &&
    other !== undefined &&
    wanted !== '' &&
    other !== wanted;
  const j = c.judgment;
  const unlike =
    late &&
    j !== null &&
    ['judgment', 'ruling', 'mediation'].includes(j.kind) &&
    /人民法院$/.test(j.issuer) &&
    !/(?:中级|高级|最高)人民法院$/.test(j.issuer) &&
    suit !== '' &&
    j.issuer !== suit;
  return [
    ...(differs
      ? [warning(path, `这份文书写的是${other}，案件里登记的是${wanted}，请核对收件法院`)]
      : []),
    ...(unlike
      ? [warning('judgment.issuer', `作出文书的是${j.issuer}，起诉时填写的是${suit}，请核对`)]
      : []),
  ];
}

/** Nothing told in the complaint may lie after the day it was signed; it is signed before it is filed. */
function days(paper: Paper, x: PaperContext): Missing[] {
  const { suit, demands, transfers } = x.case;
  if (!paper.id.startsWith('complaint-') || suit.signedOn === null) return [];
  const signed = suit.signedOn;
  const last = [...demands.map((d) => d.date), ...transfers.map((t) => t.date)].sort().at(-1);
  return [
    ...(last !== undefined && last > signed
      ? [
          warning(
            'suit.signedOn',
            `起诉状的签署日期${day(signed)}早于流水、催收里的${day(last)}，请核对日期`,
          ),
        ]
      : []),
    ...(suit.filedOn !== null && suit.filedOn < signed
      ? [
          warning(
            'suit.signedOn',
            `签署日期${day(signed)}晚于起诉日期${day(suit.filedOn)}，请核对日期`,
          ),
        ]
      : []),
  ];
}

/** Where in the case a piece of text was typed. */
function pathOf(value: unknown, piece: string, path = ''): string {
  if (typeof value === 'string') return value.includes(piece) ? path : '';
  if (typeof value !== 'object' || value === null) return '';
  for (const [key, inner] of Object.entries(value)) {
    const found = pathOf(inner, piece, path ? `${path}.${key}` : key);
    if (found) return found;
  }
  return '';
}

function wording(lines: readonly string[], x: PaperContext): Missing[] {
  return lines.flatMap((line) => {
    const [found] = insults([['', line]]);
    const piece = /“(.+?)”/.exec(found?.message ?? '')?.[1];
    return found && piece ? [{ ...found, path: pathOf(x.case, piece) || 'parties' }] : [];
  });
}

/** A paper signed by somebody has to name them. */
function signers(text: string, x: PaperContext): Missing[] {
  return plaintiffs(x.case).some((p) => p.name !== '' && text.includes(p.name))
    ? []
    : plaintiffs(x.case).some((p) => p.name !== '')
      ? [blocking('parties', '这份文书里没有出借人的姓名，请核对当事人')]
      : [];
}

/** Everything of the above in one finished paper. */
export function acrossProblems(paper: Paper, stage: string, x: PaperContext): Missing[] {
  const lines = paperText(paper);
  const text = lines.join('\n');
  return [
    ...identities(text, x),
    ...courts(paper, stage, x),
    ...days(paper, x),
    ...wording(lines, x),
    ...signers(text, x),
  ];
}
