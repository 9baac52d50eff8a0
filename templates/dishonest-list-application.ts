/** 纳入失信被执行人名单申请书 (form 06a): each ground with its own facts and evidence, never bare non-payment. */

import type { Party } from '../shared/case/party.ts';
import { principalLeft, seizedValue } from '../shared/law/dishonest-checks.ts';
import {
  type Assessment,
  assess,
  type FactView,
  type GroundView,
  standsText,
} from '../shared/law/dishonest-list.ts';
import { cite, citeFull } from '../shared/law/statutes.ts';
import { chineseNumber } from '../shared/text/numerals.ts';
import { blocking, warning } from './checks/common.ts';
import { choicePath } from './parts/choices.ts';
import {
  DEBTORS,
  enforcementApplication,
  enforcementSides,
  exhibitNames,
  fitsDuringEnforcement,
  openingFacts,
  targets,
} from './parts/enforcement-application.ts';
import { enforcementOf } from './parts/enforcement-figures.ts';
import { claimed, elementText, factSentence } from './parts/ground-text.ts';
import { defendants, names, partyPath } from './parts/people.ts';
import { articleAlone } from './parts/statute-text.ts';
import { yuanText } from './parts/words.ts';
import type { Missing, PaperContext, PaperTemplate } from './template.ts';

const ID = 'dishonest-list-application';

/** The records of one obligor against the six grounds, on the day of drafting. */
function assessed(x: PaperContext, party: Party): Assessment {
  const outstanding = enforcementOf(x, x.today)?.total ?? null;
  return assess(x.case, x.today, { partyId: party.id, outstanding });
}

/** Facts that count: dated in time, told, and proved by an exhibit or the court's own file. */
const usable = (f: FactView) => f.discounted === '' && (f.onCourtFile || f.evidenceIds.length > 0);

/** Grounds that may be pleaded: not closed by law, and every element with a proved fact. */
function pleaded(a: Assessment): GroundView[] {
  return a.grounds.filter(
    (g) => g.verdict !== 'notMet' && g.elements.every((e) => e.state === 'proved'),
  );
}

/** Those of the chosen obligors against whom a ground can be pleaded. */
function named(x: PaperContext): { party: Party; grounds: GroundView[] }[] {
  return targets(x, ID)
    .map((party) => ({ party, grounds: pleaded(assessed(x, party)) }))
    .filter((one) => one.grounds.length > 0);
}

/**
 * What is pleaded of one element. A mere lead on property says little of ability to pay: it is left to
 * the clue table unless the court has seized the thing, or nothing else is on record.
 */
function told(facts: readonly FactView[]): FactView[] {
  const counted = facts.filter(usable);
  // The report as noted in enforcement is left out where a fact of its own tells of the same.
  const all = counted.filter(
    (f) => f.id !== 'report' || !counted.some((k) => k.id !== f.id && k.kind === f.kind),
  );
  const firm = all.filter((f) => f.onCourtFile || !f.path.startsWith('propertyClues.'));
  return firm.length > 0 ? firm : all;
}

function groundText(x: PaperContext, g: GroundView): string {
  const parts = g.elements.map((e) => ({ element: e.id, facts: told(e.facts) }));
  const contrary = g.contrary.map((f) => factSentence(x, f)).join('');
  return `${claimed(g, parts)}。${parts.map((p) => elementText(x, g.ground, p)).join('')}${contrary ? `另据实说明：${contrary}` : ''}`;
}

function facts(x: PaperContext): string {
  const all = named(x);
  const several = defendants(x.case).length > 1;
  const lines = all.flatMap(({ party, grounds }) =>
    grounds.map((g) => ({ who: several ? `被执行人${party.name}` : '被执行人', g })),
  );
  const grounds = [...new Set(lines.map(({ g }) => g.ground))].sort();
  const items = grounds.map((n, i) =>
    i === 0 ? citeFull('dishonest', 1, undefined, n) : `第${chineseNumber(n)}项`,
  );
  return [
    openingFacts(x),
    ...lines.map(
      ({ who, g }, i) =>
        `${lines.length > 1 ? `（${chineseNumber(i + 1)}）` : ''}${who}${groundText(x, g)}`,
    ),
    ...(lines.length > 0
      ? [
          `上述行为符合${items.join('、')}规定的情形，现依照该规定${articleAlone('dishonest', 5)}提出申请。`,
        ]
      : []),
  ].join('\n');
}

/** Whom the paper names: those with a ground, else those it is aimed at. */
function pleadedAgainst(x: PaperContext): Party[] {
  const listed = named(x).map((one) => one.party);
  return listed.length > 0 ? listed : targets(x, ID);
}

