/** 送达地址确认书: always needed, because the 2025 complaint has no address rows (form 09c). */
import type { Party } from '../shared/case/party.ts';
import { blocking, signatureReminder, warning } from './checks/common.ts';
import { blockingFirst } from './checks/filing.ts';
import { type Block, box, type Cell, type Paper, p, type Row, type Run, t } from './paper.ts';
import { choicesOf } from './parts/choices.ts';
import { idTypeName } from './parts/party-blocks.ts';
import { agentsOf, names, partyPath, plaintiffs } from './parts/people.ts';
import { PORTRAIT_WIDTH } from './parts/table-paper.ts';
import { caseNumber, dayOr, fileName } from './parts/words.ts';
import type { Choice, Missing, PaperContext, PaperTemplate } from './template.ts';

const ID = 'service-address';

const CHOICES: readonly Choice[] = [
  {
    key: 'officialNotice',
    label: '印上2016年样式的告知事项',
    hint: '其中第3项（裁判文书不适用电子送达）已与现行民事诉讼法不一致；默认留给法院自己的文本。',
    kind: 'flag',
    default: false,
  },
];

/** The 告知事项 of 2016, word for word; item 3 is overtaken by CPL art. 90, so it is printed only on request. */
export const OFFICIAL_NOTICE = [
  '1.为便于当事人及时收到人民法院诉讼文书，保证诉讼程序顺利进行，当事人应当如实提供确切的送达地址。',
  '2．如果提供的地址不确切，或不及时告知变更后的地址，使诉讼文书无法送达或未及时送达，当事人将自行承担由此可能产生的法律后果。',
  '3．为提高送达效率，法院可以采用传真、电子邮件等方式送达诉讼文书，但判决书、裁定书、调解书除外。以发送方设备显示发送成功视为送达。',
  '4．确认的送达地址适用于一审、二审、再审审查、执行程序。如果送达地址有变更，应当及时书面告知人民法院变更后的送达地址。',
  '5．有关送达的法律规定，见本确认书后页。',
];

/** What the person confirms, word for word. */
export const CONFIRMATION =
  '我已阅读(听明白)本确认书的告知事项，提供了上栏送达地址，确认了上栏送达方式，并保证所提供的送达地址各项内容是正确的、有效的。如在诉讼过程中送达地址发生变化，将及时通知法院。';

const COLUMNS = [1900, 2400, PORTRAIT_WIDTH - 1900 - 2400];

type Content = string | Run[];

function cellOf(role: 'label' | 'value', contents: Content[], span: number, field?: string): Cell {
  return {
    role,
    vAlign: 'center',
    ...(span > 1 ? { span } : {}),
    paragraphs: contents.map((content) => p('plain', content, field ? { field } : {})),
  };
}

function wide(label: string, contents: Content[], field?: string, minHeight = 480): Row {
  return {
    minHeight,
    cells: [cellOf('label', [label], 1), cellOf('value', contents, 2, field)],
  };
}

/** A row of the address block, under the block's own name. */
function address(label: string, contents: Content[], field?: string): Row {
  return {
    minHeight: 480,
    cells: [
      cellOf('label', [''], 1),
      cellOf('label', [label], 1),
      cellOf('value', contents, 1, field),
    ],
  };
}

/** The rows of the address block, with its name in one cell down all of them. */
function addressBlock(rows: Row[]): Row[] {
  const [first, ...rest] = rows;
  if (!first) return [];
  const name: Cell = { ...cellOf('label', ['送达地址及方式'], 1), rowSpan: rows.length };
  return [{ ...first, cells: [name, ...first.cells.slice(1)] }, ...rest];
}

/** Where court mail goes: the service address, else the habitual residence, else the domicile. */
export function serviceAddress(party: Party): string {
  if (party.serviceAddress) return party.serviceAddress;
  return party.kind === 'person' ? party.habitualResidence || party.domicile : party.domicile;
}

/** □是 □否 with the boxes before the words; nothing is ticked until the person has chosen. */
function electronic(party: Party): Content[] {
  const yes = party.acceptsElectronicService;
  const on = (value: string) => yes === true && value !== '';
  return [
    [box(yes === true), t('是 '), box(yes === false), t('否')],
    [box(on(party.phone)), t(`手机号码：${on(party.phone) ? party.phone : ''}`)],
    [box(false), t('传真号码：')],
    [box(on(party.email)), t(`电子邮件地址：${on(party.email) ? party.email : ''}`)],
  ];
}

