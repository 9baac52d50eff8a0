/** 授权委托书, for natural persons and organisations, of the suit or of the enforcement (form 09a). */
import type { Agent, Party } from '../shared/case/party.ts';
import { checkIdNumber } from '../shared/text/identity.ts';
import { agentProblems, blocking, ownParticulars, warning } from './checks/common.ts';
import { blockingFirst } from './checks/filing.ts';
import { type Block, type Paper, p } from './paper.ts';
import { bodyLines } from './parts/application.ts';
import { choicePath, choiceProblems, choicesOf } from './parts/choices.ts';
import { personText } from './parts/party-lines.ts';
import { agentPost, agentsOf, defendants, names, partyPath, plaintiffs } from './parts/people.ts';
import { signerLines } from './parts/signature.ts';
import { caseNumber, day, dayOr, fileName } from './parts/words.ts';
import type { Choice, Missing, PaperContext, PaperTemplate } from './template.ts';

const ID = 'power-of-attorney';

const CHOICES: readonly Choice[] = [
  {
    key: 'stage',
    label: '委托到哪个阶段',
    hint: '一审和执行是两次委托，各要一份。',
    kind: 'select',
    options: [
      { value: '', label: '按案件的进度' },
      { value: 'suit', label: '一审' },
      { value: 'enforcement', label: '执行' },
    ],
    default: '',
  },
  {
    key: 'collect',
    label: '执行中可以代收执行款',
    hint: '只在执行、特别授权时有用；不勾选就写明不含代收执行款。',
    kind: 'flag',
    default: false,
  },
  {
    key: 'relation',
    label: '受托人与委托人的关系',
    hint: '受托人是近亲属时必填，例如 夫妻、父子。',
    kind: 'text',
    default: '',
  },
  { key: 'signedOn', label: '签署日期', hint: '留空签名时手写。', kind: 'date', default: '' },
];

const answers = (x: PaperContext) => choicesOf(x, ID, CHOICES);

function stageOf(x: PaperContext): 'suit' | 'enforcement' {
  const chosen = answers(x).text('stage');
  if (chosen === 'suit' || chosen === 'enforcement') return chosen;
  return x.case.judgment ? 'enforcement' : 'suit';
}

/** The acts every agent may do, and those that need special authority (CPL art. 62; 执行规定 art. 20). */
const GENERAL = {
  suit: '代为立案、提交证据、参加庭审、质证、辩论、签收法律文书',
  enforcement: '代为申请执行、提供财产线索、提交材料、签收法律文书',
} as const;
const SPECIAL = {
  suit: '代为承认、放弃、变更诉讼请求，进行和解、调解，提起反诉、上诉',
  enforcement: '进行执行和解',
} as const;

function powers(x: PaperContext, agent: Agent): string {
  const stage = stageOf(x);
  if (agent.authority !== 'special') return `一般授权：${GENERAL[stage]}。`;
  const collect =
    stage === 'enforcement'
      ? answers(x).flag('collect')
        ? '，代为收取执行款'
        : '；不含代为收取执行款'
      : '';
  return `特别授权：${GENERAL[stage]}，${SPECIAL[stage]}${collect}。`;
}

/** 受委托人：赵某，××律师事务所律师，联系方式：…。 */
function agentLine(x: PaperContext, client: Party, agent: Agent): string {
  const phone = agent.phone ? `联系方式：${agent.phone}` : '';
  const id = checkIdNumber(agent.idNumber);
  const person = [
    id.valid && id.sex ? (id.sex === 'male' ? '男' : '女') : '',
    id.valid && id.birthDate ? `${day(id.birthDate)}出生` : '',
  ];
  const number = agent.idNumber ? `公民身份号码：${agent.idNumber}` : '';
  const post = agentPost(agent, client);
  const who: Record<Agent['kind'], string[]> = {
    lawyer: [post],
    legalWorker: [post],
    employee: [...person, post, number],
    relative: [...person, number],
    other: [...person, post, number],
  };
  const parts = [agent.name, ...who[agent.kind], phone].filter((s) => s !== '').join('，');
  const relation = answers(x).text('relation');
  const kin =
    agent.kind === 'relative' && relation ? `受托人系委托人的近亲属（${relation}关系）。` : '';
  return `受委托人：${parts}。${kin}`;
}

function clientLines(client: Party): string[] {
  if (client.kind === 'person') return [`委托人：${personText(client, '出生')}`];
  const phone = client.phone ? `，联系方式：${client.phone}` : '';
  const post = client.representativePosition ? `，${client.representativePosition}` : '';
  return [
    `委托单位：${client.name}，住所${client.domicile}。`,
    `法定代表人或主要负责人：${client.representative}${post}${phone}。`,
  ];
}

