/** The papers of a case: which fit, what each still needs, one to look at, all of them into a folder. */
import { mkdir } from 'node:fs/promises';
import type { PaperSummary } from '../../shared/api.ts';
import { blockingFirst } from '../../templates/checks/filing.ts';
import { finishedProblems } from '../../templates/checks.ts';
import type { Paper } from '../../templates/paper.ts';
import type { Missing, PaperContext, PaperTemplate } from '../../templates/template.ts';
import { AppError } from '../errors.ts';
import { renderDocx } from './docx.ts';
import { writeNewFile } from './file-names.ts';
import { glyphMessage, missingGlyphs } from './fonts.ts';
import { layPaper } from './layout.ts';
import type { Letterhead } from './letterhead.ts';
import { type RenderedPdf, renderPdf } from './pdf.ts';

export type PaperFormat = 'docx' | 'pdf';

/** Dotted path of the first text in a case that has `piece`, e.g. `parties.1.name`; '' if none has. */
function pathOf(value: unknown, piece: string, path = ''): string {
  if (typeof value === 'string') return value.includes(piece) ? path : '';
  if (typeof value !== 'object' || value === null) return '';
  for (const [key, inner] of Object.entries(value)) {
    const found = pathOf(inner, piece, path ? `${path}.${key}` : key);
    if (found) return found;
  }
  return '';
}

/** Characters of a paper that no bundled font has, at the fields they come from. */
function glyphGaps(paper: Paper, context: PaperContext): Missing[] {
  return missingGlyphs(layPaper(paper)).map((glyph) => ({
    path: pathOf(context.case, glyph.character) || (glyph.field ?? ''),
    message: glyphMessage(glyph),
    level: 'blocking',
  }));
}

const blocked = (missing: readonly Missing[]) => missing.some((m) => m.level === 'blocking');

/** What only the finished paper shows: it contradicts the case, or cannot be printed. */
function finished(template: PaperTemplate, context: PaperContext): Missing[] {
  const paper = template.build(context);
  return [...finishedProblems(paper, template.stage, context), ...glyphGaps(paper, context)];
}

/** Everything a paper that fits still lacks or says wrongly, blocking gaps first. */
export function paperProblems(template: PaperTemplate, context: PaperContext): Missing[] {
  const missing = template.missing(context);
  if (blocked(missing)) return missing;
  const told = new Set(missing.map((m) => m.message));
  const found = finished(template, context).filter((m) => !told.has(m.message));
  return blockingFirst([...missing, ...found]);
}

/** A template's answer to a case: does it fit, what is missing. */
export function summarise(template: PaperTemplate, context: PaperContext): PaperSummary {
  const { id, title, stage } = template;
  const { fits, why, asks = false } = template.fits(context);
  // What a paper lacks is only asked once the paper makes sense for the case.
  const missing = fits ? paperProblems(template, context) : [];
  const choices = template.choices?.map((choice) => ({ ...choice })) ?? [];
  return { id, title, stage, fits, why, asks, missing, choices };
}

/** Every paper there is, in the order of the proceedings. */
export function listPapers(
  templates: readonly PaperTemplate[],
  context: PaperContext,
): PaperSummary[] {
  return templates.map((template) => summarise(template, context));
}

/** @throws AppError `no-paper` */
function templateOf(templates: readonly PaperTemplate[], id: string): PaperTemplate {
  const found = templates.find((t) => t.id === id);
  if (found) return found;
  const known = templates.map((t) => t.id).join('、');
  throw new AppError('no-paper', `没有编号为“${id}”的文书，可用的有：${known}`);
}

/**
 * One paper as PDF, with blanks where something is missing.
 * @throws AppError `no-paper`, `paper-unfit`, `missing-glyph`
 */
export function previewPaper(
  templates: readonly PaperTemplate[],
  context: PaperContext,
  paperId: string,
): RenderedPdf {
  const template = templateOf(templates, paperId);
  const { fits, why } = template.fits(context);
  if (!fits) throw new AppError('paper-unfit', `现在还不能制作《${template.title}》：${why}`);
  return renderPdf(template.build(context));
}

export interface ExportOptions {
  templates: readonly PaperTemplate[];
  context: PaperContext;
  /** Empty: every paper that fits. */
  paperIds: readonly string[];
  formats: readonly PaperFormat[];
  folder: string;
  /** For the DOCX of written papers. */
  letterhead?: Letterhead | null;
  /** Called after each paper. */
  progress?: (done: number, total: number) => void;
  /** Throws to stop between two papers; what is written stays. */
  check?: () => void;
}

export interface ExportResult {
  files: string[];
  /** Papers that were not written, each with the fields it lacks or, not fitting, the reason. */
  refused: PaperSummary[];
}

/** The papers an export is asked for. @throws AppError `no-paper` */
export function chosenPapers(
  templates: readonly PaperTemplate[],
  context: PaperContext,
  paperIds: readonly string[],
): PaperTemplate[] {
  return paperIds.length > 0
    ? [...new Set(paperIds)].map((id) => templateOf(templates, id))
    : templates.filter((t) => t.fits(context).fits);
}

/** A paper in one format. */
export async function renderAs(
  format: PaperFormat,
  paper: Paper,
  letterhead: Letterhead | null,
): Promise<Uint8Array> {
  return format === 'docx' ? renderDocx(paper, letterhead) : renderPdf(paper).pdf;
}

/** Both formats are made before either is written, so that no paper is left by halves. */
async function render(template: PaperTemplate, options: ExportOptions) {
  const paper = template.build(options.context);
  const made: { name: string; format: PaperFormat; bytes: Uint8Array }[] = [];
  for (const format of new Set(options.formats)) {
    const bytes = await renderAs(format, paper, options.letterhead ?? null);
    made.push({ name: paper.fileName, format, bytes });
  }
  return made;
}

/**
 * Writes papers into a folder, making it if need be. A paper with a blocking gap or with a character that
 * cannot be printed is left out and told in `refused`; the others are written.
 * @throws AppError `no-paper`; the system's errors when the folder cannot be written
 */
export async function exportPapers(options: ExportOptions): Promise<ExportResult> {
  const { templates, context, folder } = options;
  const chosen = chosenPapers(templates, context, options.paperIds);
  const result: ExportResult = { files: [], refused: [] };
  await mkdir(folder, { recursive: true });
  for (const [n, template] of chosen.entries()) {
    options.check?.();
    const summary = summarise(template, context);
    if (!summary.fits || blocked(summary.missing)) {
      result.refused.push(summary);
    } else {
      for (const { name, format, bytes } of await render(template, options)) {
        result.files.push(await writeNewFile(folder, name, format, bytes));
      }
    }
    options.progress?.(n + 1, chosen.length);
  }
  return result;
}
