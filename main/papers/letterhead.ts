/**
 * A firm's own letterhead: the headers, footers and margins of a Word file, put around our written papers.
 * The parts are copied as they are (OOXML, ECMA-376 part 1, 17.10); nothing in them is run or fetched.
 */
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { AppError } from '../errors.ts';
import { zipSame } from './docx-package.ts';

const MB = 1024 * 1024;
const MOST_PACKED = 2 * MB;
const MOST_UNPACKED = 20 * MB;

type Parts = ReturnType<typeof unzipSync>;
type Bytes = Parts[string];
type Kind = 'header' | 'footer';
type Page = 'default' | 'first' | 'even';

interface Sheet {
  kind: Kind;
  page: Page;
  xml: string;
  /** Pictures by relationship id. */
  images: { id: string; extension: string; bytes: Bytes }[];
}

export interface Letterhead {
  sheets: Sheet[];
  /** Attributes of w:pgMar, as they stand; '' when the file has none. */
  margins: string;
  titlePage: boolean;
  evenPages: boolean;
  /** Styles the sheets use, already under names of their own. */
  styles: string;
}

const refuse = (message: string): never => {
  throw new AppError('bad-letterhead', message);
};

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const IMAGES = new Set(['png', 'jpg', 'jpeg', 'gif', 'bmp', 'emf', 'wmf']);

/** Unpacks with a limit on what comes out, so that a small file cannot fill the memory. */
function unpack(bytes: Uint8Array): Parts {
  if (bytes.length > MOST_PACKED) {
    refuse('信纸文件超过 2 MB，请把里面的图片缩小后再选');
  }
  let sum = 0;
  try {
    return unzipSync(bytes, {
      filter: (file) => {
        sum += file.originalSize;
        if (sum > MOST_UNPACKED) refuse('信纸文件解开后太大，请换一个只有页眉页脚的文件');
        return true;
      },
    });
  } catch (error) {
    if (error instanceof AppError) throw error;
    return refuse('这不是 Word 文档（.docx），或者文件已损坏。旧的 .doc 请先另存为 .docx');
  }
}

const text = (parts: Parts, name: string): string => {
  const part = parts[name];
  return part ? strFromU8(part) : '';
};

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

interface Relation {
  id: string;
  type: string;
  target: string;
  external: boolean;
}

function relations(parts: Parts, name: string): Relation[] {
  return [...text(parts, name).matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => ({
    id: attribute(tag, 'Id'),
    type: attribute(tag, 'Type').split('/').at(-1) ?? '',
    target: attribute(tag, 'Target'),
    external: attribute(tag, 'TargetMode') === 'External',
  }));
}

const inWord = (target: string) =>
  target.startsWith('/') ? target.slice(1) : `word/${target.replace(/^\.\//, '')}`;

/** One header or footer with its pictures; links become plain text. */
function readSheet(parts: Parts, kind: Kind, page: Page, name: string): Sheet {
  let xml = text(parts, name);
  if (!xml.includes('<w:'))
    refuse(`信纸的${kind === 'header' ? '页眉' : '页脚'}读不出来，请用 Word 重新保存后再选`);
  const file = name.split('/').at(-1) ?? '';
  const images: Sheet['images'] = [];
  for (const relation of relations(parts, `word/_rels/${file}.rels`)) {
    if (relation.type === 'hyperlink') {
      xml = xml.replace(/<w:hyperlink\b[^>]*>|<\/w:hyperlink>/g, '');
      continue;
    }
    const extension = relation.target.split('.').at(-1)?.toLowerCase() ?? '';
    if (relation.type !== 'image' || !IMAGES.has(extension)) {
      refuse('信纸的页眉页脚里有嵌入的对象，只能有文字、表格和图片，请删去后再选');
    }
    const bytes = relation.external ? undefined : parts[inWord(relation.target)];
    if (!bytes) {
      return refuse('信纸里的图片是链接到别处的，请在 Word 里改为嵌入图片后再选');
    }
    images.push({ id: relation.id, extension, bytes });
  }
  return { kind, page, xml, images };
}

