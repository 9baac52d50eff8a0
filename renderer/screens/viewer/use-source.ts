/** Opens a file for the viewer in the way its kind needs; large files are never read whole. */
import { useEffect, useState } from 'react';
import type { EvidenceFile } from '../../../shared/api.ts';
import type { Size } from '../../../shared/case/page-frame.ts';
import { call, errorText } from '../../bridge.ts';
import { openPdfParts, type Pdf } from '../papers/pdf.ts';
import { pdfPageSize } from './pdf-page.tsx';

export type Source =
  | { kind: 'opening' }
  | { kind: 'pdf'; pdf: Pdf; count: number; first: Size }
  | { kind: 'picture'; pages: readonly Size[]; urlOf: (page: number) => string }
  | { kind: 'media'; film: boolean; url: string }
  | { kind: 'words'; lines: readonly string[]; partial: boolean }
  | { kind: 'locked'; wrong: boolean; answer: (password: string) => void }
  | { kind: 'none'; message: string };

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const original = (fileId: string) => `evidence://file/${fileId}`;

const KEPT = '文件已原样保存在案件里。请另存一份，用电脑上的软件打开。';
const BROKEN_PDF = '这个 PDF 打不开，可能已损坏。文件已原样保存；如有完好的版本，请重新添加。';
const BROKEN_PICTURE =
  '这张图片打不开，可能已损坏或格式特殊。文件已原样保存；请另存一份，用看图软件打开看看。';

function pictureSize(url: string): Promise<Size> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve({ width: image.naturalWidth, height: image.naturalHeight });
    image.onerror = () => reject(BROKEN_PICTURE);
    image.src = url;
  });
}

type Tell = (source: Source) => void;
type Opened = Pick<EvidenceFile, 'fileId' | 'mime' | 'size'>;

const OPENING: Source = { kind: 'opening' };

/** Asked for at a time: the main process decrypts a piece of the store for each. */
const PIECE = 1024 * 1024;

/** Part of a file, however long, in pieces that hold nobody up. */
export async function readParts(
  fileId: string,
  offset: number,
  length: number,
): Promise<Uint8Array> {
  const whole = new Uint8Array(length);
  let have = 0;
  while (have < length) {
    // Up to the border of a stored piece, so that none is decrypted twice.
    const most = PIECE - ((offset + have) % PIECE);
    const ask = { fileId, offset: offset + have, length: Math.min(most, length - have) };
    const { bytes } = await call('evidence.readPart', ask);
    if (bytes.length === 0) break;
    whole.set(bytes, have);
    have += bytes.length;
  }
  return whole.subarray(0, have);
}

/** Starts the opening; the function that comes back closes what was opened. */
function open(file: Opened, tell: Tell): () => void {
  const { fileId, mime, size } = file;
  const url = original(fileId);
  const fail = (error: unknown) =>
    tell({ kind: 'none', message: typeof error === 'string' ? error : errorText(error) });
  const none = () => {};
  if (mime === 'application/pdf') {
    const task = openPdfParts(
      size,
      (offset, length) => readParts(fileId, offset, length),
      (answer, wrong) =>
        tell({
          kind: 'locked',
          wrong,
          answer: (password) => {
            tell({ kind: 'opening' });
            answer(password);
          },
        }),
      fail,
    );
    task.promise
      .then(async (pdf) => {
        const first = await pdfPageSize(pdf, 1);
        tell({ kind: 'pdf', pdf, count: pdf.numPages, first });
      })
      .catch(() => fail(BROKEN_PDF));
    return () => void task.destroy();
  }
  if (mime === 'image/heic' || mime === 'image/tiff') {
    call('evidence.pages', { fileId })
      .then(({ pages }) =>
        tell({
          kind: 'picture',
          pages,
          urlOf: (page) => `evidence://page/${fileId}/${page}`,
        }),
      )
      .catch(fail);
    return none;
  }
  if (mime.startsWith('image/')) {
    pictureSize(url)
      .then((whole) => tell({ kind: 'picture', pages: [whole], urlOf: () => url }))
      .catch(fail);
    return none;
  }
  if (mime.startsWith('audio/') || mime.startsWith('video/')) {
    tell({ kind: 'media', film: mime.startsWith('video/'), url });
    return none;
  }
  if (mime.startsWith('text/') || mime === DOCX || mime === XLSX) {
    call('evidence.lines', { fileId })
      .then(({ lines, partial }) => tell({ kind: 'words', lines, partial }))
      .catch(fail);
    return none;
  }
  tell({ kind: 'none', message: `这种文件在窗口里打不开。${KEPT}` });
  return none;
}

/** The opened file, anew when another one is asked for. */
export function useSource(file: Opened): Source {
  const [opened, setOpened] = useState<{ fileId: string; source: Source } | null>(null);
  // The list of files is read again after every change; a file itself never changes under its id.
  const { fileId, mime, size } = file;
  useEffect(() => {
    let live = true;
    const close = open({ fileId, mime, size }, (source) => {
      if (live) setOpened({ fileId, source });
    });
    return () => {
      live = false;
      close();
    };
  }, [fileId, mime, size]);
  return opened?.fileId === fileId ? opened.source : OPENING;
}
