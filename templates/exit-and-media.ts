/** 限制出境申请书 and 通过媒体公布不履行义务信息申请书 (form 06i): CPL art. 266 only. */
import { cplNumber } from '../shared/law/statutes.ts';
import { blocking, warning } from './checks/common.ts';
import { choicePath, choicesOf } from './parts/choices.ts';
import {
  enforcementApplication,
  fitsDuringEnforcement,
  openingFacts,
  targets,
} from './parts/enforcement-application.ts';
import { seizedLines, told } from './parts/obstruction.ts';
import { names, partyPath } from './parts/people.ts';
import { citeTogether } from './parts/statute-text.ts';
import { sentence } from './parts/words.ts';
import type { Choice, Missing, PaperContext, PaperTemplate } from './template.ts';

const REASON: Choice = {
  key: 'reason',
  label: '理由和证据',
  hint: '写明有履行能力、有躲避迹象的具体事实和证据；没有具体理由的申请一般不会准许。留空就用“失信评估”里记下的事实。',
  kind: 'paragraph',
  default: '',
};

const EXIT: readonly Choice[] = [
  REASON,
  {
    key: 'passport',
    label: '对方的护照或者通行证号码',
    hint: '知道的才填。',
    kind: 'text',
    default: '',
  },
];

const MEDIA: readonly Choice[] = [
  REASON,
  {
    key: 'scope',
    label: '希望公布的媒体',
    hint: '由法院决定；留空就不写。',
    kind: 'text',
    default: '',
  },
];

const basis = () =>
  `依照${citeTogether([{ statute: 'cpl', article: cplNumber('exitBanCreditPublicity') }])}的规定，特提出申请。`;

function identified(x: PaperContext, id: string): Missing[] {
  return targets(x, id).flatMap((party): Missing[] =>
    party.kind === 'person' && party.idNumber === ''
      ? [
          blocking(
            `${partyPath(x.case, party)}.idNumber`,
            `请填写${party.name || '被执行人'}的证件号码`,
          ),
        ]
      : [],
  );
}

/** The facts on record that each application rests on, when no reason was written by hand. */
const KINDS: Record<string, readonly string[]> = {
  'exit-ban': ['exitPlan'],
  'media-notice': ['refusal'],
};

/** The reason as written, else as recorded; ability alone is none. */
function reasonOf(x: PaperContext, id: string, choices: readonly Choice[]): string {
  const own = choicesOf(x, id, choices).text('reason');
  if (own !== '') return own;
  const aimed = targets(x, id);
  const real = told(x, aimed, KINDS[id] ?? []);
  const able = told(x, aimed, ['ability']) + seizedLines(x, aimed).join('');
  return real === '' ? '' : able + real;
}

const withoutReason = (x: PaperContext, id: string, choices: readonly Choice[]): Missing[] =>
  reasonOf(x, id, choices) === ''
    ? [
        blocking(
          choicePath(id, 'reason'),
          '请写明理由和证据，或者在“失信评估”里记下有关的事实；没有具体理由的申请一般不会准许',
        ),
      ]
    : [];

const facts = (id: string, choices: readonly Choice[]) => (x: PaperContext) =>
  [openingFacts(x), sentence(reasonOf(x, id, choices)), basis()].filter((s) => s !== '').join('\n');

/** Filed only with a real reason: without one it does not suit the case. */
const withReason = (id: string, choices: readonly Choice[]) => (x: PaperContext) =>
  reasonOf(x, id, choices) === ''
    ? { fits: false, why: '要有具体的理由和证据才申请；有了先写明理由' }
    : fitsDuringEnforcement(x);

export const exitBan: PaperTemplate = enforcementApplication({
  id: 'exit-ban',
  title: '限制出境申请书',
  form: '06i',
  order: '36',
  choices: EXIT,
  requests: (x) => {
    const passport = choicesOf(x, 'exit-ban', EXIT).text('passport');
    return [
      `请求依法限制被执行人${names(targets(x, 'exit-ban'))}${passport ? `（证件号码：${passport}）` : ''}出境`,
    ];
  },
  facts: facts('exit-ban', EXIT),
  fits: withReason('exit-ban', EXIT),
  missing: (x) => [
    ...withoutReason(x, 'exit-ban', EXIT),
    ...identified(x, 'exit-ban'),
    ...targets(x, 'exit-ban').flatMap((party) =>
      party.kind === 'organisation'
        ? [
            warning(
              partyPath(x.case, party),
              '被执行人是单位的，可以限制其法定代表人等出境，请在理由里写明是谁、证件号码',
            ),
          ]
        : [],
    ),
  ],
});

export const mediaNotice: PaperTemplate = enforcementApplication({
  id: 'media-notice',
  title: '通过媒体公布不履行义务信息申请书',
  form: '06i',
  order: '37',
  choices: MEDIA,
  requests: (x) => {
    const scope = choicesOf(x, 'media-notice', MEDIA).text('scope');
    return [
      `请求通过${scope || '媒体'}公布被执行人${names(targets(x, 'media-notice'))}不履行义务的信息`,
    ];
  },
  facts: facts('media-notice', MEDIA),
  fits: withReason('media-notice', MEDIA),
  missing: (x) => [
    ...withoutReason(x, 'media-notice', MEDIA),
    ...identified(x, 'media-notice'),
    warning(
      choicePath('media-notice', 'scope'),
      '公布由法院决定和实施；请不要自己在网上、社区张贴或者转发对方的信息',
    ),
  ],
});
