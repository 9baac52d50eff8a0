/** The party blocks of the element forms (form 01 A2, 05a A2): a block per person, lines as printed. */
import type { Case } from '../../shared/case/case.ts';
import type { Agent, Organisation, Party, Person } from '../../shared/case/party.ts';
import { box, type Row, type Run, t } from '../paper.ts';
import { type Grid, HEIGHT, type Line, labelRow, lineHeight, spaced } from './element-form.ts';
import { agentsOf, fullName, partyPath } from './people.ts';
import { dayOr } from './words.ts';

const ID_TYPES: Record<Person['idType'], string> = {
  residentId: '居民身份证',
  passport: '护照',
  hkMacauPermit: '港澳居民来往内地通行证',
  taiwanPermit: '台湾居民来往大陆通行证',
  other: '其他',
};

/** 居民身份证, 护照 … */
export function idTypeName(type: Person['idType']): string {
  return ID_TYPES[type];
}

const TYPES: [NonNullable<Organisation['type']>, string][] = [
  ['limitedCompany', '有限责任公司'],
  ['jointStockCompany', '股份有限公司'],
  ['listedCompany', '上市公司'],
  ['otherEnterprise', '其他企业法人'],
  ['publicInstitution', '事业单位'],
  ['socialGroup', '社会团体'],
  ['foundation', '基金会'],
  ['socialService', '社会服务机构'],
  ['stateOrgan', '机关法人'],
  ['ruralCollective', '农村集体经济组织法人'],
  ['cooperative', '城镇农村的合作经济组织法人'],
  ['grassrootsOrganisation', '基层群众性自治组织法人'],
  ['soleProprietorship', '个人独资企业'],
  ['partnership', '合伙企业'],
  ['professionalServices', '不具有法人资格的专业服务机构'],
];

/** What differs between the blocks of the two forms. */
export interface BlockOptions {
  label: string;
  /** Words for an unknown employer: 无 for oneself, 不详 for the other side. */
  unknownEmployer: string;
  creditCode: boolean;
  listedCompany: boolean;
  /** 控股□ / 参股□ in the complaint, two blanks in the enforcement form. */
  ownershipGap: string;
  bank?: { number: string; holder: string; branch: string };
}

function bankLines(o: BlockOptions): Line[] {
  return o.bank
    ? [`银行账号：${o.bank.number}`, `开户名：${o.bank.holder.padEnd(16)} 开户行：${o.bank.branch}`]
    : [];
}

function personLines(person: Person | null, o: BlockOptions): Line[] {
  const unknown = (value: string) => value || (person?.name ? o.unknownEmployer : '');
  const hasId = Boolean(person?.idNumber);
  return [
    `姓名：${person ? fullName(person) : ''}`,
    [t('性别：男'), box(person?.sex === 'male'), t('  女'), box(person?.sex === 'female')],
    spaced(`出生日期：${dayOr(person?.birthDate ?? null)}`, `民族：${person?.ethnicity ?? ''}`),
    spaced(
      `工作单位：${unknown(person?.employer ?? '')}`,
      `职务：${unknown(person?.position ?? '')}`,
      `联系电话：${person?.phone ?? ''}`,
    ),
    `住所地（户籍所在地）：${person?.domicile ?? ''}`,
    `经常居住地：${person?.habitualResidence || (person?.domicile ? '同上' : '')}`,
    `证件类型：${person && hasId ? idTypeName(person.idType) : ''}`,
    `证件号码：${person?.idNumber ?? ''}`,
    ...bankLines(o),
  ];
}

function typeRuns(org: Organisation | null, listed: boolean): Run[] {
  const types = TYPES.filter(([key]) => listed || key !== 'listedCompany');
  return types.flatMap(([key, name], i) => [
    t(`${i === 0 ? '类型：' : '  '}${name}`),
    // A listed company is a 股份有限公司; the enforcement form has no box of its own for it.
    box(
      org?.type === key ||
        (!listed && key === 'jointStockCompany' && org?.type === 'listedCompany'),
    ),
  ]);
}