function form(x: PaperContext, client: Party, agents: Agent[]): Block[] {
  const c = x.case;
  const enforcement = stageOf(x) === 'enforcement';
  const organisation = client.kind === 'organisation';
  const side = organisation ? '我单位' : '我方';
  const who = agents.map((agent) => agent.name).join('、');
  const number = caseNumber(enforcement ? (c.enforcement?.caseNumber ?? '') : c.suit.caseNumber);
  const dispute = `${number}${names(plaintiffs(c))}与${names(defendants(c))}民间借贷纠纷`;
  const where = enforcement
    ? `一案执行程序中，作为${side}的委托代理人`
    : `一案中，作为${side}参加诉讼的委托诉讼代理人`;
  const label = enforcement ? '委托代理人' : '委托诉讼代理人';
  const term = enforcement ? '至本案执行程序终结' : '至本案一审程序终结';
  const field = (agent: Agent) => `agents.${c.agents.indexOf(agent)}`;
  return [
    p('title', '授权委托书'),
    ...clientLines(client).flatMap((text) => bodyLines(text, partyPath(c, client))),
    ...agents.flatMap((agent) => bodyLines(agentLine(x, client, agent), field(agent))),
    ...bodyLines(`现委托${who}在${dispute}${where}。`, choicePath(ID, 'stage')),
    p('body', '委托事项与权限如下：', { keepNext: true }),
    ...agents.flatMap((agent) => [
      p('body', `${label}${agent.name}的代理事项和权限：`, { keepNext: true }),
      ...bodyLines(powers(x, agent), `${field(agent)}.authority`),
    ]),
    ...bodyLines(`委托期限：自签署之日起${term}。`),
    ...signerLines(organisation ? '委托单位' : '委托人', [client]),
    p('signature', dayOr(answers(x).date('signedOn'), '    年    月    日'), {
      field: choicePath(ID, 'signedOn'),
    }),
  ];
}

/** Each client with its agents. */
function grants(x: PaperContext): { client: Party; agents: Agent[] }[] {
  return plaintiffs(x.case).flatMap((client) => {
    const agents = agentsOf(x.case, [client]).map(({ agent }) => agent);
    return agents.length > 0 ? [{ client, agents }] : [];
  });
}

function build(x: PaperContext): Paper {
  const list = grants(x);
  return {
    id: ID,
    title: '授权委托书',
    profile: 'N',
    fileName: fileName('05', '授权委托书', names(list.map((g) => g.client))),
    date: answers(x).date('signedOn') ?? x.today,
    blocks:
      list.length === 0
        ? [p('title', '授权委托书')]
        : list.flatMap(({ client, agents }, i): Block[] => [
            ...(i > 0 ? [{ type: 'pageBreak' } as const] : []),
            ...form(x, client, agents),
          ]),
  };
}

const PAPERS: Record<Agent['kind'], string> = {
  lawyer: '律师执业证复印件和律师事务所证明',
  legalWorker: '基层法律服务工作者执业证、介绍信和当事人在本辖区的证明',
  relative: '身份证复印件和亲属关系证明',
  employee: '身份证复印件和劳动关系证明',
  other: '身份证复印件和推荐材料',
};

function agentGaps(x: PaperContext, agent: Agent): Missing[] {
  const path = `agents.${x.case.agents.indexOf(agent)}`;
  const firm = agent.kind === 'lawyer' || agent.kind === 'legalWorker';
  return [
    ...(agent.authority === null
      ? [
          blocking(
            `${path}.authority`,
            '请选择一般授权还是特别授权；只写“全权代理”的按一般授权处理',
          ),
        ]
      : []),
    ...(firm && agent.unit === '' ? [blocking(`${path}.unit`, '请填写代理人所在的单位')] : []),
    ...(agent.kind === 'relative' && answers(x).text('relation') === ''
      ? [blocking(choicePath(ID, 'relation'), '近亲属代理的，请填写与委托人的关系')]
      : []),
    ...(agent.phone === '' ? [warning(`${path}.phone`, '建议填写代理人的联系电话')] : []),
    ...(!firm && agent.idNumber === ''
      ? [warning(`${path}.idNumber`, '建议填写代理人的身份证号码')]
      : []),
    warning(path, `请一并提交${agent.name || '代理人'}的${PAPERS[agent.kind]}`),
  ];
}

function missing(x: PaperContext): Missing[] {
  const c = x.case;
  const list = grants(x);
  const clients = list.map((g) => g.client);
  return blockingFirst([
    ...choiceProblems(x, ID, CHOICES, []),
    ...(list.length === 0 ? [blocking('agents', '还没有委托代理人，请在“当事人”里录入')] : []),
    ...clients.flatMap((client) => ownParticulars(c, client)),
    ...agentProblems(c, clients).filter((m) => m.level === 'blocking'),
    ...list.flatMap(({ agents }) => agents.flatMap((agent) => agentGaps(x, agent))),
    warning(
      choicePath(ID, 'signedOn'),
      '打印后由委托人亲笔签名（单位盖章）；一审和执行各要一份，开庭前交给法院',
    ),
  ]);
}

export const powerOfAttorney: PaperTemplate = {
  id: ID,
  title: '授权委托书',
  form: '09a',
  stage: 'filing',
  choices: CHOICES,
  fits: (x) =>
    grants(x).length > 0
      ? { fits: true, why: '委托了代理人，立案时一并提交' }
      : { fits: false, why: '没有委托代理人' },
  missing,
  build,
};
