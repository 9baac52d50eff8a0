/** Small recordings made by code, a fax, and papers of many pages, for tests of the viewer. */
import {
  concatTransformationMatrix,
  drawObject,
  PDFDocument,
  PDFName,
  PDFRawStream,
  popGraphicsState,
  pushGraphicsState,
  StandardFonts,
} from '@cantoo/pdf-lib';

/** A WAV of a 440 Hz tone, 8 kHz, one channel, 16 bits. */
export function tone(seconds: number): Buffer {
  const rate = 8000;
  const count = Math.round(rate * seconds);
  const bytes = Buffer.alloc(44 + count * 2);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(36 + count * 2, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(count * 2, 40);
  for (let i = 0; i < count; i++)
    bytes.writeInt16LE(Math.round(8000 * Math.sin((2 * Math.PI * 440 * i) / rate)), 44 + i * 2);
  return bytes;
}

/** A PDF whose pages say their number; every tenth one lies on its side. */
export async function numberedPdf(pages: number): Promise<Uint8Array> {
  const doc = await PDFDocument.create();
  const font = await doc.embedFont(StandardFonts.Helvetica);
  for (let n = 1; n <= pages; n++) {
    const page = doc.addPage(n % 10 === 0 ? [842, 595] : [595, 842]);
    page.drawText(`Page ${n}`, { x: 72, y: page.getHeight() - 100, size: 36, font });
    for (let line = 0; line < 20; line++)
      page.drawText(`2023-03-${String(line + 1).padStart(2, '0')}  transfer  ${line * 1000}.00`, {
        ...{ x: 72, y: page.getHeight() - 160 - line * 18, size: 12, font },
      });
  }
  return doc.save();
}

/** A page of 200×200 dots packed as fax machines and copiers do (T.6): the upper half black, the lower white. */
export async function faxPdf(): Promise<Uint8Array> {
  // Horizontal mode, then runs of white and black: 0 and 200, or 200 and 0. Further rows repeat the one above.
  const black = '001' + '00110101' + '000011001001' + '000101';
  const white = '001' + '010111' + '10011' + '0000110111';
  const end = '000000000001'.repeat(2);
  const bits = black + '11'.repeat(99) + white + '1'.repeat(99) + end;
  const data = Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (b) =>
    Number.parseInt(b.padEnd(8, '0'), 2),
  );
  const doc = await PDFDocument.create();
  const page = doc.addPage([200, 200]);
  const dict = doc.context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: 200,
    Height: 200,
    ColorSpace: 'DeviceGray',
    BitsPerComponent: 1,
    Filter: 'CCITTFaxDecode',
    DecodeParms: { K: -1, Columns: 200, Rows: 200 },
  });
  page.node.setXObject(PDFName.of('Fax'), doc.context.register(PDFRawStream.of(dict, data)));
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(200, 0, 0, 200, 0, 0),
    drawObject('Fax'),
    popGraphicsState(),
  );
  return doc.save();
}
