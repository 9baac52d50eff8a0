/** 同意适用小额诉讼程序（简易程序）确认书 (form 09d; CPL arts. 160, 165, 166). */
import { provinceOfAddress } from '../shared/law/courts.ts';
import { type ProcedureAdvice, procedureAdvice } from '../shared/law/procedure.ts';
import { citeFull, cplNumber } from '../shared/law/statutes.ts';
import { blocking, warning } from './checks/common.ts';
import { blockingFirst } from './checks/filing.ts';
import { arbitrationLoan, noDebt } from './checks/stage.ts';
import { type Paper, p } from './paper.ts';
import { bodyLines } from './parts/application.ts';
import { choicePath, choiceProblems, choicesOf } from './parts/choices.ts';
import { sideLines } from './parts/party-lines.ts';
import { defendants, names, plaintiffs } from './parts/people.ts';
import { signerLines } from './parts/signature.ts';
import { caseNumber, dayOr, fileName } from './parts/words.ts';
import type { Choice, Fit, Missing, PaperContext, PaperTemplate } from './template.ts';

const ID = 'small-claims-consent';

const CHOICES: readonly Choice[] = [
  {
    key: 'procedure',
    label: '同意适用哪种程序',
    kind: 'select',
    options: [
      { value: 'smallClaims', label: '小额诉讼程序（一审终审）' },
      { value: 'simplified', label: '简易程序' },
    ],
    default: 'smallClaims',
  },
  {
    key: 'province',
    label: '法院所在的省',
    hint: '小额诉讼的限额各省不同；留空按被告的地址推定。',
    kind: 'text',
    default: '',
  },
  {
    key: 'simple',
    label: '当地限额：上年度平均工资的50%（元）',
    hint: '查当地高级法院公布的数字；软件没有收录的省份要填写。',
    kind: 'money',
    default: '',
  },
  {
    key: 'agreed',
    label: '当地限额：上年度平均工资的2倍（元）',
    kind: 'money',
    default: '',
  },
  {
    key: 'evidenceDays',
    label: '约定的举证期限（日）',
    hint: '小额诉讼一般不超过7日，简易程序不超过15日；留空由法院定。',
    kind: 'text',
    default: '',
  },
  {
    key: 'defenceDays',
    label: '约定的答辩期限（日）',
    hint: '留空由法院定。',
    kind: 'text',
    default: '',
  },
  { key: 'signedOn', label: '签署日期', kind: 'date', default: '' },
];

const answers = (x: PaperContext) => choicesOf(x, ID, CHOICES);
const small = (x: PaperContext) => answers(x).text('procedure') !== 'simplified';

function advice(x: PaperContext): ProcedureAdvice {
  const own = answers(x);
  const debtors = defendants(x.case);
  const simple = own.money('simple');
  const agreed = own.money('agreed');
  return procedureAdvice({
    province: own.text('province') || provinceOfAddress(debtors[0]?.domicile ?? ''),
    amount: x.claim.total,
    defendantMissing: debtors.some((party) => party.whereaboutsUnknown),
    ...(simple !== null && agreed !== null ? { limits: { simple, agreed } } : {}),
  });
}

function build(x: PaperContext): Paper {
  const c = x.case;
  const own = answers(x);
  const procedure = small(x) ? '小额诉讼程序' : '简易程序';
  const days = (key: string, what: string) => {
    const n = own.text(key);
    return n ? `${what}为${n}日` : '';
  };
  const terms = [days('evidenceDays', '举证期限'), days('defenceDays', '答辩期限')]
    .filter((s) => s !== '')
    .join('，');
  const title = `同意适用${procedure}确认书`;
  const known = small(x)
    ? '已知悉小额诉讼程序一审终审、举证和答辩期限等规定'
    : '已知悉简易程序的审理方式、举证和答辩期限等规定';
  const law = small(x)
    ? citeFull('cpl', cplNumber('smallClaims'))
    : citeFull('cpl', cplNumber('simplified'));
  return {
    id: ID,
    title,
    profile: 'N',
    fileName: fileName('07', title, names(plaintiffs(c))),
    date: own.date('signedOn') ?? x.today,
    blocks: [
      p('title', title),
      ...sideLines(c, '原告', plaintiffs(c), { born: '出生' }),
      ...sideLines(c, '被告', defendants(c), { born: '出生' }),
      ...bodyLines('案由：民间借贷纠纷'),
      ...bodyLines(`案号：${caseNumber(c.suit.caseNumber) || '（立案后填写）'}`, 'suit.caseNumber'),
      ...bodyLines(
        `原告${names(plaintiffs(c))}、被告${names(defendants(c))}${known}，依照${law}的规定，同意本案适用${procedure}审理。`,
        choicePath(ID, 'procedure'),
      ),
      ...bodyLines(terms ? `双方约定：${terms}。` : '', choicePath(ID, 'evidenceDays')),
      p('salutation', '此致', { keepNext: true }),
      p('court', c.suit.court || '××××人民法院', { field: 'suit.court', keepNext: true }),
      ...signerLines('原告', plaintiffs(c)),
      ...signerLines('被告', defendants(c)),
      p('signature', dayOr(own.date('signedOn'), '    年    月    日'), {
        field: choicePath(ID, 'signedOn'),
      }),
    ],
  };
}

function fits(x: PaperContext): Fit {
  const none = noDebt(x);
  if (none) return none;
  if (x.case.judgment) return { fits: false, why: '本案已有生效法律文书' };
  if (arbitrationLoan(x) >= 0) return { fits: false, why: '借款约定了仲裁，法院不受理' };
  const { track, reason } = advice(x);
  if (!small(x)) {
    return track === 'ordinary'
      ? { fits: false, why: reason }
      : { fits: true, why: '双方可以约定适用简易程序' };
  }
  if (track === 'smallClaimsByAgreement') return { fits: true, why: reason };
  return { fits: false, why: reason };
}

function missing(x: PaperContext): Missing[] {
  const own = answers(x);
  const most = small(x) ? 7 : 15;
  const days = (key: string, limit: number): Missing[] => {
    const text = own.text(key);
    if (text === '') return [];
    if (!/^\d{1,3}$/.test(text) || Number(text) < 1) {
      return [blocking(choicePath(ID, key), '期限应为大于0的整数日')];
    }
    return Number(text) > limit
      ? [warning(choicePath(ID, key), `一般不超过${limit}日，法院可能另定`)]
      : [];
  };
  const { track, reason } = advice(x);
  return blockingFirst([
    ...choiceProblems(x, ID, CHOICES, []),
    ...(small(x) && track !== 'smallClaimsByAgreement'
      ? [blocking(choicePath(ID, 'simple'), reason)]
      : []),
    ...days('evidenceDays', most),
    ...days('defenceDays', 15),
    ...(x.case.suit.court === '' ? [blocking('suit.court', '请填写受理法院的全称')] : []),
    warning(
      choicePath(ID, 'procedure'),
      small(x)
        ? '小额诉讼一审终审，不能上诉；双方都同意才适用，法院有自己的表格的用法院的'
        : '双方都同意才适用，法院有自己的表格的用法院的',
    ),
    warning(choicePath(ID, 'signedOn'), '原告和被告都要签名，可以各交一份'),
  ]);
}

export const smallClaimsConsent: PaperTemplate = {
  id: ID,
  title: '同意适用小额诉讼程序（简易程序）确认书',
  form: '09d',
  stage: 'filing',
  choices: CHOICES,
  fits,
  missing,
  build,
};
