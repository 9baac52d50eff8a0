/** 限制消费申请书 (form 06b). */
import { assess, type ConsumptionView } from '../shared/law/dishonest-list.ts';
import { blocking, warning } from './checks/common.ts';
import { choicePath, choicesOf } from './parts/choices.ts';
import {
  DEBTORS,
  enforcementApplication,
  fitsDuringEnforcement,
  openingFacts,
  targets,
} from './parts/enforcement-application.ts';
import { enforcementOf } from './parts/enforcement-figures.ts';
import { fullName, names, partyPath } from './parts/people.ts';
import { citeTogether } from './parts/statute-text.ts';
import { sentence } from './parts/words.ts';
import type { Choice, Missing, PaperContext, PaperTemplate } from './template.ts';

const ID = 'consumption-restriction';

const CHOICES: readonly Choice[] = [
  {
    key: 'persons',
    label: '单位被执行人的受限人员',
    hint: '一行一人：姓名、身份证号码、身份（主要负责人、影响债务履行的直接责任人员、实际控制人）。法定代表人已自动列入。',
    kind: 'list',
    default: [],
  },
  {
    key: 'conduct',
    label: '消费的事实',
    hint: '有证据的才写：哪一天、什么消费、怎么知道的。没有就留空，不影响申请。',
    kind: 'paragraph',
    default: '',
  },
];

function views(x: PaperContext): ConsumptionView[] {
  const outstanding = enforcementOf(x, x.today)?.total ?? null;
  return targets(x, ID).map(
    (party) => assess(x.case, x.today, { partyId: party.id, outstanding }).consumption,
  );
}

/** 法定代表人 of each organisation aimed at, then the people named by hand. */
function persons(x: PaperContext): string[] {
  const heads = targets(x, ID).flatMap((party) =>
    party.kind === 'organisation' && party.representative
      ? [`${party.representative}（${party.name}的法定代表人）`]
      : [],
  );
  return [...heads, ...choicesOf(x, ID, CHOICES).list('persons')];
}

function requests(x: PaperContext): string[] {
  const aimed = targets(x, ID);
  const list = persons(x);
  return [
    `请求对被执行人${names(aimed)}采取限制消费措施，限制其高消费及非生活或者经营必需的有关消费，并发出限制消费令`,
    ...(aimed.some((party) => party.kind === 'organisation') && list.length > 0
      ? [`请求对下列人员同时限制消费：${list.join('；')}`]
      : []),
  ];
}

function facts(x: PaperContext): string {
  const notice = x.case.enforcement?.noticeServedOn
    ? '被执行人未按执行通知书指定的期间履行给付义务。'
    : '';
  const conduct = choicesOf(x, ID, CHOICES).text('conduct');
  return [
    `${openingFacts(x)}${notice}`,
    ...(conduct ? [sentence(conduct)] : []),
    `根据${citeTogether([
      { statute: 'consumption', article: 1 },
      { statute: 'consumption', article: 4 },
    ])}的规定，特提出申请。`,
  ].join('\n');
}

function gates(x: PaperContext): Missing[] {
  return [
    ...views(x).flatMap((view) =>
      view.verdict === 'notMet'
        ? view.reasons.map((r) => blocking('enforcement', r.text))
        : [
            ...view.missing
              .filter((m) => m.path !== 'enforcement.caseNumber')
              .map((m) => warning(m.path, m.text)),
            ...view.reasons.slice(1).map((r) => warning('enforcement.noticeServedOn', r.text)),
          ],
    ),
    ...targets(x, ID).flatMap((party): Missing[] =>
      party.kind === 'person' && party.idNumber === ''
        ? [
            blocking(
              `${partyPath(x.case, party)}.idNumber`,
              `请填写${fullName(party) || '被执行人'}的身份证号码，限制消费要用它识别`,
            ),
          ]
        : [],
    ),
    ...(targets(x, ID).some((p) => p.kind === 'organisation') && persons(x).length === 0
      ? [warning(choicePath(ID, 'persons'), '被执行人是单位，请写明法定代表人等受限人员')]
      : []),
  ];
}

export const consumptionRestriction: PaperTemplate = enforcementApplication({
  id: ID,
  title: '限制消费申请书',
  form: '06b',
  order: '22',
  choices: CHOICES,
  requests,
  facts,
  numberLevel: 'warning',
  fits: (x) => {
    const closed = views(x).find((view) => view.verdict === 'notMet');
    if (closed) return { fits: false, why: closed.reasons[0]?.text ?? '现在还不能申请' };
    const during = fitsDuringEnforcement(x);
    // One judgment with 失信评估: it may be printed and filed, but says that something is not on record yet.
    const gap = views(x).find((view) => view.gap !== '')?.gap;
    return during.fits && gap ? { fits: true, why: `${gap}可以先生成，最好补上再提交。` } : during;
  },
  missing: (x) => [
    ...gates(x),
    ...(targets(x, ID).length === 0
      ? [blocking(choicePath(ID, DEBTORS.key), '请写明对谁限制消费')]
      : []),
  ],
});
