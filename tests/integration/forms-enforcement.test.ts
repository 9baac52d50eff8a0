/** Each enforcement paper as the real DOCX and the real PDF: both say what the template says, whole and in order. */
import { describe, expect, it } from 'vitest';
import { renderDocx } from '../../main/papers/docx.ts';
import { renderPdf } from '../../main/papers/pdf.ts';
import { enforcementPapers } from '../../templates/enforcement-papers.ts';
import { paperText } from '../../templates/paper.ts';
import { enforcing } from '../fixtures/enforcing.ts';
import { contextOf } from '../helpers/paper-context.ts';
import { flat, readDocx } from '../helpers/read-docx.ts';
import { readPdf } from '../helpers/read-pdf.ts';

const x = contextOf(enforcing, '2026-10-26');

describe.each(enforcementPapers.map((t) => [t.id, t] as const))('%s', (_id, template) => {
  const paper = template.build(x);

  it('says in Word and on paper what the template says', async () => {
    const lines = paperText(paper).flatMap((line) => line.split('\n'));
    const word = readDocx(await renderDocx(paper));
    // Word wants a paragraph after a table that ends the paper.
    if (paper.blocks.at(-1)?.type === 'table') expect(word.lines.pop()).toBe('');
    expect(word.lines.map((l) => l.replace(/\u3000/g, ' '))).toEqual(
      lines.map((l) => l.replace(/[\t\u3000]/g, ' ')),
    );
    const print = await readPdf(renderPdf(paper).pdf);
    expect(flat(print.lines)).toBe(flat(lines));
    expect(print.pages).toBeLessThanOrEqual(3);
  }, 60_000);

  it('does not leave the signature alone on a page', async () => {
    const print = await readPdf(renderPdf(paper).pdf);
    const last = flat([print.pageTexts.at(-1) ?? '']);
    const alone = /^[^（]{0,8}（[^）]*）：[\d年月日]*$/.test(last.replace(/\d+$/, ''));
    expect(alone).toBe(false);
  }, 60_000);
});
