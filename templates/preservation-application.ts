/** 财产保全申请书: before the suit, during it, or between judgment and enforcement (form 07a). */
import type { PropertyClue } from '../shared/case/conduct.ts';
import { preservationFee } from '../shared/law/fees.ts';
import { preservationSecurity, SEIZURE_YEARS } from '../shared/law/preservation.ts';
import { citeFull, cplNumber } from '../shared/law/statutes.ts';
import { chineseNumber } from '../shared/text/numerals.ts';
import { blocking, warning } from './checks/common.ts';
import { arbitrationLoan, noDebt } from './checks/stage.ts';
import { application } from './parts/application.ts';
import { choicePath } from './parts/choices.ts';
import { events } from './parts/facts-text.ts';
import { defendants, named, names, plaintiffs } from './parts/people.ts';
import {
  PRESERVATION_CHOICES,
  PRESERVATION_ID,
  preservationAmount,
  preservationAnswers,
  preservationCourt,
  preservationLimit,
  preservationSecurityKind,
  preservationStage,
} from './parts/preservation-answers.ts';
import { APPLICANT, inVoice } from './parts/voice.ts';
import { caseNumber, sentence, yuanText } from './parts/words.ts';
import type { Missing, PaperContext } from './template.ts';

const KINDS: Record<PropertyClue['kind'], keyof typeof SEIZURE_YEARS> = {
  account: 'deposit',
  virtual: 'deposit',
  vehicle: 'movable',
  realEstate: 'realEstate',
  equity: 'other',
  salary: 'other',
  claim: 'other',
  other: 'movable',
};

const KIND_NAMES: Record<keyof typeof SEIZURE_YEARS, string> = {
  deposit: '银行存款',
  movable: '动产',
  realEstate: '不动产',
  other: '其他财产权',
};

/** 期限：银行存款一年，动产二年 (cplInterp art. 485). */
function term(clues: PropertyClue[]): string {
  const kinds = new Set<keyof typeof SEIZURE_YEARS>([
    'deposit',
    ...clues.map((l) => KINDS[l.kind]),
  ]);
  if (clues.length === 0) for (const kind of ['movable', 'realEstate'] as const) kinds.add(kind);
  const all = [...kinds].map((k) => `${KIND_NAMES[k]}${chineseNumber(SEIZURE_YEARS[k])}年`);
  return `期限为：${all.join('，')}`;
}

/** Property not yet seized. */
const open = (x: PaperContext) =>
  x.case.propertyClues.filter((clue) => clue.seizedOn === null || clue.liftedOn !== null);

function clueText(x: PaperContext): string {
  const clues = open(x).map((clue) => {
    const owner = x.case.parties.find((party) => party.id === clue.partyId);
    const whose = owner && defendants(x.case).length > 1 ? `${owner.name}名下` : '';
    return `${whose}${clue.description}${clue.location ? `（${clue.location}）` : ''}`;
  });
  return clues.length > 0 ? `。财产线索：${clues.join('；')}` : '';
}

function request(x: PaperContext): string {
  const all = defendants(x.case);
  const who = `被申请人${names(all)}`;
  const sum = yuanText(preservationAmount(x));
  return `冻结${who}的银行存款${sum}，或者查封、扣押、冻结其价值相当的其他财产，${term(open(x))}${clueText(x)}`;
}

function securityText(x: PaperContext): string {
  const detail = preservationAnswers(x).text('securityDetail');
  const cover = `（担保金额${yuanText(preservationAmount(x))}）`;
  switch (preservationSecurityKind(x)) {
    case 'insurance':
      return `申请人以${detail}诉讼财产保全责任保险保函${cover}作为担保。`;
    case 'bank':
      return `申请人以${detail}出具的独立保函${cover}作为担保。`;
    case 'cash':
      return `申请人提供现金作为担保${detail ? `：${detail}` : ''}。`;
    case 'none':
      return `${sentence(detail)}请求依照${citeFull('security', 9)}的规定，不要求申请人提供担保。`;
    default:
      return `申请人提供${detail}作为担保，担保书附后。`;
  }
}

