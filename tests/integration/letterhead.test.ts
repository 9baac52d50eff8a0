/** A firm's letterhead, made here as Word would, around the written papers and nothing else. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { Document, Footer, Header, ImageRun, Packer, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { renderDocx } from '../../main/papers/docx.ts';
import { readLetterhead } from '../../main/papers/letterhead.ts';
import { build, contextOf } from '../helpers/paper-context.ts';
import { readDocx } from '../helpers/read-docx.ts';
import { cleanUp, type Kit, openKit, refusal } from './store-kit.ts';

/** A PNG of one red pixel. */
function pixel(): Buffer {
  const table = Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c >>> 0;
  });
  const crc = (data: Buffer) => {
    let c = 0xffffffff;
    for (const b of data) c = (table[(c ^ b) & 0xff] ?? 0) ^ (c >>> 8);
    return (c ^ 0xffffffff) >>> 0;
  };
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc(body), body.length + 4);
    return out;
  };
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from([0, 200, 0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const firm = '甲省某某律师事务所';
const sheet = (with_: { header?: boolean; footer?: boolean } = { header: true, footer: true }) =>
  new Document({
    styles: {
      paragraphStyles: [
        { id: 'FirmBase', name: 'Firm Base', run: { color: '880000' } },
        { id: 'FirmName', name: 'Firm Name', basedOn: 'FirmBase', run: { size: 36 } },
      ],
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            margin: { top: 2400, bottom: 1900, left: 1500, right: 1500, header: 700, footer: 600 },
          },
        },
        ...(with_.header
          ? {
              headers: {
                first: new Header({
                  children: [
                    new Paragraph({
                      style: 'FirmName',
                      children: [
                        new ImageRun({
                          type: 'png',
                          data: pixel(),
                          transformation: { width: 20, height: 20 },
                        }),
                        new TextRun(firm),
                      ],
                    }),
                  ],
                }),
                default: new Header({ children: [new Paragraph(`${firm}（续页）`)] }),
              },
            }
          : {}),
        ...(with_.footer
          ? { footers: { default: new Footer({ children: [new Paragraph('地址：乙市丁区')] }) } }
          : {}),
        children: [new Paragraph('信纸里的正文不要')],
      },
    ],
  });
const bytesOf = async (document: Document) => new Uint8Array(await Packer.toBuffer(document));

let good: Uint8Array;
beforeAll(async () => {
  good = await bytesOf(sheet());
});

describe('around a written paper', () => {
  const paper = () => build('complaint-narrative', contextOf());

  test('headers, footer, picture, styles and margins are the firm’s, the body is ours', async () => {
    const plain = readDocx(await renderDocx(paper()));
    const made = await renderDocx(paper(), readLetterhead(good));
    const read = readDocx(made);
    expect(read.lines).toEqual(plain.lines);
    const section = /<w:sectPr[\s\S]*<\/w:sectPr>/.exec(read.document)?.[0] ?? '';
    const parts = unzipSync(made);
    const links = strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array());
    const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array());
    const references = [...section.matchAll(/<w:(header|footer)Reference\b[^>]*r:id="([^"]+)"/g)];
    expect(references.map((m) => m[1]).sort()).toEqual(['footer', 'header', 'header']);
    const texts = references.map(([, , id]) => {
      const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(links)?.[1] ?? '';
      expect(types, target).toContain(`PartName="/word/${target}"`);
      return read.parts[`word/${target}`] ?? '';
    });
    for (const words of [firm, `${firm}（续页）`, '地址：乙市丁区']) {
      expect(
        texts.some((t) => t.includes(words)),
        words,
      ).toBe(true);
    }
    expect(section).toContain('w:top="2400"');
    expect(section).toMatch(/<w:titlePg/);
    const pictures = Object.entries(parts).filter(([name]) => /media\/letterhead/.test(name));
    expect(pictures.map(([, bytes]) => Buffer.from(bytes).equals(pixel()))).toEqual([true]);
    expect(types).toContain('Extension="png"');
    const styles = read.parts['word/styles.xml'] ?? '';
    expect(styles).toContain('w:styleId="LHFirmName"');
    expect(styles).toContain('w:styleId="LHFirmBase"');
    expect(texts.join('')).toContain('w:val="LHFirmName"');
    expect(read.document).not.toContain('信纸里的正文不要');
  });

  test('keeps our page number where the letterhead has no footer; the same bytes each time', async () => {
    const head = readLetterhead(await bytesOf(sheet({ header: true })));
    const made = await renderDocx(paper(), head);
    expect(Buffer.from(await renderDocx(paper(), head)).equals(Buffer.from(made))).toBe(true);
    const { document } = readDocx(made);
    expect(document.match(/<w:footerReference/g)).toHaveLength(1);
  });

  test('forms and tables stay on the official page', async () => {
    for (const id of ['complaint-elements', 'evidence-list']) {
      const form = build(id, contextOf());
      const made = await renderDocx(form, readLetterhead(good));
      expect(Buffer.from(made).equals(Buffer.from(await renderDocx(form))), id).toBe(true);
    }
  });
});

