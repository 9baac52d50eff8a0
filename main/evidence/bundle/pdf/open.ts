/** Opens a PDF that somebody else made: whole, unlocked, flat, or refused with the reason. */
import { SourceProblem } from '../types.ts';
import { flattenPage, isLiveXfa, isSigned } from './flatten.ts';
import {
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  type PDFObject,
  PDFPageLeaf,
  PDFRef,
  PDFStream,
} from './lib.ts';
import { arrayAt, contentStreams, decoded, dictAt, name, nameAt, numbers } from './objects.ts';

export interface OpenedPdf {
  document: PDFDocument;
  pages: PDFPageLeaf[];
  /** Layers that the file keeps out of sight. */
  hiddenLayers: PDFObject[];
  /** What was done to the copy, in words. */
  treatments: string[];
  signed: boolean;
}

const MESSAGES = {
  encrypted: '这个 PDF 设有打开密码。请填写密码，或另存一份不带密码的版本再添加。',
  'wrong-password': '密码不对，打不开这个 PDF。请核对密码，或另存一份不带密码的版本再添加。',
  damaged: '这个 PDF 已损坏或不完整。请换完好的版本；没有的，请用阅读器打开后“打印为 PDF”再添加。',
  empty: '这个 PDF 没有页面。请换正确的文件。',
  xfa: '这个 PDF 是动态表单（XFA），直接复制会变成空白。请用 Adobe Reader 打开后“打印为 PDF”再添加。',
  form: '这个 PDF 表单里填写的内容没有保存显示样式，直接复制会丢失。请用阅读器打开后“打印为 PDF”再添加。',
} as const;

const problem = (code: keyof typeof MESSAGES) => new SourceProblem(code, MESSAGES[code]);

async function load(bytes: Uint8Array, password: string | undefined): Promise<PDFDocument> {
  try {
    // The empty password opens what is only barred from editing: bank slips often are.
    // A Buffer is cut into streams without copying them.
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return await PDFDocument.load(whole, {
      updateMetadata: false,
      password: password ?? '',
      parseSpeed: Number.POSITIVE_INFINITY,
      capNumbers: true,
    });
  } catch (e) {
    const text = String(e);
    if (e instanceof EncryptedPDFError || /password/i.test(text))
      throw problem(password ? 'wrong-password' : 'encrypted');
    throw problem('damaged');
  }
}

/** The pages by way of the tree, each once; a tree that is broken or bites its tail is damage. */
function pageLeaves(document: PDFDocument): { ref: PDFRef; leaf: PDFPageLeaf }[] {
  const { context, catalog } = document;
  const leaves: { ref: PDFRef; leaf: PDFPageLeaf }[] = [];
  const seen = new Set<PDFObject>();
  const visit = (ref: PDFObject | undefined): void => {
    const node = context.lookup(ref);
    if (!(ref instanceof PDFRef) || !(node instanceof PDFDict) || seen.has(ref))
      throw problem('damaged');
    seen.add(ref);
    const kids = arrayAt(node, 'Kids');
    if (node instanceof PDFPageLeaf) leaves.push({ ref, leaf: node });
    else if (kids) kids.asArray().forEach(visit);
    else throw problem('damaged');
  };
  const root = catalog.get(name('Pages'));
  if (root === undefined) throw problem('damaged');
  visit(root);
  return leaves;
}

/** Fonts, pictures and text that a page needs are all there and can be unpacked. */
function checkPage(page: PDFPageLeaf): void {
  const contents = page.get(name('Contents'));
  const target = page.context.lookup(contents);
  const whole =
    contents === undefined ||
    target instanceof PDFStream ||
    (target instanceof PDFArray && contentStreams(page).length === target.size());
  if (!whole) throw problem('damaged');
  try {
    for (const stream of contentStreams(page)) decoded(stream);
  } catch {
    throw problem('damaged');
  }
  const resources = page.Resources();
  const xobjects = resources && dictAt(resources, 'XObject');
  for (const key of xobjects?.keys() ?? []) {
    if (!(xobjects?.lookup(key) instanceof PDFStream)) throw problem('damaged');
  }
  const media = page.context.lookup(page.getInheritableAttribute(name('MediaBox')));
  const box = media instanceof PDFArray ? numbers(media, 4) : undefined;
  if (!box || box[0] === box[2] || box[1] === box[3]) throw problem('damaged');
}

/** What a page inherits becomes its own: its copy has no parents. */
function standAlone(page: PDFPageLeaf): void {
  for (const key of ['Resources', 'MediaBox', 'CropBox', 'Rotate']) {
    const value = page.getInheritableAttribute(name(key));
    if (value && !page.has(name(key))) page.set(name(key), value);
  }
}

function hiddenLayers(document: PDFDocument): PDFObject[] {
  const properties = dictAt(document.catalog, 'OCProperties');
  const setting = properties && dictAt(properties, 'D');
  if (!properties || !setting) return [];
  const all = arrayAt(properties, 'OCGs')?.asArray() ?? [];
  const list = (key: string) => new Set(arrayAt(setting, key)?.asArray() ?? []);
  const on = list('ON');
  return nameAt(setting, 'BaseState') === 'OFF'
    ? all.filter((g) => !on.has(g))
    : all.filter((g) => list('OFF').has(g));
}

/**
 * Opens a source and makes its pages ready to be copied.
 * @param password what the user gave for this file
 * @throws SourceProblem naming what is wrong and what to do
 */
export async function openPdf(bytes: Uint8Array, password: string | undefined): Promise<OpenedPdf> {
  const document = await load(bytes, password);
  // A file cut short can still parse; its end mark is then missing.
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-65_536);
  if (!tail.includes('%%EOF')) throw problem('damaged');
  let leaves: { ref: PDFRef; leaf: PDFPageLeaf }[];
  try {
    leaves = pageLeaves(document);
  } catch (e) {
    throw e instanceof SourceProblem ? e : problem('damaged');
  }
  if (leaves.length === 0) throw problem('empty');
  const { catalog } = document;
  if (isLiveXfa(catalog)) throw problem('xfa');
  const signed = isSigned(catalog);
  let fields = 0;
  for (const { leaf } of leaves) {
    checkPage(leaf);
    standAlone(leaf);
    const flat = flattenPage(leaf);
    if (flat.unseen > 0) throw problem('form');
    fields += flat.fields;
  }
  const treatments = [
    ...(password ? ['原文件设有密码，复制页不带密码'] : []),
    ...(signed ? ['带电子签名，复制页不再含签名，原文件另附'] : []),
    ...(fields > 0 && !signed ? ['表单内容已固定在页面上'] : []),
  ];
  return {
    document,
    pages: leaves.map(({ leaf }) => leaf),
    hiddenLayers: hiddenLayers(document),
    treatments,
    signed,
  };
}