function facts(x: PaperContext): string {
  const c = x.case;
  const stage = preservationStage(x);
  const own = preservationAnswers(x);
  const article = (subject: 'preservation' | 'preSuitPreservation') =>
    citeFull('cpl', cplNumber(subject));
  const parties = `${names(plaintiffs(c))}与${names(defendants(c))}民间借贷纠纷一案`;
  const number = caseNumber(c.suit.caseNumber);
  const reason = sentence(own.text('reason'));
  if (stage === 'preSuit') {
    const arbitration = arbitrationLoan(x) >= 0 ? '申请仲裁' : '提起诉讼';
    return [
      inVoice(events(c, x.claim), APPLICANT),
      `${reason}${sentence(own.text('urgency'))}情况紧急，不立即申请保全将会使申请人的合法权益受到难以弥补的损害，特依照${article('preSuitPreservation')}的规定提出申请。申请人将在人民法院采取保全措施后三十日内依法${arbitration}。`,
      securityText(x),
    ].join('\n');
  }
  const where =
    stage === 'postJudgment'
      ? '已经判决，尚未进入执行程序'
      : number
        ? '贵院已经受理'
        : '申请人已向贵院起诉';
  return [
    `${number}${parties}，${where}。${stage === 'inSuit' ? inVoice(events(c, x.claim), APPLICANT) : ''}`,
    `${reason}为保证将来生效的法律文书得以执行，特依照${article('preservation')}的规定提出申请。`,
    securityText(x),
  ].join('\n');
}

function problems(x: PaperContext): Missing[] {
  const own = preservationAnswers(x);
  const stage = preservationStage(x);
  const path = (key: string) => choicePath(PRESERVATION_ID, key);
  const asked = own.money('amount');
  const most = preservationLimit(x);
  const kind = preservationSecurityKind(x);
  const security = preservationSecurity(preservationAmount(x), stage);
  const found: Missing[] = [];
  if (asked !== null && asked > most) {
    found.push(
      blocking(path('amount'), `请求保全${yuanText(asked)}，超过了请求的${yuanText(most)}，请改小`),
    );
  }
  if (preservationAmount(x) === 0) {
    found.push(blocking(path('amount'), '按现有流水没有可以请求的金额，不能申请保全'));
  }
  if (own.text('reason') === '') {
    found.push(blocking(path('reason'), '请写为什么需要保全：对方转移、隐匿财产等具体事实'));
  }
  if (stage === 'preSuit' && own.text('urgency') === '') {
    found.push(blocking(path('urgency'), '诉前保全请写明情况紧急的事实'));
  }
  if (open(x).length === 0) {
    const text =
      '请在“执行”的财产线索里录入对方的账户、车辆、房产等，法院要有明确的财产信息才能保全';
    found.push(
      stage === 'preSuit'
        ? blocking('propertyClues', text)
        : warning('propertyClues', `${text}；诉讼中有具体线索的，可以请法院网络查控`),
    );
  }
  if (kind === 'none' && stage === 'preSuit') {
    found.push(blocking(path('security'), '诉前保全必须提供担保，请改选一种担保'));
  } else if (kind !== 'cash' && own.text('securityDetail') === '') {
    found.push(blocking(path('securityDetail'), '请写担保的具体情况，例如出具保函的保险公司'));
  }
  found.push(
    warning(path('security'), `${security.explain.text}（${yuanText(security.most)}以内）`),
    warning(path('stage'), '请直接交给法院；法院裁定并采取措施以前，不要让对方知道'),
    warning(path('amount'), '保全错误造成对方损失的，申请人要赔偿；金额和对象请核对'),
  );
  return found;
}

export const preservationApplication = application({
  id: PRESERVATION_ID,
  title: '财产保全申请书',
  form: '07a',
  stage: 'filing',
  order: '11',
  choices: PRESERVATION_CHOICES,
  sides: (x) => [
    { label: '申请人', parties: plaintiffs(x.case), own: true },
    { label: '被申请人', parties: defendants(x.case) },
  ],
  reference: (x) =>
    preservationStage(x) === 'preSuit'
      ? null
      : {
          label: '案号',
          text: x.case.suit.caseNumber,
          field: 'suit.caseNumber',
          need: { level: 'warning', message: '立案后请填写案号；与起诉状一并提交的可以空着' },
        },
  requestHeading: '请求事项',
  requests: (x) => [request(x)],
  factsHeading: '事实和理由',
  facts,
  court: preservationCourt,
  attachments: (x) => [
    ...(open(x).length > 0 ? ['被申请人可供保全的财产线索材料'] : []),
    ...(preservationSecurityKind(x) === 'none' ? [] : ['担保材料']),
  ],
  fits: (x) => {
    const none = noDebt(x);
    if (none) return none;
    const e = x.case.enforcement;
    if (e && (e.appliedOn || e.caseNumber)) {
      return { fits: false, why: '已经申请执行，查封、冻结由执行法院办理' };
    }
    const fee = yuanText(preservationFee(preservationAmount(x)).fee);
    const one = named('被申请人', defendants(x.case), defendants(x.case));
    return { fits: true, why: `担心${one}转移财产时申请；申请费${fee}` };
  },
  missing: problems,
});
