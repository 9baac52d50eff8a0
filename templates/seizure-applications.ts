/** 扣押车辆, 续行查封, 评估拍卖: from a seizure to money (form 06c). */
import type { PropertyClue } from '../shared/case/conduct.ts';
import type { Preservation } from '../shared/case/seizure.ts';
import { addDays } from '../shared/law/dates.ts';
import { evidenceOf } from '../shared/law/dishonest-facts.ts';
import { SEIZURE_YEARS } from '../shared/law/preservation.ts';
import { CLUE_KIND, preservationEnd, seizureEnd } from '../shared/law/seizures.ts';
import { cite } from '../shared/law/statutes.ts';
import { chineseNumber } from '../shared/text/numerals.ts';
import { blocking, warning } from './checks/common.ts';
import { assetVariant, under } from './parts/asset-variant.ts';
import { choicePath, choicesOf } from './parts/choices.ts';
import {
  clueName,
  clueOwned,
  cluesOf,
  exhibitNames,
  targets,
} from './parts/enforcement-application.ts';
import { caseNumber, day } from './parts/words.ts';
import type { Choice, Missing, PaperContext, PaperTemplate } from './template.ts';

const vehicles = (x: PaperContext, id: string) =>
  cluesOf(x.case, targets(x, id)).filter((clue) => clue.kind === 'vehicle');

const parked = (clue: PropertyClue) =>
  clue.location ? `${clueName(clue)}的停放地点或者使用人：${clue.location}。` : '';

const seizeVehicle = assetVariant({
  id: 'seize-vehicle',
  title: '扣押车辆申请书',
  order: '27',
  requests: (x) => [
    `请求对${vehicles(x, 'seize-vehicle')
      .map((clue) => clueOwned(x.case, clue))
      .join('、')}实际扣押；未能实际控制的，通知有关单位协助查找`,
  ],
  facts: (x) => [
    ...vehicles(x, 'seize-vehicle').flatMap((clue) =>
      clue.seizedOn && clue.liftedOn === null
        ? [`${clueOwned(x.case, clue)}已于${day(clue.seizedOn)}登记查封，尚未实际控制。`]
        : [],
    ),
    ...vehicles(x, 'seize-vehicle')
      .map(parked)
      .filter((s) => s !== ''),
    under('seizure', { statute: 'propertyInquiry', article: 16 }),
  ],
  unfit: (x) => (vehicles(x, 'seize-vehicle').length === 0 ? '还没有录入车辆线索' : null),
  missing: (x) =>
    vehicles(x, 'seize-vehicle').length === 0
      ? [blocking('propertyClues', '请先录入车辆线索，写明号牌号码')]
      : vehicles(x, 'seize-vehicle').flatMap((clue) =>
          clue.location === ''
            ? [
                warning(
                  `propertyClues.${x.case.propertyClues.indexOf(clue)}.location`,
                  '请补充车辆停放地点或者使用人，没有下落的车法院难以扣押',
                ),
              ]
            : [],
        ),
});

const MEASURE: Partial<Record<PropertyClue['kind'], string>> = {
  account: '冻结',
  virtual: '冻结',
  equity: '冻结',
  salary: '冻结',
  claim: '冻结',
};
const measure = (clue: PropertyClue) => MEASURE[clue.kind] ?? '查封';
const longest = (clue: PropertyClue) => SEIZURE_YEARS[CLUE_KIND[clue.kind]];

const RENEW: readonly Choice[] = [
  {
    key: 'documentNumber',
    label: '统一改写裁定的文书号（一般不用填）',
    hint: '留空就用每项财产自己记录的文书号。填了，申请书里所有财产都写这一个，例如（2026）甲0104执567号执行裁定书。',
    kind: 'text',
    default: '',
  },
  {
    key: 'years',
    label: '续行的年数',
    hint: '留空按法律允许的最长期限：动产二年，存款一年，不动产和其他财产权三年。',
    kind: 'select',
    options: [
      { value: '', label: '最长期限' },
      { value: '1', label: '一年' },
      { value: '2', label: '二年' },
      { value: '3', label: '三年' },
    ],
    default: '',
  },
];

const seized = (x: PaperContext, id: string) =>
  cluesOf(x.case, targets(x, id)).filter(
    (clue) => clue.seizedOn !== null && clue.liftedOn === null,
  );

