/** 民事起诉状 in the narrative style of 2016, for natural persons and organisations (forms/02). */
import type { Case } from '../shared/case/case.ts';
import type { Party } from '../shared/case/party.ts';
import { filingProblems, fitsFiling } from './checks/filing.ts';
import { type Paper, type Paragraph, p } from './paper.ts';
import { idTypeName } from './parts/party-blocks.ts';
import { passageField, passageText } from './parts/passages.ts';
import {
  agentsOf,
  copies,
  defendants,
  fullName,
  names,
  partyPath,
  plaintiffs,
  thirdPersons,
} from './parts/people.ts';
import { day, dayOr, fileName } from './parts/words.ts';
import type { PaperContext, PaperTemplate } from './template.ts';

const ID = 'complaint-narrative';

const phrase = (parts: string[]) => parts.filter((s) => s !== '').join('，');
const stop = (parts: string[]) => {
  const kept = parts.filter((s) => s !== '');
  return kept.length > 0 ? `${kept.join('。')}。` : '';
};

function idText(party: Extract<Party, { kind: 'person' }>): string {
  if (!party.idNumber) return '';
  const label = party.idType === 'residentId' ? '公民身份号码' : `${idTypeName(party.idType)}号码`;
  return `${label}：${party.idNumber}`;
}

/** 王某，男，1980年5月12日生，汉族，建材经营者，住…。公民身份号码：…。联系方式：…。 */
function personText(party: Extract<Party, { kind: 'person' }>): string {
  const sex = party.sex === null ? '' : party.sex === 'male' ? '男' : '女';
  const away =
    party.habitualResidence && party.habitualResidence !== party.domicile
      ? `经常居住地${party.habitualResidence}`
      : '';
  return stop([
    phrase([
      fullName(party),
      sex,
      party.birthDate ? `${day(party.birthDate)}生` : '',
      party.ethnicity,
      [party.employer, party.position].filter((s) => s !== '').join(''),
      party.domicile ? `住${party.domicile}` : '',
      away,
    ]),
    idText(party),
    party.phone ? `联系方式：${party.phone}` : '',
  ]);
}

/** Lines of one party: an organisation has its representative on a line of its own. */
function partyLines(c: Case, label: string, party: Party): Paragraph[] {
  const field = partyPath(c, party);
  const line = (text: string) => p('body', text, { field });
  const agents = agentsOf(c, [party]).map(({ agent }) =>
    line(`委托诉讼代理人：${stop([phrase([agent.name, agent.unit, agent.position])])}`),
  );
  if (party.kind === 'person') return [line(`${label}：${personText(party)}`), ...agents];
  const code = party.creditCode ? `统一社会信用代码：${party.creditCode}` : '';
  const seat = party.domicile ? `住所${party.domicile}` : '';
  const head = stop([phrase([party.name, seat, code])]);
  const phone = party.phone ? `联系方式：${party.phone}` : '';
  const boss = party.representative
    ? [
        line(
          `法定代表人：${stop([phrase([party.representative, party.representativePosition, phone])])}`,
        ),
      ]
    : [];
  return [line(`${label}：${head}`), ...boss, ...agents];
}

function side(c: Case, label: string, parties: Party[]): Paragraph[] {
  return parties.flatMap((party) => partyLines(c, label, party));
}

const paragraphs = (text: string, field: string) =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => p('body', line, { field }));

function build(x: PaperContext): Paper {
  const c = x.case;
  const passage = (name: string) =>
    paragraphs(passageText(x, `${ID}.${name}`), passageField(c, `${ID}.${name}`));
  const heading = (text: string) => p('heading', text, { keepNext: true });
  const organisation = plaintiffs(c).some((party) => party.kind === 'organisation');
  return {
    id: ID,
    title: '民事起诉状',
    profile: 'N',
    fileName: fileName('01', '民事起诉状（叙述式）', names(plaintiffs(c))),
    date: c.suit.signedOn ?? x.today,
    blocks: [
      p('title', '民事起诉状'),
      ...side(c, '原告', plaintiffs(c)),
      ...side(c, '被告', defendants(c)),
      ...side(c, '第三人', thirdPersons(c)),
      heading('诉讼请求：'),
      ...passage('claims'),
      heading('事实和理由：'),
      ...passage('facts'),
      heading('证据和证据来源，证人姓名和住所：'),
      p('body', '详见《证据目录》。', { field: 'evidence' }),
      p('salutation', '此致', { keepNext: true }),
      p('court', c.suit.court || '××××人民法院', { field: 'suit.court', keepNext: true }),
      p('attachment', `附：本起诉状副本${copies(c).forOpponents}份`, { keepNext: true }),
      p('signature', organisation ? '起诉人（公章和签名）：' : '起诉人（签名）：', {
        keepNext: true,
      }),
      p('signature', dayOr(c.suit.signedOn, '    年    月    日'), { field: 'suit.signedOn' }),
    ],
  };
}

export const complaintNarrative: PaperTemplate = {
  id: ID,
  title: '民事起诉状（叙述式）',
  form: '02',
  stage: 'filing',
  fits: fitsFiling,
  missing: (x) => filingProblems(x, ID),
  build,
};
