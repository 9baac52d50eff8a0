/** Checks shared by the papers: identity of the parties, insults, signatures, edited passages (form 10 F). */
import type { Case } from '../../shared/case/case.ts';
import { ownOrganisationFields, ownPersonFields } from '../../shared/case/particulars.ts';
import type { Organisation, Party, Person } from '../../shared/case/party.ts';
import { checkCreditCode, checkIdNumber } from '../../shared/text/identity.ts';
import { type Passage, passages } from '../parts/passages.ts';
import { partyPath } from '../parts/people.ts';
import type { Missing, PaperContext } from '../template.ts';
import { boundProse } from './bound.ts';

export const blocking = (path: string, message: string): Missing => ({
  path,
  message,
  level: 'blocking',
});
export const warning = (path: string, message: string): Missing => ({
  path,
  message,
  level: 'warning',
});

/** Fields that must not be empty: [field, message]. */
export function required<T extends Party>(
  c: Case,
  party: T,
  fields: readonly (readonly [keyof T & string, string])[],
  level: Missing['level'] = 'blocking',
): Missing[] {
  return fields.flatMap(([field, message]) =>
    party[field] === '' || party[field] === null
      ? [{ path: `${partyPath(c, party)}.${field}`, message, level }]
      : [],
  );
}

function idProblem(c: Case, party: Person): Missing[] {
  if (party.idType !== 'residentId' || party.idNumber === '') return [];
  const check = checkIdNumber(party.idNumber);
  return check.valid
    ? []
    : [
        warning(
          `${partyPath(c, party)}.idNumber`,
          `${party.name || '这位当事人'}的身份证号码没有通过校验：${check.reason ?? '请核对'}`,
        ),
      ];
}

function codeProblem(c: Case, party: Organisation): Missing[] {
  if (party.creditCode === '') return [];
  const check = checkCreditCode(party.creditCode);
  return check.valid
    ? []
    : [
        warning(
          `${partyPath(c, party)}.creditCode`,
          `${party.name || '该单位'}的统一社会信用代码没有通过校验：${check.reason ?? '请核对'}`,
        ),
      ];
}

/** Each message with whose it is: 请填写民族 → 请填写王某的民族. Without a name there is nobody to tell apart. */
const whose = <K extends string>(
  name: string,
  fields: readonly (readonly [K, string])[],
): [K, string][] =>
  fields.map(([field, text]) => [
    field,
    name === '' || field === 'name' ? text : text.replace(/^请(填写|选择)/, `请$1${name}的`),
  ]);

/** The filer's own particulars, which the court requires in full (CPL art. 124). */
export function ownParticulars(c: Case, party: Party): Missing[] {
  if (party.kind === 'organisation') {
    return [
      ...required(c, party, whose(party.name, ownOrganisationFields())),
      ...codeProblem(c, party),
    ];
  }
  return [
    ...required(c, party, whose(party.name, ownPersonFields(party.idType))),
    ...idProblem(c, party),
  ];
}

/** The other side has to be told apart from everybody else: 明确的被告 (cplInterp art. 209). */
export function otherSide(c: Case, party: Party, label: string): Missing[] {
  const path = partyPath(c, party);
  const who = party.name || label;
  const missing = required<Party>(c, party, [['name', `请填写${label}的姓名或者名称`]]);
  if (party.kind === 'organisation') {
    return [
      ...missing,
      ...required(c, party, [['domicile', `请填写${who}的住所地，否则法院会认为${label}不明确`]]),
      ...required(
        c,
        party,
        [['representative', `建议补充${who}的法定代表人或者负责人`]],
        'warning',
      ),
      ...codeProblem(c, party),
    ];
  }
  const advised: [keyof Person & string, string][] = [
    ['sex', `建议补充${who}的性别`],
    ['phone', `建议补充${who}的联系电话，便于法院送达`],
  ];
  if (party.domicile === '' && party.idNumber === '') {
    missing.push(
      blocking(
        `${path}.domicile`,
        `请填写${who}的住址或者身份证号码，两样都没有时法院会认为${label}不明确`,
      ),
    );
  } else if (party.domicile === '') {
    advised.push(['domicile', `请尽量补充${who}的住所地`]);
  } else if (party.idNumber === '') {
    advised.push(['idNumber', `建议补充${who}的身份证号码，法院查控财产要用`]);
  }
  return [...missing, ...required(c, party, advised, 'warning'), ...idProblem(c, party)];
}

/** Agents: at most two a party, with a name and stated powers (CPL art. 61; form 10 F 8). */
export function agentProblems(c: Case, parties: Party[]): Missing[] {
  const ids = new Set(parties.map((p) => p.id));
  const seen = new Map<string, number>();
  return c.agents.flatMap((agent, i) => {
    if (!ids.has(agent.partyId)) return [];
    const n = (seen.get(agent.partyId) ?? 0) + 1;
    seen.set(agent.partyId, n);
    return [
      ...(n > 2
        ? [blocking(`agents.${i}`, '每位当事人最多委托两名诉讼代理人，请删去多出的代理人')]
        : []),
      ...(agent.name === '' ? [blocking(`agents.${i}.name`, '请填写委托诉讼代理人的姓名')] : []),
      ...(agent.authority === null
        ? [
            warning(
              `agents.${i}.authority`,
              '请选择代理权限：一般授权还是特别授权，并与授权委托书一致',
            ),
          ]
        : []),
    ];
  });
}

const INSULTS =
  /老赖|骗子|诈骗犯|无赖|流氓|混蛋|畜生|王八|人渣|败类|垃圾|不要脸|无耻|卑鄙|下流|缺德|狗东西|狼心狗肺|丧尽天良|厚颜|恶棍|他妈|妈的|傻[逼Bb]|去死/;

/** Free text the user wrote: the court returns papers with insults (cplInterp art. 210). */
export function insults(texts: [path: string, text: string][]): Missing[] {
  return texts.flatMap(([path, text]) => {
    const found = INSULTS.exec(text);
    return found
      ? [warning(path, `文字里有“${found[0]}”这样的评价或者辱骂用语，法院会要求修改，请只写事实`)]
      : [];
  });
}

/** Edited passages of a paper: figures and names the data have left behind, changed drafts, insults. */
export function proseProblems(
  x: PaperContext,
  paperId: string,
  own: Passage[] = passages(x, paperId),
): Missing[] {
  const behind = boundProse(x, own);
  const talk = own.flatMap((passage) => {
    if (!passage.edited) return [];
    const i = x.case.prose.findIndex((p) => p.key === passage.key);
    const path = `prose.${i}.text`;
    const stale = passage.stale
      ? [
          warning(
            path,
            `您改过“${passage.title}”，此后案件数据有变，请核对文字与数据是否一致，或恢复自动起草`,
          ),
        ]
      : [];
    return [...stale, ...insults([[path, passage.text]])];
  });
  return [...behind, ...talk];
}

/** What has to be signed by hand, and by whom. */
export function signatureReminder(
  parties: Party[],
  place: string,
  path: string,
  signedOn: string | null,
): Missing[] {
  const organisation = parties.some((p) => p.kind === 'organisation');
  const how = organisation ? '加盖公章，并由法定代表人签名' : '本人手写签名';
  const dated = signedOn === null ? '，并写上日期' : '';
  return [warning(path, `打印后请在“${place}”处${how}${dated}；只打印姓名不算签名`)];
}