/** Style definitions the sheets name, with those they are based on; ids get a prefix of their own. */
function takeStyles(parts: Parts, sheets: readonly Sheet[]): string {
  const all = new Map(
    [...text(parts, 'word/styles.xml').matchAll(/<w:style\b[\s\S]*?<\/w:style>/g)].map(([xml]) => [
      attribute(/^<w:style\b[^>]*>/.exec(xml)?.[0] ?? '', 'w:styleId'),
      xml,
    ]),
  );
  const wanted = new Set<string>();
  const want = (id: string) => {
    const xml = all.get(id);
    if (!xml || wanted.has(id)) return;
    wanted.add(id);
    for (const [, other] of xml.matchAll(/<w:basedOn w:val="([^"]*)"/g)) want(other ?? '');
  };
  const uses = /<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"/g;
  for (const { xml } of sheets) for (const [, id] of xml.matchAll(uses)) want(id ?? '');
  for (const sheet of sheets) {
    sheet.xml = sheet.xml.replace(
      /(<w:(?:pStyle|rStyle|tblStyle) w:val=")([^"]*)"/g,
      (whole, head: string, id: string) => (wanted.has(id) ? `${head}LH${id}"` : whole),
    );
  }
  return [...wanted]
    .map((id) =>
      (all.get(id) ?? '')
        .replace(/ w:default="[^"]*"/, '')
        .replace(/(w:styleId=")([^"]*)"/, '$1LH$2"')
        .replace(/(<w:name w:val=")([^"]*)"/, '$1LH $2"')
        .replace(/(<w:basedOn w:val=")([^"]*)"/, '$1LH$2"')
        .replace(/<w:(?:next|link) w:val="[^"]*"\/>/g, ''),
    )
    .join('');
}

/**
 * Reads a letterhead from a Word file.
 * @throws AppError `bad-letterhead` saying why the file cannot be used
 */
