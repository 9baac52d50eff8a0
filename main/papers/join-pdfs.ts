/** Several PDFs as one, with a bookmark for each. */
import {
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFRef,
} from '@cantoo/pdf-lib';

export interface PdfPart {
  title: string;
  pdf: Uint8Array;
}

interface Bookmark {
  title: string;
  page: PDFRef;
}

/** A flat outline: one entry a part (PDF 1.7, 12.3.3). */
function addOutline(document: PDFDocument, marks: readonly Bookmark[]): void {
  const { context, catalog } = document;
  const root = context.nextRef();
  const refs = marks.map(() => context.nextRef());
  marks.forEach(({ title, page }, i) => {
    const dict = PDFDict.withContext(context);
    dict.set(PDFName.of('Title'), PDFHexString.fromText(title));
    dict.set(PDFName.of('Parent'), root);
    dict.set(PDFName.of('Dest'), context.obj([page, PDFName.of('Fit')]));
    const before = refs[i - 1];
    const after = refs[i + 1];
    if (before) dict.set(PDFName.of('Prev'), before);
    if (after) dict.set(PDFName.of('Next'), after);
    const own = refs[i];
    if (own) context.assign(own, dict);
  });
  const [first] = refs;
  const last = refs.at(-1);
  if (!first || !last) return;
  const outline = PDFDict.withContext(context);
  outline.set(PDFName.of('Type'), PDFName.of('Outlines'));
  outline.set(PDFName.of('First'), first);
  outline.set(PDFName.of('Last'), last);
  outline.set(PDFName.of('Count'), PDFNumber.of(refs.length));
  context.assign(root, outline);
  catalog.set(PDFName.of('Outlines'), root);
}

/**
 * Joins PDFs page after page; no page is added. The same parts give the same bytes.
 * @param date YYYY-MM-DD, for the file's own dates
 */
export async function joinPdfs(
  parts: readonly PdfPart[],
  title: string,
  date: string,
): Promise<Uint8Array> {
  const joined = await PDFDocument.create({ updateMetadata: false });
  const marks: Bookmark[] = [];
  for (const part of parts) {
    const source = await PDFDocument.load(part.pdf, { updateMetadata: false });
    const pages = await joined.copyPages(source, source.getPageIndices());
    for (const page of pages) joined.addPage(page);
    const [first] = pages;
    if (first) marks.push({ title: part.title, page: first.ref });
  }
  addOutline(joined, marks);
  const day = new Date(`${date}T00:00:00Z`);
  joined.setTitle(title);
  joined.setLanguage('zh-CN');
  joined.setCreationDate(day);
  joined.setModificationDate(day);
  return joined.save();
}
