/** Party blocks of the private prosecution (form 06h C): more particulars than the civil forms, in their own order. */
import type { Agent, Organisation, Party, Person } from '../../shared/case/party.ts';
import { box, type Row, type Run, t } from '../paper.ts';
import { enforcementGrid as grid, type Line, labelRow, spaced } from './element-form.ts';
import { idTypeName } from './party-blocks.ts';
import { fullName } from './people.ts';
import { dayOr } from './words.ts';

/** What the case does not record of a natural person. */
export interface Particulars {
  birthplace: string;
  education: string;
}

function sexRuns(person: Person): Run[] {
  return [t('性别：男'), box(person.sex === 'male'), t('  女'), box(person.sex === 'female')];
}

function personLines(person: Person, more: Particulars): Line[] {
  return [
    `姓名：${fullName(person)}`,
    sexRuns(person),
    `出生日期：${dayOr(person.birthDate)}`,
    `民族：${person.ethnicity}`,
    `出生地：${more.birthplace}`,
    `文化程度：${more.education}`,
    spaced(`职业：${person.position}`, `工作单位：${person.employer}`),
    `户籍地：${person.domicile}`,
    `住址：${person.habitualResidence || person.domicile}`,
    `联系电话：${person.phone}`,
    `证件类型：${person.idNumber ? idTypeName(person.idType) : ''}`,
    `证件号码：${person.idNumber}`,
  ];
}

function organisationLines(org: Organisation): Line[] {
  return [
    `名称：${org.name}`,
    `住所地：${org.domicile}`,
    `注册地：${org.registeredAddress || org.domicile}`,
    `统一社会信用代码：${org.creditCode}`,
    spaced(
      `法定代表人：${org.representative}`,
      `职务：${org.representativePosition}`,
      `联系电话：${org.phone}`,
    ),
    '实际控制人或主要负责人：',
    '诉讼代表人：',
  ];
}

/** 自诉人（自然人） · 被告人（单位） …: one block a party. */
export function prosecutionRows(
  label: string,
  parties: Party[],
  field: (party: Party) => string,
  more: Particulars,
): Row[] {
  return parties.map((party) =>
    labelRow(
      grid.party,
      `${label}（${party.kind === 'person' ? '自然人' : '单位'}）`,
      party.kind === 'person' ? personLines(party, more) : organisationLines(party),
      { field: field(party) },
    ),
  );
}

/** 诉讼代理人 有□ … 无□; the extra lines are for agents who are no lawyers. */
export function prosecutionAgentRow(agent: Agent | null): Row {
  const lay = agent !== null && agent.kind !== 'lawyer';
  return labelRow(
    grid.party,
    '诉讼代理人',
    [
      [t('有'), box(agent !== null)],
      `姓名：${agent?.name ?? ''}`,
      spaced(
        `单位：${agent?.unit ?? ''}`,
        `职务：${agent?.position ?? ''}`,
        `联系电话：${agent?.phone ?? ''}`,
      ),
      '（诉讼代理人为非律师的自然人，请增加填写以下信息）',
      '住址：',
      `证件类型：${lay && agent.idNumber ? '居民身份证' : ''}`,
      `证件号码：${lay ? agent.idNumber : ''}`,
      '与自诉人的关系：',
      [t('无'), box(agent === null)],
    ],
    { field: 'agents' },
  );
}

/** 法定代理人或代为告诉人 有□ … 无☑: the lender of a loan sues in person. */
export function guardianRow(): Row {
  return labelRow(grid.party, '法定代理人或代为告诉人', [
    [t('有'), box(false)],
    '姓名：',
    [t('性别：男'), box(false), t('  女'), box(false)],
    '出生日期：',
    '民族：',
    '文化程度：',
    spaced('职业：', '工作单位：'),
    '住址：',
    '联系电话：',
    '证件类型：',
    '证件号码：',
    '与自诉人的关系：',
    [t('无'), box(true)],
  ]);
}
