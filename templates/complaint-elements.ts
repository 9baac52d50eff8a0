/** 民事起诉状（民间借贷纠纷）, element form of 法〔2025〕82号 (form 01). */

import { filingProblems, fitsFiling } from './checks/filing.ts';
import { type Paper, p } from './paper.ts';
import { choicesOf } from './parts/choices.ts';
import { claimRows, forumRows } from './parts/complaint-claim-rows.ts';
import { closingRows, loanRows } from './parts/complaint-fact-rows.ts';
import { COMPLAINT_NOTICE } from './parts/complaint-notice.ts';
import { securityRows } from './parts/complaint-security-rows.ts';
import { willRows } from './parts/complaint-will-rows.ts';
import {
  COMPLAINT_GRID,
  ELEMENT_INDENT,
  complaintGrid as grid,
  HEIGHT,
  noticeRow,
  sectionBar,
} from './parts/element-form.ts';
import { agentRows, type BlockOptions, partyRows } from './parts/party-blocks.ts';
import { defendants, names, plaintiffs, thirdPersons } from './parts/people.ts';
import { signatureLines } from './parts/signature.ts';
import { fileName } from './parts/words.ts';
import type { Choice, PaperContext, PaperTemplate } from './template.ts';

const ID = 'complaint-elements';

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

const block = (label: string, unknownEmployer: string, creditCode: boolean): BlockOptions => ({
  label,
  unknownEmployer,
  creditCode,
  listedCompany: true,
  ownershipGap: ' / ',
});

function build(x: PaperContext): Paper {
  const c = x.case;
  const keep = choicesOf(x, ID, CHOICES).flag('keepUnusedBlocks');
  return {
    id: ID,
    title: '民事起诉状',
    profile: 'E',
    fileName: fileName('01', '民事起诉状', names(plaintiffs(c))),
    date: c.suit.signedOn ?? x.today,
    blocks: [
      p('title', '民事起诉状'),
      p('subtitle', '（民间借贷纠纷）'),
      {
        type: 'table',
        columns: COMPLAINT_GRID,
        indent: ELEMENT_INDENT,
        rows: [
          noticeRow(grid, COMPLAINT_NOTICE, HEIGHT.complaintNotice),
          sectionBar(grid, '当事人信息'),
          ...partyRows(c, grid, plaintiffs(c), block('原告', '无', true), keep, true),
          ...agentRows(c, grid, plaintiffs(c)),
          ...partyRows(c, grid, defendants(c), block('被告', '不详', false), keep, true),
          ...partyRows(c, grid, thirdPersons(c), block('第三人', '不详', false), keep),
          ...claimRows(x),
          ...forumRows(c),
          ...loanRows(x),
          ...securityRows(c),
          ...closingRows(x),
          ...willRows(c),
        ],
      },
      ...signatureLines('具状人（签字、盖章）：', '日期：', c.suit.signedOn),
    ],
  };
}

export const complaintElements: PaperTemplate = {
  id: ID,
  title: '民事起诉状（要素式）',
  form: '01',
  stage: 'filing',
  choices: CHOICES,
  fits: fitsFiling,
  missing: (x) => filingProblems(x, ID),
  build,
};