/** What the court keeps, whether seized in enforcement or preserved in the suit. */
interface Held {
  clue: PropertyClue;
  /** Field of its end. */
  path: string;
  /** Field of its ruling's number, and where the user finds it. */
  number: { path: string; where: string };
  /** Who seized it, as the executing court is told. */
  by: string;
}

const AS_CLUE: Record<Preservation['kind'], PropertyClue['kind']> = {
  deposit: 'account',
  movable: 'vehicle',
  realEstate: 'realEstate',
  other: 'other',
};

/** A preservation of the suit goes on as a seizure once the case is enforced, and lapses like one. */
function preserved(x: PaperContext): Held[] {
  const aimed = targets(x, 'renew-seizure').map((p) => p.id);
  const court = x.case.enforcement?.court ?? '';
  return x.case.suit.preservations.flatMap((p, i): Held[] => {
    const owner = p.partyId ?? aimed[0];
    if (p.startedOn === null || p.liftedOn !== null || !owner || !aimed.includes(owner)) return [];
    const clue: PropertyClue = {
      id: p.id,
      partyId: p.partyId,
      kind: AS_CLUE[p.kind],
      description: p.object,
      location: '',
      estimatedValue: p.amount,
      source: '',
      submittedOn: null,
      seizedOn: p.startedOn,
      seizureExpires: preservationEnd(p),
      seizureNumber: p.documentNumber,
      renewals: p.renewals,
      liftedOn: null,
      evidenceIds: [],
      note: '',
    };
    const by = p.court !== '' && p.court !== court ? p.court : '贵院';
    const at = `suit.preservations.${i}`;
    const number = {
      path: `${at}.documentNumber`,
      where: '诉讼—财产保全—保全裁定的文书号',
    };
    return [{ clue, path: `${at}.expires`, number, by }];
  });
}

/** What is to be renewed: what ends within three months, else everything that is seized. */
function renewable(x: PaperContext): Held[] {
  const all = [
    ...seized(x, 'renew-seizure').map((clue): Held => {
      const at = `propertyClues.${x.case.propertyClues.indexOf(clue)}`;
      const number = {
        path: `${at}.seizureNumber`,
        where: '执行—财产线索和查封—查封、冻结裁定的文书号',
      };
      return { clue, path: `${at}.seizureExpires`, number, by: '贵院' };
    }),
    ...preserved(x),
  ];
  const soon = all.filter(({ clue }) => endsSoon(x, clue));
  return soon.length > 0 ? soon : all;
}

const endsSoon = (x: PaperContext, clue: PropertyClue) =>
  (seizureEnd(clue) ?? '9') <= addDays(x.today, 90);

/** The ruling that the seizure rests on: as answered, else the last renewal's, else the first one's. */
function rulingOf(x: PaperContext, clue: PropertyClue): string {
  const renewed = clue.renewals.filter((r) => r.expires !== null && r.documentNumber !== '').at(-1);
  return caseNumber(
    choicesOf(x, 'renew-seizure', RENEW).text('documentNumber') ||
      renewed?.documentNumber ||
      clue.seizureNumber,
  );
}

function renewalYears(x: PaperContext, clue: PropertyClue): number {
  const asked = Number(choicesOf(x, 'renew-seizure', RENEW).text('years'));
  return asked > 0 ? Math.min(asked, longest(clue)) : longest(clue);
}

function renewalProblems(x: PaperContext): Missing[] {
  const list = renewable(x);
  if (list.length === 0) return [blocking('propertyClues', '还没有已查封、扣押、冻结的财产')];
  const asked = Number(choicesOf(x, 'renew-seizure', RENEW).text('years'));
  return list.flatMap(({ clue, path, number }): Missing[] => {
    const ends = seizureEnd(clue);
    const unnamed =
      rulingOf(x, clue) === ''
        ? [
            blocking(
              number.path,
              `请照裁定书填写“${clue.description}”的文书号：在“${number.where}”这一栏`,
            ),
          ]
        : [];
    const over =
      asked > longest(clue)
        ? [
            warning(
              choicePath('renew-seizure', 'years'),
              `${clue.description}的续行期限最长${chineseNumber(longest(clue))}年（${cite('cplInterp', 485)}），已按${chineseNumber(longest(clue))}年写`,
            ),
          ]
        : [];
    if (ends === null)
      return [...unnamed, ...over, blocking(path, `请填写“${clue.description}”查封、冻结的到期日`)];
    if (ends < x.today) {
      return [
        ...unnamed,
        ...over,
        warning(
          path,
          `“${clue.description}”的查封、冻结已于${day(ends)}到期，效力已经消灭，请立即改为重新申请并核实有无其他人在后查封`,
        ),
      ];
    }
    return addDays(ends, -7) <= x.today
      ? [
          ...unnamed,
          ...over,
          warning(path, `离${day(ends)}到期不足七日，请当天提交并电话告知执行法官`),
        ]
      : [...unnamed, ...over];
  });
}

