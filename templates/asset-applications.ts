/** 财产调查, 责令报告, 查询报告: what the court knows or can find out of the obligor's property (form 06c). */
import { warning } from './checks/common.ts';
import { assetVariant, under } from './parts/asset-variant.ts';
import { choicesOf } from './parts/choices.ts';
import { targets } from './parts/enforcement-application.ts';
import { names } from './parts/people.ts';
import { day, sentence } from './parts/words.ts';
import type { Choice, Missing, PaperContext, PaperTemplate } from './template.ts';

const SECRECY = '申请执行人及其代理人对查询中知悉的信息承担保密义务。';

const QUERY: readonly Choice[] = [
  {
    key: 'kinds',
    label: '查询的财产',
    kind: 'multi',
    options: ['银行存款', '网络资金账户', '证券', '车辆', '不动产', '股权', '公积金', '保险'].map(
      (value) => ({ value, label: value }),
    ),
    default: ['银行存款', '网络资金账户', '证券', '车辆', '不动产', '股权'],
  },
  {
    key: 'reason',
    label: '自己查不到的客观原因',
    hint: '法院要看为什么不能自行查询。',
    kind: 'paragraph',
    default:
      '银行、网络支付、证券、登记等机构不向个人提供他人的财产信息，申请执行人因客观原因不能自行查询。',
  },
];

const query = assetVariant({
  id: 'asset-query',
  title: '财产调查（网络查控）申请书',
  order: '23',
  choices: QUERY,
  required: ['kinds', 'reason'],
  requests: (x) => [
    `请求通过网络执行查控系统对被执行人${names(targets(x, 'asset-query'))}名下${choicesOf(x, 'asset-query', QUERY).list('kinds').join('、')}等财产进行查询，并对查询到的财产采取查封、扣押、冻结措施`,
  ],
  facts: (x) => [
    sentence(choicesOf(x, 'asset-query', QUERY).text('reason')),
    under(
      'queryFreeze',
      { statute: 'propertyInquiry', article: 2 },
      { statute: 'propertyInquiry', article: 12 },
    ),
  ],
  missing: (x) =>
    targets(x, 'asset-query').flatMap((p) =>
      p.kind === 'person' && p.idNumber === ''
        ? [
            warning(
              `parties.${x.case.parties.indexOf(p)}.idNumber`,
              `没有${p.name || '被执行人'}的身份证号码，网络查控系统查不到，请向法院说明或者申请调取`,
            ),
          ]
        : [],
    ),
});

const noReportOrder = (x: PaperContext): Missing[] =>
  x.case.enforcement?.reportOrderServedOn
    ? []
    : [
        warning(
          'enforcement.reportOrderServedOn',
          '还没有填写报告财产令送达的日期；请先向执行法官了解被执行人是否已经报告',
        ),
      ];

const readReport = assetVariant({
  id: 'read-report',
  title: '查询财产报告申请书',
  order: '24',
  requests: (x) => [`请求查询被执行人${names(targets(x, 'read-report'))}提交的财产报告`],
  facts: (x) => {
    const served = x.case.enforcement?.reportOrderServedOn;
    return [
      ...(served ? [`报告财产令已于${day(served)}送达被执行人。`] : []),
      under({ statute: 'propertyInquiry', article: 8 }),
      SECRECY,
    ];
  },
  missing: noReportOrder,
});

const readCourtInfo = assetVariant({
  id: 'read-court-info',
  title: '查询财产调查信息申请书',
  order: '25',
  requests: (x) => [
    `请求告知人民法院对被执行人${names(targets(x, 'read-court-info'))}财产的调查情况`,
  ],
  facts: () => [
    '为及时提供财产线索、配合执行，申请执行人需要了解已经查询的范围和结果。',
    under({ statute: 'propertyInquiry', article: 12 }),
    SECRECY,
  ],
  missing: () => [warning('enforcement', '是否告知由法院决定；可以同时向执行法官口头询问')],
});

const orderReport = assetVariant({
  id: 'order-report',
  title: '责令报告财产申请书',
  order: '26',
  requests: (x) => [
    `请求责令被执行人${names(targets(x, 'order-report'))}报告当前以及收到执行通知之日前一年的财产情况`,
  ],
  facts: () => [under('propertyReport', { statute: 'propertyInquiry', article: 3 })],
  unfit: (x) => {
    const served = x.case.enforcement?.reportOrderServedOn;
    return served ? `报告财产令已于${day(served)}送达，不必再申请` : null;
  },
});

export const assetApplications: readonly PaperTemplate[] = [
  query,
  orderReport,
  readReport,
  readCourtInfo,
];
