/**
 * The packs by destination. First instance and enforcement follow the upload slots of the courts' portal
 * (form 03 F, verified); the other destinations have no published slots, so they keep the order of a paper
 * bundle (form 03 E).
 */

import { packChoices } from '../../shared/packs.ts';
import { choicesOf } from '../parts/choices.ts';
import { executingCourt } from '../parts/enforcement-application.ts';
import { agentsOf, plaintiffs } from '../parts/people.ts';
import type { PaperContext } from '../template.ts';
import {
  agentProofs,
  arbitrationClause,
  bankCard,
  enforcementProof,
  evidence,
  instrument,
  otherIdentity,
  ownIdentity,
  preservationRuling,
  security,
} from './by-hand.ts';
import { courtChoices, formChoice, optionalChoice } from './choices.ts';
import type { PackSpec, PaperPlace, Slot } from './types.ts';

const one = (paper: string, more: Partial<PaperPlace> = {}): PaperPlace => ({
  paper,
  copies: 'one',
  ...more,
});
const all = (paper: string, more: Partial<PaperPlace> = {}): PaperPlace => ({
  paper,
  copies: 'all',
  ...more,
});

const hasAgent = (x: PaperContext) => agentsOf(x.case, plaintiffs(x.case)).length > 0;
const hasOrganisation = (x: PaperContext) =>
  plaintiffs(x.case).some((p) => p.kind === 'organisation');

/** Of two forms of the same paper, the one the user chose; the element form unless told otherwise. */
const form = (destination: 'filing' | 'enforcement', value: string) => (x: PaperContext) =>
  choicesOf(x, packChoices(destination), [formChoice]).text('form') === value;

const included = (spec: Pick<PackSpec, 'destination' | 'choices'>, paper: string): PaperPlace =>
  one(paper, {
    quiet: true,
    when: (x) =>
      choicesOf(x, packChoices(spec.destination), spec.choices).list('include').includes(paper),
  });

const identity = (number: number, title = '当事人身份证明'): Slot => ({
  number,
  title,
  places: [
    ownIdentity,
    one('representative-certificate', { when: hasOrganisation }),
    otherIdentity,
  ],
});
const agency = (number: number, title = '委托代理人委托手续和身份材料'): Slot => ({
  number,
  title,
  places: [one('power-of-attorney', { when: hasAgent }), agentProofs],
});
const proof = (number: number): Slot => ({
  number,
  title: '证据目录及证据材料',
  places: [
    all('evidence-list'),
    evidence,
    all('statement-extract', { quiet: true }),
    all('interest-schedule', { quiet: true }),
  ],
});
const address = (number: number): Slot => ({
  number,
  title: '送达地址确认书',
  places: [one('service-address')],
});

const BUNDLE = '按纸质材料的装订顺序排列；网上提交的，以平台的栏目为准';
const court = (x: PaperContext) => ({ text: x.case.suit.court, field: 'suit.court' });
const executing = (x: PaperContext) => executingCourt(x.case);

const filingChoices = [
  formChoice,
  optionalChoice([
    { value: 'preservation-application', label: '财产保全申请书' },
    { value: 'fee-relief-application', label: '缓交、减交、免交诉讼费申请书' },
    { value: 'small-claims-consent', label: '适用小额诉讼程序的意见' },
    { value: 'mediation-application', label: '先行调解申请书' },
  ]),
  ...courtChoices,
];
const filing = { destination: 'filing', choices: filingChoices } as const;

const enforcementChoices = [formChoice, ...courtChoices];

const dishonestChoices = [
  optionalChoice([
    { value: 'exit-ban', label: '限制出境申请书' },
    { value: 'media-notice', label: '通过媒体公布不履行义务信息申请书' },
  ]),
  ...courtChoices,
];
const dishonest = { destination: 'dishonest', choices: dishonestChoices } as const;

