/** 民事起诉状 in the narrative style of 2016, for natural persons and organisations (form 02). */
import { filingProblems, fitsFiling } from './checks/filing.ts';
import { type Paper, p } from './paper.ts';
import { sideLines } from './parts/party-lines.ts';
import { passageField, passageText } from './parts/passages.ts';
import { copies, defendants, names, plaintiffs, thirdPersons } from './parts/people.ts';
import { signerLines } from './parts/signature.ts';
import { dayOr, fileName } from './parts/words.ts';
import type { PaperContext, PaperTemplate } from './template.ts';

const ID = 'complaint-narrative';

const paragraphs = (text: string, field: string) =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => p('body', line, { field }));

function build(x: PaperContext): Paper {
  const c = x.case;
  const passage = (name: string) =>
    paragraphs(passageText(x, `${ID}.${name}`), passageField(c, `${ID}.${name}`));
  const heading = (text: string) => p('heading', text, { keepNext: true });
  return {
    id: ID,
    title: '民事起诉状',
    profile: 'N',
    fileName: fileName('01', '民事起诉状（叙述式）', names(plaintiffs(c))),
    date: c.suit.signedOn ?? x.today,
    blocks: [
      p('title', '民事起诉状'),
      ...sideLines(c, '原告', plaintiffs(c)),
      ...sideLines(c, '被告', defendants(c)),
      ...sideLines(c, '第三人', thirdPersons(c)),
      heading('诉讼请求：'),
      ...passage('claims'),
      heading('事实和理由：'),
      ...passage('facts'),
      heading('证据和证据来源，证人姓名和住所：'),
      p('body', '详见《证据目录》。', { field: 'evidence' }),
      p('salutation', '此致', { keepNext: true }),
      p('court', c.suit.court || '××××人民法院', { field: 'suit.court', keepNext: true }),
      p('attachment', `附：本起诉状副本${copies(c).forOpponents}份`, { keepNext: true }),
      ...signerLines('起诉人', plaintiffs(c)),
      p('signature', dayOr(c.suit.signedOn, '    年    月    日'), { field: 'suit.signedOn' }),
    ],
  };
}

export const complaintNarrative: PaperTemplate = {
  id: ID,
  title: '民事起诉状（叙述式）',
  form: '02',
  stage: 'filing',
  fits: fitsFiling,
  missing: (x) => filingProblems(x, ID),
  build,
};
