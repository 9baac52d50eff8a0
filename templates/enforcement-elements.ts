/** 强制执行申请书（申请执行用）, element form of 法〔2025〕82号 (form 05a). */
import type { Case } from '../shared/case/case.ts';
import type { Party } from '../shared/case/party.ts';
import { enforcementProblems, fitsEnforcement } from './checks/enforcement.ts';
import { type Paper, p, type Row } from './paper.ts';
import { choicesOf } from './parts/choices.ts';
import {
  ELEMENT_INDENT,
  ENFORCEMENT_GRID,
  enforcementGrid as grid,
  HEIGHT,
  noticeRow,
  sectionBar,
} from './parts/element-form.ts';
import { ENFORCEMENT_NOTICE } from './parts/enforcement-notice.ts';
import { basisRows, requestRows } from './parts/enforcement-rows.ts';
import { agentRows, type BlockOptions, partyRows } from './parts/party-blocks.ts';
import { defendants, names, plaintiffs } from './parts/people.ts';
import { signatureLines } from './parts/signature.ts';
import { fileName } from './parts/words.ts';
import type { Choice, PaperContext, PaperTemplate } from './template.ts';

const ID = 'enforcement-elements';

/** Blocks nobody fills are left out, as the official sample does; the blank form prints them (form 00). */
const CHOICES: readonly Choice[] = [
  {
    key: 'keepUnusedBlocks',
    label: '保留不涉及的当事人栏',
    hint: '没有单位、第三人时，默认不印这些空栏；个别法院要求表格完整的，可以保留。',
    kind: 'flag',
    default: false,
  },
];

/** The account stands in the block of its holder; without a match, in the first applicant's. */
function applicantRows(x: PaperContext): Row[] {
  const c = x.case;
  const account = c.enforcement?.bankAccount ?? { number: '', holder: '', branch: '' };
  const empty = { number: '', holder: '', branch: '' };
  const list = plaintiffs(c);
  const holder = list.find((a) => a.name === account.holder) ?? list[0];
  const options = (a: Party | null): BlockOptions => ({
    ...block('申请执行人', '无'),
    bank: a === null || a === holder ? account : empty,
  });
  const keep = choicesOf(x, ID, CHOICES).flag('keepUnusedBlocks');
  if (list.length === 0) return partyRows(c, grid, [], options(null), keep, true);
  const people = list.filter((a) => a.kind === 'person');
  const orgs = list.filter((a) => a.kind === 'organisation');
  const rows = [...people, ...orgs].flatMap((a) => partyRows(c, grid, [a], options(a), false));
  return keep ? [...rows, ...unused(c, people, orgs)] : rows;
}

function unused(c: Case, people: Party[], orgs: Party[]): Row[] {
  const bank = { number: '', holder: '', branch: '' };
  const blank = partyRows(c, grid, [], { ...block('申请执行人', '无'), bank }, true);
  return blank.filter((_, i) => (i === 0 ? people.length === 0 : orgs.length === 0));
}

const block = (label: string, unknownEmployer: string): BlockOptions => ({
  label,
  unknownEmployer,
  creditCode: true,
  listedCompany: false,
  ownershipGap: '  ',
});

function build(x: PaperContext): Paper {
  const c = x.case;
  const signedOn = c.enforcement?.signedOn ?? null;
  const keep = choicesOf(x, ID, CHOICES).flag('keepUnusedBlocks');
  return {
    id: ID,
    title: '强制执行申请书',
    profile: 'E',
    fileName: fileName('01', '强制执行申请书', names(plaintiffs(c))),
    date: signedOn ?? x.today,
    blocks: [
      p('title', '强制执行申请书'),
      p('subtitle', '（申请执行用）'),
      {
        type: 'table',
        columns: ENFORCEMENT_GRID,
        indent: ELEMENT_INDENT,
        rows: [
          noticeRow(grid, ENFORCEMENT_NOTICE, HEIGHT.enforcementNotice),
          sectionBar(grid, '当事人信息'),
          ...applicantRows(x),
          ...agentRows(c, grid, plaintiffs(c)),
          ...partyRows(c, grid, defendants(c), block('被执行人', '不详'), keep, true),
          ...basisRows(x),
          ...requestRows(x),
        ],
      },
      ...signatureLines('申请执行人（签字、盖章）：', '日期：', signedOn),
    ],
  };
}

export const enforcementElements: PaperTemplate = {
  id: ID,
  title: '强制执行申请书（要素式）',
  form: '05a',
  stage: 'enforcement',
  choices: CHOICES,
  fits: fitsEnforcement,
  missing: (x) => enforcementProblems(x, ID),
  build,
};