function ownershipRuns(org: Organisation | null, gap: string): Run[] {
  const own = org?.ownership ?? null;
  const state = own === 'stateOwned' || own === 'stateControlling' || own === 'stateParticipating';
  return [
    t('所有制性质：国有'),
    box(state),
    t('（控股'),
    box(own === 'stateControlling'),
    t(`${gap}参股`),
    box(own === 'stateParticipating'),
    t(')  民营'),
    box(own === 'private'),
    t(`  其他__${own === 'other' ? (org?.ownershipOther ?? '') : ''}`),
  ];
}

function organisationLines(org: Organisation | null, o: BlockOptions): Line[] {
  return [
    `名称：${org?.name ?? ''}`,
    `住所地（主要办事机构所在地）：${org?.domicile ?? ''}`,
    `注册地 / 登记地：${org?.registeredAddress || (org?.domicile ? '同上' : '')}`,
    spaced(
      `法定代表人 / 负责人：${org?.representative ?? ''}`,
      `职务：${org?.representativePosition ?? ''}`,
      `联系电话：${org?.phone ?? ''}`,
    ),
    ...(o.creditCode ? [`统一社会信用代码：${org?.creditCode ?? ''}`] : []),
    ...bankLines(o),
    typeRuns(org, o.listedCompany),
    ownershipRuns(org, o.ownershipGap),
  ];
}

/**
 * Blocks of one side: natural persons first, organisations after, as the form orders them. With nobody
 * entered yet, `atLeastOne` keeps the blank block of a natural person, so that the form stays whole.
 */
export function partyRows(
  c: Case,
  grid: Grid,
  parties: Party[],
  o: BlockOptions,
  keepUnused: boolean,
  atLeastOne = false,
): Row[] {
  const people = parties.filter((party) => party.kind === 'person');
  const orgs = parties.filter((party) => party.kind === 'organisation');
  const row = (party: Party | null, kind: 'person' | 'organisation'): Row => {
    const person = kind === 'person';
    const lines = person
      ? personLines(party?.kind === 'person' ? party : null, o)
      : organisationLines(party?.kind === 'organisation' ? party : null, o);
    const least = person ? HEIGHT.person + (o.bank ? 680 : 0) : HEIGHT.organisation;
    return labelRow(grid.party, `${o.label}（${person ? '自然人' : '法人、非法人组织'}）`, lines, {
      minHeight: Math.max(least, lineHeight(lines.length)),
      ...(party ? { field: partyPath(c, party) } : {}),
    });
  };
  const block = (list: Party[], kind: 'person' | 'organisation', blank: boolean) =>
    list.length === 0 && blank ? [row(null, kind)] : list.map((party) => row(party, kind));
  const nobody = atLeastOne && parties.length === 0;
  return [
    ...block(people, 'person', keepUnused || nobody),
    ...block(orgs, 'organisation', keepUnused),
  ];
}

function agentLines(agent: Agent | null, actsFor: string): Line[] {
  return [
    [t('有'), box(agent !== null)],
    `姓名：${agent ? agent.name + actsFor : ''}`,
    spaced(
      `单位：${agent?.unit ?? ''}`,
      `职务：${agent?.position || (agent ? AGENT_KINDS[agent.kind] : '')}`,
      `联系电话：${agent?.phone ?? ''}`,
    ),
    [
      t('代理权限：一般授权'),
      box(agent?.authority === 'general'),
      t('  特别授权'),
      box(agent?.authority === 'special'),
    ],
    [t('无'), box(agent === null)],
  ];
}

const AGENT_KINDS: Record<Agent['kind'], string> = {
  lawyer: '律师',
  legalWorker: '基层法律服务工作者',
  relative: '近亲属',
  employee: '工作人员',
  other: '',
};

/** 委托诉讼代理人: a block per agent; without any, one block that says 无☑. */
export function agentRows(c: Case, grid: Grid, parties: Party[]): Row[] {
  const agents = agentsOf(c, parties);
  const row = (agent: Agent | null, actsFor: string) =>
    labelRow(grid.party, '委托诉讼代理人', agentLines(agent, actsFor), {
      minHeight: HEIGHT.agent,
      field: agent ? `agents.${c.agents.indexOf(agent)}` : 'agents',
    });
  return agents.length === 0
    ? [row(null, '')]
    : agents.map(({ agent, party }) =>
        row(agent, parties.length > 1 ? `（${party.name}的委托诉讼代理人）` : ''),
      );
}