export function readLetterhead(bytes: Uint8Array): Letterhead {
  const parts = unpack(bytes);
  const document = text(parts, 'word/document.xml');
  if (document === '') refuse('这不是 Word 文档（.docx），请选用 Word 或 WPS 做的信纸');
  if (Object.keys(parts).some((name) => name.endsWith('vbaProject.bin'))) {
    refuse('信纸文件里有宏，请另存为不带宏的 .docx 后再选');
  }
  // The last section is the one the document's body ends with.
  const section = [...document.matchAll(/<w:sectPr\b[\s\S]*?<\/w:sectPr>/g)].at(-1)?.[0] ?? '';
  const known = relations(parts, 'word/_rels/document.xml.rels');
  const sheets = [...section.matchAll(/<w:(header|footer)Reference\b[^>]*>/g)].map(
    ([tag, kind]) => {
      const target = known.find((r) => r.id === attribute(tag, 'r:id'))?.target;
      if (target === undefined) return refuse('信纸的页眉页脚读不出来，请用 Word 重新保存后再选');
      const page = (attribute(tag, 'w:type') || 'default') as Page;
      return readSheet(parts, kind as Kind, page, inWord(target));
    },
  );
  if (sheets.length === 0) {
    refuse('这个文件没有页眉，也没有页脚。请把抬头放进页眉、地址放进页脚，再选一次');
  }
  return {
    styles: takeStyles(parts, sheets),
    sheets,
    margins: /<w:pgMar\b([^>]*?)\/?>/.exec(section)?.[1]?.trim() ?? '',
    titlePage: /<w:titlePg(?:\/>| w:val="(?:1|true|on)")/.test(section),
    evenPages: /<w:evenAndOddHeaders(?:\/>| w:val="(?:1|true|on)")/.test(
      text(parts, 'word/settings.xml'),
    ),
  };
}

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const MEDIA: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
};
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Puts a letterhead around a paper's DOCX: its sheets in place of ours, its margins, our body. */
export function applyLetterhead(docx: Uint8Array, letterhead: Letterhead): Uint8Array {
  const parts = unzipSync(docx);
  const references: string[] = [];
  const links: string[] = [];
  const types = new Map<string, string>();
  const extensions = new Set<string>();
  letterhead.sheets.forEach(({ kind, page, xml, images }, n) => {
    const file = `letterhead${n + 1}.xml`;
    const id = `rIdLetterhead${n + 1}`;
    parts[`word/${file}`] = strToU8(xml);
    types.set(`/word/${file}`, `${TYPE}.${kind}+xml`);
    links.push(`<Relationship Id="${id}" Type="${REL}/${kind}" Target="${file}"/>`);
    references.push(`<w:${kind}Reference w:type="${page}" r:id="${id}"/>`);
    if (images.length === 0) return;
    const own = images.map((image, k) => {
      const target = `media/letterhead${n + 1}-${k + 1}.${image.extension}`;
      parts[`word/${target}`] = image.bytes;
      extensions.add(image.extension);
      return `<Relationship Id="${image.id}" Type="${REL}/image" Target="${target}"/>`;
    });
    parts[`word/_rels/${file}.rels`] = strToU8(
      `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${own.join('')}</Relationships>`,
    );
  });
  const edit = (name: string, change: (xml: string) => string) => {
    parts[name] = strToU8(change(text(parts, name)));
  };
  const taken = new Set(letterhead.sheets.map((s) => s.kind));
  edit('word/document.xml', (xml) =>
    xml.replace(
      /<w:sectPr\b([^>]*)>([\s\S]*?)<\/w:sectPr>(?![\s\S]*<w:sectPr\b)/,
      (_, head, body) => {
        let rest = String(body);
        for (const kind of taken) {
          rest = rest.replace(new RegExp(`<w:${kind}Reference\\b[^>]*/>`, 'g'), '');
        }
        if (letterhead.margins)
          rest = rest.replace(/<w:pgMar\b[^>]*\/>/, `<w:pgMar ${letterhead.margins}/>`);
        if (letterhead.titlePage && !rest.includes('<w:titlePg')) {
          // titlePg stands after pgNumType and before docGrid (17.6.17).
          rest = rest.includes('<w:docGrid')
            ? rest.replace('<w:docGrid', '<w:titlePg/><w:docGrid')
            : `${rest}<w:titlePg/>`;
        }
        return `<w:sectPr${head}>${references.join('')}${rest}</w:sectPr>`;
      },
    ),
  );
  edit('word/_rels/document.xml.rels', (xml) =>
    xml.replace('</Relationships>', `${links.join('')}</Relationships>`),
  );
  edit('word/styles.xml', (xml) => xml.replace('</w:styles>', `${letterhead.styles}</w:styles>`));
  if (letterhead.evenPages) {
    edit('word/settings.xml', (xml) =>
      xml.includes('<w:evenAndOddHeaders')
        ? xml
        : // After the tab stop, before compat (17.15.1.78 gives the order).
          xml.replace(/(?=<w:compat\b)|(?=<\/w:settings>)/, '<w:evenAndOddHeaders/>'),
    );
  }
  edit('[Content_Types].xml', (xml) => {
    const defaults = [...extensions]
      .filter((e) => !new RegExp(`Extension="${e}"`, 'i').test(xml))
      .map((e) => `<Default Extension="${e}" ContentType="${MEDIA[e]}"/>`);
    const overrides = [...types].map(
      ([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`,
    );
    return xml
      .replace(/(<Types\b[^>]*>)/, `$1${defaults.join('')}`)
      .replace('</Types>', `${overrides.join('')}</Types>`);
  });
  return zipSame(parts);
}
