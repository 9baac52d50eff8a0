/** A look at a file of evidence as it was taken in: a picture, or the pages of a PDF. */
import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import type { EvidenceFile } from '../../../shared/api.ts';
import { call } from '../../bridge.ts';
import { sayError } from '../../state/feedback.ts';
import { openPdf, type Pdf } from '../papers/pdf.ts';
import { PdfView } from '../papers/pdf-view.tsx';
import '../papers/papers.css';

const isPdf = (file: EvidenceFile) => file.mime === 'application/pdf';

interface Opened {
  url?: string;
  pdf?: Pdf;
}

async function open(file: EvidenceFile): Promise<Opened> {
  const { bytes, mime } = await call('evidence.read', { fileId: file.fileId });
  if (!isPdf(file)) {
    return {
      url: URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mime })),
    };
  }
  try {
    return { pdf: await openPdf(bytes) };
  } catch {
    throw '这个 PDF 打不开，可能已损坏。文件已原样保存；如有完好的版本，请重新添加。';
  }
}

function close(opened: Opened): void {
  if (opened.url) URL.revokeObjectURL(opened.url);
  void opened.pdf?.loadingTask.destroy();
}

export default function Look({ file, onClose }: { file: EvidenceFile; onClose: () => void }) {
  const [shown, setShown] = useState<Opened>({});
  useEffect(() => {
    let gone = false;
    const opening = open(file);
    opening
      .then((opened) => {
        if (!gone) setShown(opened);
      })
      .catch((error: unknown) => {
        if (gone) return;
        sayError(error);
        onClose();
      });
    return () => {
      gone = true;
      opening.then(close, () => undefined);
    };
  }, [file, onClose]);
  return (
    <Modal open title={file.name} footer={null} onCancel={onClose} width="80vw" centered>
      {shown.url ? <img src={shown.url} alt={file.name} className="file-picture" /> : null}
      {shown.pdf ? (
        <div className="file-pages">
          <PdfView pdf={shown.pdf} label={file.name} zoom={null} onFail={sayError} />
        </div>
      ) : null}
    </Modal>
  );
}