export const packSpecs: readonly PackSpec[] = [
  {
    destination: 'mediation',
    name: '诉前调解',
    title: '诉前调解材料清单',
    leads: ['mediation-application'],
    basis: BUNDLE,
    choices: courtChoices,
    receiver: court,
    slots: [
      { number: 0, title: '调解申请书', places: [all('mediation-application')] },
      identity(1),
      agency(2),
      proof(3),
      address(4),
    ],
  },
  {
    destination: 'payment-order',
    name: '支付令',
    title: '申请支付令材料清单',
    leads: ['payment-order-application'],
    basis: BUNDLE,
    choices: courtChoices,
    receiver: court,
    slots: [
      { number: 0, title: '支付令申请书', places: [all('payment-order-application')] },
      identity(1),
      agency(2),
      proof(3),
      address(4),
    ],
  },
  {
    destination: 'arbitration',
    name: '仲裁',
    title: '申请仲裁材料清单',
    leads: ['arbitration-application'],
    basis: `${BUNDLE}；副本份数以仲裁委员会的要求为准`,
    choices: courtChoices,
    receiver: (x) => ({
      text:
        x.case.loans.find((l) => l.forumClause?.kind === 'arbitration')?.forumClause?.named ?? '',
      field: 'loans.0.forumClause',
    }),
    slots: [
      { number: 0, title: '仲裁申请书', places: [all('arbitration-application')] },
      { number: 1, title: '仲裁协议', places: [arbitrationClause] },
      identity(2),
      agency(3),
      proof(4),
      address(5),
    ],
  },
  {
    destination: 'preservation',
    name: '保全',
    title: '申请财产保全材料清单',
    leads: ['preservation-application'],
    basis: BUNDLE,
    choices: courtChoices,
    receiver: court,
    slots: [
      {
        number: 0,
        title: '保全申请书',
        places: [one('preservation-application'), one('asset-clues', { quiet: true })],
      },
      {
        number: 1,
        title: '担保材料',
        places: [one('preservation-guarantee', { quiet: true }), security],
      },
      identity(2),
      agency(3),
      proof(4),
      address(5),
    ],
  },
  {
    destination: 'filing',
    name: '立案',
    title: '立案材料清单',
    leads: ['complaint-elements', 'complaint-narrative'],
    basis: '按人民法院在线服务一审立案的上传栏目排列',
    choices: filingChoices,
    receiver: court,
    slots: [
      {
        number: 0,
        title: '起诉状',
        places: [
          all('complaint-elements', { when: form('filing', 'elements') }),
          all('complaint-narrative', { when: form('filing', 'narrative') }),
        ],
      },
      identity(1),
      agency(2),
      proof(3),
      address(4),
      {
        number: 5,
        title: '其他材料',
        places: [
          included(filing, 'preservation-application'),
          included(filing, 'fee-relief-application'),
          included(filing, 'small-claims-consent'),
          included(filing, 'mediation-application'),
        ],
      },
    ],
  },
  {
    destination: 'enforcement',
    name: '强制执行',
    title: '执行立案材料清单',
    leads: ['enforcement-elements', 'enforcement-narrative'],
    basis: '按人民法院在线服务执行立案的上传栏目排列；线索表、计算表随执行申请书上传',
    choices: enforcementChoices,
    receiver: executing,
    slots: [
      {
        number: 0,
        title: '执行申请书',
        places: [
          one('enforcement-elements', { when: form('enforcement', 'elements') }),
          one('enforcement-narrative', { when: form('enforcement', 'narrative') }),
          one('delay-interest-schedule', { quiet: true }),
          one('asset-clues', { quiet: true }),
        ],
      },
      { number: 1, title: '执行依据文书', places: [instrument, preservationRuling] },
      agency(2, '授权委托书及代理人身份证明'),
      {
        number: 3,
        title: '申请人身份材料',
        places: [
          ownIdentity,
          one('representative-certificate', { when: hasOrganisation }),
          otherIdentity,
          one('payee-account'),
          bankCard,
        ],
      },
      address(4),
    ],
  },
  {
    destination: 'dishonest',
    name: '失信、限消',
    title: '失信、限消申请材料清单',
    leads: ['dishonest-list-application', 'consumption-restriction'],
    basis: '没有统一的上传栏目，交给执行法官或者按平台提示上传',
    choices: dishonestChoices,
    receiver: executing,
    slots: [
      {
        number: 0,
        title: '申请书',
        places: [
          one('dishonest-list-application'),
          one('consumption-restriction'),
          included(dishonest, 'exit-ban'),
          included(dishonest, 'media-notice'),
        ],
      },
      { number: 1, title: '执行依据和执行案件', places: [instrument, enforcementProof] },
      agency(2, '授权委托书及代理人身份证明'),
      { number: 3, title: '申请人身份材料', places: [ownIdentity] },
      { number: 4, title: '财产线索', places: [one('asset-clues', { quiet: true })] },
    ],
  },
];