/** The ground begun that lacks least: what is still to be added there, one line a gap. */
function nearest(x: PaperContext): Missing[] {
  const open = targets(x, ID)
    .flatMap((party) => assessed(x, party).grounds)
    .filter((g) => g.verdict === 'insufficient' && g.begun && g.missing.length > 0)
    .sort((a, b) => a.missing.length - b.missing.length)[0];
  return (open?.missing ?? []).map((m) =>
    blocking(m.add ? `dishonest.ground${open?.ground}` : m.path, `${open?.short}：${m.text}`),
  );
}

/** What the law and the record say against filing now, or at all. */
function gates(x: PaperContext): Missing[] {
  const chosen = targets(x, ID);
  const someone = named(x).length > 0;
  const found = chosen.flatMap((party): Missing[] => {
    const a = assessed(x, party);
    const grounds = pleaded(a);
    const owed = enforcementOf(x, x.today)?.total ?? principalLeft(x.case);
    const seized = seizedValue(x.case, party.id, x.today);
    const enough =
      a.exclusions.some((k) => k.id === 'seizedSuffices' && k.state === 'yes') ||
      (owed !== null && owed > 0 && seized >= owed);
    return [
      ...(grounds.length === 0 && someone
        ? [
            warning(
              'conduct',
              `没有${party.name || '这位被执行人'}符合任何一项情形的事实和证据，申请书没有把他列入`,
            ),
          ]
        : []),
      // What it rests on and is not in hand comes first, in the words of 失信评估.
      ...grounds.flatMap((g) =>
        g.askFor.length > 0 ? [warning('evidence', `${standsText(g)}，加到“证据”里`)] : [],
      ),
      ...grounds.flatMap((g) => g.missing.map((m) => warning(m.path, `${g.short}：${m.text}`))),
      ...a.grounds
        .filter((g) => g.verdict === 'insufficient' && g.begun && !grounds.includes(g))
        .map((g) =>
          warning(
            `dishonest.ground${g.ground}`,
            `“${g.short}”的事实或者证据还不齐，没有写进申请书`,
          ),
        ),
      ...(enough
        ? [
            warning(
              'enforcement.exclusions.seizedSuffices',
              `已查封、扣押、冻结的财产达到欠款数额（按估价${yuanText(seized)}）时，不能以“有履行能力而拒不履行”申请列入名单（${cite('dishonest', 3)}第二项）`,
            ),
          ]
        : []),
      ...(party.kind === 'person' && party.idNumber === ''
        ? [
            blocking(
              `${partyPath(x.case, party)}.idNumber`,
              `请填写${party.name || '被执行人'}的身份证号码，名单要用它区分同名的人`,
            ),
          ]
        : []),
      ...a.preconditions
        .filter((k) => k.state !== 'yes')
        .map((k) =>
          k.state === 'no' || (k.id === 'instrument' && x.case.judgment === null)
            ? blocking(k.path, k.text)
            : warning(k.path, k.text),
        ),
      ...a.warnings.map((w) => warning('enforcement', w.text)),
    ];
  });
  if (chosen.length === 0) return [blocking(choicePath(ID, DEBTORS.key), '请写明申请列入谁')];
  if (someone) return found;
  const gaps = nearest(x);
  const none = blocking(
    'conduct',
    '记录里没有一项情形的事实和证据是够的。只是没有还钱不能申请列入名单；请先在“失信评估”里记录事实并挂上证据',
  );
  return [...(gaps.length > 0 ? gaps : [none]), ...found];
}

export const dishonestListApplication: PaperTemplate = enforcementApplication({
  id: ID,
  title: '纳入失信被执行人名单申请书',
  form: '06a',
  stage: 'dishonest',
  order: '21',
  numberLevel: 'warning',
  sides: (x) => enforcementSides(x, pleadedAgainst(x)),
  requests: (x) => [
    `请求依法将被执行人${names(pleadedAgainst(x))}纳入失信被执行人名单，并实施信用惩戒`,
  ],
  factsHeading: '事实和理由',
  facts,
  attachments: (x) => [
    ...new Set(
      named(x).flatMap(({ grounds }) =>
        grounds.flatMap((g) =>
          g.elements.flatMap((e) =>
            exhibitNames(
              x.case,
              told(e.facts).flatMap((f) => f.evidenceIds),
            ),
          ),
        ),
      ),
    ),
  ],
  fits: (x) => {
    const during = fitsDuringEnforcement(x);
    const grounds = named(x).flatMap((one) => one.grounds);
    if (grounds.length === 0 && nearest(x).length === 0) {
      return {
        fits: false,
        why: '没有一项法定情形有事实和证据；只是没有还钱，不符合列入名单的条件',
      };
    }
    if (!during.fits) return during;
    const shorts = [...new Set(grounds.map((g) => g.short))].join('、');
    return {
      fits: true,
      why: shorts
        ? `写进申请书的情形：${shorts}`
        : '已经记录的情形还不齐，补上下面缺的事实和证据以后才能提交',
    };
  },
  missing: gates,
});
