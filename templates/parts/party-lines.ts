/** The party paragraphs of narrative papers (form 02 B, 05b): one line a person, agents below. */
import type { Case } from '../../shared/case/case.ts';
import type { Agent, Party, Person } from '../../shared/case/party.ts';
import { type Paragraph, p } from '../paper.ts';
import { idTypeName } from './party-blocks.ts';
import { agentPost, agentsOf, fullName, partyPath } from './people.ts';
import { day } from './words.ts';

export interface PartyLineOptions {
  /** 生 in the 2016 complaint, 出生 in the 2016 enforcement papers. */
  born?: '生' | '出生';
  /** 委托诉讼代理人 in suits and enforcement, 委托代理人 elsewhere. */
  agentLabel?: string;
}

const phrase = (parts: string[]) => parts.filter((s) => s !== '').join('，');
const stop = (parts: string[]) => {
  const kept = parts.filter((s) => s !== '');
  return kept.length > 0 ? `${kept.join('。')}。` : '';
};

/** 公民身份号码：… · 护照号码：…; empty without a number. */
export function idText(person: Person): string {
  if (!person.idNumber) return '';
  const label =
    person.idType === 'residentId' ? '公民身份号码' : `${idTypeName(person.idType)}号码`;
  return `${label}：${person.idNumber}`;
}

/** 王某，男，1980年5月12日生，汉族，建材经营者，住…。公民身份号码：…。联系方式：…。 */
export function personText(person: Person, born: '生' | '出生' = '生'): string {
  const sex = person.sex === null ? '' : person.sex === 'male' ? '男' : '女';
  const away =
    person.habitualResidence && person.habitualResidence !== person.domicile
      ? `经常居住地${person.habitualResidence}`
      : '';
  return stop([
    phrase([
      fullName(person),
      sex,
      person.birthDate ? `${day(person.birthDate)}${born}` : '',
      person.ethnicity,
      [person.employer, person.position].filter((s) => s !== '').join(''),
      person.domicile ? `住${person.domicile}` : '',
      away,
    ]),
    idText(person),
    person.phone ? `联系方式：${person.phone}` : '',
  ]);
}

function agentText(agent: Agent, client: Party): string {
  return stop([phrase([agent.name, agentPost(agent, client)])]);
}

/** Lines of one party: an organisation has its representative on a line of its own. */
export function partyLines(
  c: Case,
  label: string,
  party: Party,
  options: PartyLineOptions = {},
): Paragraph[] {
  const field = partyPath(c, party);
  const line = (text: string) => p('body', text, { field });
  const agents = agentsOf(c, [party]).map(({ agent }) =>
    line(`${options.agentLabel ?? '委托诉讼代理人'}：${agentText(agent, party)}`),
  );
  if (party.kind === 'person') {
    return [line(`${label}：${personText(party, options.born)}`), ...agents];
  }
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

/** All parties of one side. */
export function sideLines(
  c: Case,
  label: string,
  parties: Party[],
  options: PartyLineOptions = {},
): Paragraph[] {
  return parties.flatMap((party) => partyLines(c, label, party, options));
}