describe('a file that cannot be used is refused with the reason', () => {
  const changed = (edit: (parts: Record<string, Uint8Array>) => void) => {
    const parts: Record<string, Uint8Array> = { ...unzipSync(good) };
    edit(parts);
    return zipSync(parts);
  };
  const swap = (name: RegExp, from: RegExp, to: string) =>
    changed((parts) => {
      for (const [key, bytes] of Object.entries(parts)) {
        if (name.test(key)) parts[key] = strToU8(strFromU8(bytes).replace(from, to));
      }
    });
  test.each<[string, () => Uint8Array | Promise<Uint8Array>, RegExp]>([
    ['no zip', () => strToU8('您好'), /不是 Word 文档/],
    ['another zip', () => zipSync({ 'a.txt': strToU8('a') }), /不是 Word 文档/],
    ['no header or footer', () => bytesOf(sheet({})), /没有页眉，也没有页脚/],
    [
      'macros',
      () => changed((p) => Object.assign(p, { 'word/vbaProject.bin': strToU8('x') })),
      /宏/,
    ],
    [
      'a linked picture',
      () =>
        swap(
          /header\d*\.xml\.rels$/,
          /Target="media[^"]*"/,
          'Target="http://x/a.png" TargetMode="External"',
        ),
      /链接到别处/,
    ],
    [
      'an object',
      () => swap(/header\d*\.xml\.rels$/, /relationships\/image/, 'relationships/oleObject'),
      /嵌入的对象/,
    ],
    ['too large', () => new Uint8Array(2 * 1024 * 1024 + 1), /超过 2 MB/],
    [
      'a bomb',
      () => changed((p) => Object.assign(p, { 'word/big.xml': new Uint8Array(30 * 1024 * 1024) })),
      /解开后太大/,
    ],
  ])('%s', async (_name, make, reason) => {
    const bytes = await make();
    expect(() => readLetterhead(bytes)).toThrow(reason);
  });
});

describe('in the store', () => {
  let k: Kit;
  let folder: string;
  beforeEach(async () => {
    k = await openKit();
    folder = mkdtempSync(join(tmpdir(), 'jieju-letterhead-'));
    k.answers.pickFolder = folder;
    k.answers.openFile = join(folder, '信纸.docx');
  });
  afterEach(async () => {
    await cleanUp();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is chosen, used for the export, and taken away again', async () => {
    const { caseId } = await k.call['cases.sample']({});
    writeFileSync(join(folder, '信纸.docx'), good);
    expect(await k.call['letterhead.choose']({})).toMatchObject({ letterhead: '信纸.docx' });
    const write = async () => {
      const done = await k.call['papers.export']({
        caseId,
        paperIds: ['complaint-narrative'],
        formats: ['docx'],
        today: '2026-08-03',
      });
      return Object.values(readDocx(readFileSync(done?.files[0] ?? '')).parts).join('');
    };
    expect(await write()).toContain(firm);
    expect(await k.call['letterhead.remove']({})).toMatchObject({ letterhead: '' });
    expect(await write()).not.toContain(firm);
  });

  test('a bad file changes nothing', async () => {
    writeFileSync(join(folder, '信纸.docx'), good);
    await k.call['letterhead.choose']({});
    writeFileSync(join(folder, '信纸.docx'), '坏');
    expect(await refusal(() => k.call['letterhead.choose']({}))).toMatchObject({
      code: 'bad-letterhead',
    });
    expect(await k.call['settings.get']({})).toMatchObject({ letterhead: '信纸.docx' });
    k.answers.openFile = null;
    expect(await k.call['letterhead.choose']({})).toBeNull();
  });
});
