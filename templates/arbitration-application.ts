/** 仲裁申请书: only where the loan has an arbitration clause (form 07d). */
import type { Loan } from '../shared/case/loan.ts';
import { blocking, warning } from './checks/common.ts';
import { arbitrationLoan, noDebt } from './checks/stage.ts';
import { p } from './paper.ts';
import { application } from './parts/application.ts';
import { claimItems } from './parts/claims-text.ts';
import { events } from './parts/facts-text.ts';
import { paperName } from './parts/loan-text.ts';
import { defendants, guarantors, named, plaintiffs } from './parts/people.ts';
import { APPLICANT, inVoice } from './parts/voice.ts';
import { day } from './parts/words.ts';
import type { Missing, PaperContext } from './template.ts';

const ID = 'arbitration-application';

function clauseLoan(x: PaperContext): { loan: Loan; path: string } | null {
  const i = arbitrationLoan(x);
  const loan = x.case.loans[i];
  return loan ? { loan, path: `loans.${i}.forumClause` } : null;
}

/** 2023年3月1日《借款合同》：“…” — the clause word for word. */
function basis(x: PaperContext): string {
  const found = clauseLoan(x);
  if (!found) return '';
  const { loan } = found;
  const when = loan.signed ? day(loan.signed) : '';
  const wording = loan.forumClause?.wording.trim().replace(/。$/, '') ?? '';
  return `${when}${paperName(loan)}约定：“${wording}。”`;
}

/** Items in the words of arbitration; its costs instead of the court's. */
function requests(x: PaperContext): string[] {
  const c = x.case;
  const debtor = named('被申请人', [], []);
  const items = claimItems({ ...c, claim: { ...c.claim, claimCourtFees: false } }, x.claim, '原告');
  return [
    ...items.map((item) =>
      inVoice(item, APPLICANT).replace(/^判令/, '裁决').replaceAll('起诉时', '申请仲裁时'),
    ),
    ...(items.length > 0 ? [`仲裁费用由${debtor}承担`] : []),
  ];
}

function clauseProblems(x: PaperContext): Missing[] {
  const found = clauseLoan(x);
  if (!found) return [blocking('loans.0.forumClause', '没有仲裁条款，不能申请仲裁')];
  const { loan, path } = found;
  const clause = loan.forumClause;
  const named = clause?.named.trim() ?? '';
  const bare = x.case.loans.flatMap((l, i) =>
    l.forumClause?.kind === 'arbitration'
      ? []
      : [
          warning(
            `loans.${i}.forumClause`,
            `${paperName(l)}没有仲裁条款，这笔借款不能一并申请仲裁，请核对`,
          ),
        ],
  );
  return [
    ...(clause?.wording.trim()
      ? []
      : [blocking(`${path}.wording`, '请照抄仲裁条款的原文，它是仲裁的依据')]),
    ...(/、|或者?|和|以及/.test(named) || (named.match(/委员会|仲裁院/g)?.length ?? 0) > 1
      ? [
          warning(
            `${path}.named`,
            '条款约定了两个以上的仲裁机构，要由双方另行选定其中一个，否则仲裁协议无效，请咨询律师',
          ),
        ]
      : []),
    ...bare,
    ...(guarantors(x.case).length > 0
      ? [warning('parties', '保证合同没有同样的仲裁条款的，保证人不能列为被申请人，请核对')]
      : []),
    warning(`${path}.named`, '仲裁委员会有自己的申请书格式和份数要求的，请按它的要求提交'),
  ];
}

export const arbitrationApplication = application({
  id: ID,
  title: '仲裁申请书',
  form: '07d',
  stage: 'filing',
  order: '01',
  sides: (x) => [
    { label: '申请人', parties: plaintiffs(x.case), own: true },
    { label: '被申请人', parties: defendants(x.case) },
  ],
  requestHeading: '仲裁请求',
  requests,
  sections: (x) => [
    {
      heading: '仲裁依据',
      lines: [basis(x)],
      field: `${clauseLoan(x)?.path ?? 'loans.0.forumClause'}.wording`,
    },
  ],
  facts: (x) => inVoice(events(x.case, x.claim), APPLICANT),
  after: () => [
    p('heading', '证据和证据来源，证人姓名和住所：', { keepNext: true }),
    p('body', '详见《证据目录》。', { field: 'evidence' }),
  ],
  court: (x) => ({
    text: clauseLoan(x)?.loan.forumClause?.named.trim() ?? '',
    field: `${clauseLoan(x)?.path ?? 'loans.0.forumClause'}.named`,
    blank: '××仲裁委员会',
    need: '请填写条款约定的仲裁委员会全称；条款没有写明机构的，要由双方补充约定，否则仲裁协议无效',
  }),
  attachments: () => ['仲裁申请书副本', '证据材料', '申请人身份证明'],
  fits: (x) => {
    const none = noDebt(x);
    if (none) return none;
    if (x.case.judgment) return { fits: false, why: '已有生效法律文书，应当申请执行' };
    if (arbitrationLoan(x) < 0) {
      return x.case.loans.some((l) => l.forumClause?.kind === 'either')
        ? { fits: false, why: '约定“仲裁或者诉讼”的，仲裁约定无效，应向法院起诉' }
        : { fits: false, why: '借款没有仲裁条款，应向法院起诉' };
    }
    return { fits: true, why: '借款约定了仲裁，向约定的仲裁委员会申请' };
  },
  missing: clauseProblems,
});