function form(x: PaperContext, party: Party): Block[] {
  const c = x.case;
  const path = partyPath(c, party);
  const person = party.kind === 'person';
  const agents = agentsOf(c, [party]).map(({ agent }) => agent);
  const receiver = person ? party.name : party.representative || party.name;
  const idType = person ? (party.idNumber ? idTypeName(party.idType) : '') : '统一社会信用代码';
  const idNumber = person ? party.idNumber : party.creditCode;
  const notice = choicesOf(x, ID, CHOICES).flag('officialNotice')
    ? OFFICIAL_NOTICE
    : ['（告知事项以受理法院提供的文本为准）'];
  const rows: Row[] = [
    wide('案号', [caseNumber(c.suit.caseNumber) || '（立案后填写）'], 'suit.caseNumber'),
    wide('案由', ['民间借贷纠纷']),
    wide('告知事项', notice),
    wide('当事人', [`原告：${party.name}`], `${path}.name`),
    ...addressBlock([
      address('指定签收人', [receiver], `${path}.name`),
      address('证件类型', [idType], `${path}.idType`),
      address('证件号码', [idNumber], `${path}.idNumber`),
      address('确认送达地址', [serviceAddress(party)], `${path}.serviceAddress`),
      address('是否接受电子送达', electronic(party), `${path}.acceptsElectronicService`),
      address('手机号码', [party.phone], `${path}.phone`),
      address('邮编', [party.postcode], `${path}.postcode`),
      address('其他联系方式', [party.wechat ? `微信号：${party.wechat}` : ''], `${path}.wechat`),
      ...(agents.length > 0
        ? [
            address(
              '委托诉讼代理人',
              agents.map((a) => [a.name, a.unit, a.phone].filter((s) => s !== '').join('，')),
              'agents',
            ),
          ]
        : []),
    ]),
    wide(
      '受送达人确认',
      [CONFIRMATION, '', '受送达人(签名或者盖章)', dayOr(c.suit.signedOn, '    年    月    日')],
      'suit.signedOn',
      2400,
    ),
    wide('备注', [''], undefined, 720),
    wide('法院工作人员签名', [''], undefined, 720),
  ];
  return [
    p('title', '送达地址确认书'),
    { type: 'table', columns: COLUMNS, indent: 0, rows },
    p('formula', `收到后请于一周内填妥寄回${c.suit.court || '××××人民法院'}`, {
      field: 'suit.court',
    }),
  ];
}

function build(x: PaperContext): Paper {
  const c = x.case;
  const list = plaintiffs(c);
  return {
    id: ID,
    title: '送达地址确认书',
    profile: 'T',
    fileName: fileName('06', '送达地址确认书', names(list)),
    date: c.suit.signedOn ?? x.today,
    blocks: list.flatMap((party, i): Block[] => [
      ...(i > 0 ? [{ type: 'pageBreak' } as const] : []),
      ...form(x, party),
    ]),
  };
}

function missing(x: PaperContext): Missing[] {
  const c = x.case;
  const list = plaintiffs(c);
  const found = list.flatMap((party): Missing[] => {
    const path = partyPath(c, party);
    return [
      ...(party.name === '' ? [blocking(`${path}.name`, '请填写姓名或者名称')] : []),
      ...(serviceAddress(party) === ''
        ? [blocking(`${path}.serviceAddress`, '请填写能收到法院邮件的地址')]
        : []),
      ...(party.phone === '' ? [blocking(`${path}.phone`, '请填写手机号码')] : []),
      ...(party.kind === 'person' && party.idNumber === ''
        ? [blocking(`${path}.idNumber`, '请填写证件号码')]
        : []),
      ...(party.acceptsElectronicService === null
        ? [
            blocking(
              `${path}.acceptsElectronicService`,
              '请选择是否接受电子送达；这要由您本人决定，软件不代选',
            ),
          ]
        : []),
      ...(party.postcode === '' ? [warning(`${path}.postcode`, '请填写邮编')] : []),
    ];
  });
  return blockingFirst([
    ...(list.length === 0 ? [blocking('parties', '请录入出借人（原告）')] : []),
    ...found,
    warning('suit.court', '不少法院有自己的送达地址确认书，受理法院要求时请改用法院的表'),
    ...signatureReminder(list, '受送达人', 'suit.signedOn', c.suit.signedOn),
  ]);
}

export const serviceAddressForm: PaperTemplate = {
  id: ID,
  title: '送达地址确认书',
  form: '09c',
  stage: 'filing',
  choices: CHOICES,
  fits: (x) =>
    plaintiffs(x.case).length > 0
      ? { fits: true, why: '与起诉状一并提交：起诉状里没有送达地址栏' }
      : { fits: false, why: '还没有出借人' },
  missing,
  build,
};