const renewSeizure = assetVariant({
  id: 'renew-seizure',
  title: '续行查封（扣押、冻结）申请书',
  order: '28',
  choices: RENEW,
  requests: (x) =>
    renewable(x).map(
      ({ clue }) =>
        `请求对${rulingOf(x, clue)}${measure(clue)}的${clueOwned(x.case, clue)}续行${measure(clue)}，期限${chineseNumber(renewalYears(x, clue))}年`,
    ),
  facts: (x) => [
    ...renewable(x).map(({ clue, by }) => {
      const end = seizureEnd(clue);
      const ends = end ? `，期限至${day(end)}` : '';
      return `${by}已于${day(clue.seizedOn ?? '')}${measure(clue)}${clueOwned(x.case, clue)}${ends}。`;
    }),
    `为避免期限届满后查封、冻结失效，${under({ statute: 'cplInterp', article: 485 })}`,
  ],
  unfit: (x) => {
    const list = renewable(x);
    if (list.length === 0) return '还没有已查封、扣押、冻结的财产';
    return list.some(({ clue }) => endsSoon(x, clue))
      ? null
      : '查封、冻结离到期还有三个月以上，临近到期再申请';
  },
  missing: renewalProblems,
});

const auctionTitle = (x: PaperContext) => {
  const list = seized(x, 'appraise-auction');
  return list.length > 0 && list.every((clue) => clue.kind === 'vehicle')
    ? '车辆评估、拍卖申请书'
    : '评估、拍卖申请书';
};

const appraiseAuction = assetVariant({
  id: 'appraise-auction',
  title: auctionTitle,
  name: '评估、拍卖申请书',
  order: '29',
  requests: (x) =>
    seized(x, 'appraise-auction').map(
      (clue) =>
        `请求对贵院已于${day(clue.seizedOn ?? '')}${measure(clue)}的${clueOwned(x.case, clue)}${clue.kind === 'vehicle' ? '扣押、评估、拍卖' : '依法评估、拍卖（变卖）'}，所得价款用于清偿本案债务`,
    ),
  facts: (x) => [
    ...seized(x, 'appraise-auction').map((clue) => {
      const place = clue.location
        ? `，${clue.kind === 'vehicle' ? '现停放于' : '位于'}${clue.location}`
        : '';
      return `${clueName(clue)}系被执行人财产，${measure(clue)}有效${place}。`;
    }),
    `为实现债权，${under('seizure', 'auction')}`,
  ],
  attachments: (x) =>
    exhibitNames(
      x.case,
      seized(x, 'appraise-auction').flatMap((clue) =>
        evidenceOf(x.case, clue.id, clue.evidenceIds),
      ),
    ),
  unfit: (x) =>
    seized(x, 'appraise-auction').length === 0 ? '还没有已查封、扣押、冻结的财产' : null,
  missing: (x) => {
    const list = seized(x, 'appraise-auction');
    if (list.length === 0) return [blocking('propertyClues', '还没有已查封、扣押、冻结的财产')];
    return list.flatMap((clue): Missing[] => {
      const path = `propertyClues.${x.case.propertyClues.indexOf(clue)}`;
      const end = seizureEnd(clue);
      return end !== null && end < x.today
        ? [
            blocking(
              `${path}.seizureExpires`,
              `“${clue.description}”的查封已于${day(end)}到期，请先申请重新查封`,
            ),
          ]
        : clue.kind === 'vehicle' && clue.location === ''
          ? [warning(`${path}.location`, '请补充车辆停放地点；没有实际扣押的车一般不能拍卖')]
          : [];
    });
  },
});

export const seizureApplications: readonly PaperTemplate[] = [
  seizeVehicle,
  renewSeizure,
  appraiseAuction,
];
