/** What is known of the words in files: a line under each file, and the way to recognise pictures. */
import { Button } from 'antd';
import type { FileTexts } from '../../../shared/find/calls.ts';
import { Notice } from '../../components/index.ts';
import { useCase } from '../../state/case-store.ts';
import { recognise, useTexts, waitingPages } from '../../state/texts.ts';
import { useViewerLayout } from '../../state/viewer-layout.ts';

/** Above the list: how many pages wait, and one button for all of them. */
export function ReadingNotice() {
  const { caseId } = useCase();
  const { files, busy } = useTexts(caseId);
  const { tight } = useViewerLayout();
  const waiting = waitingPages(files);
  if (waiting === 0) return null;
  if (busy)
    return (
      <Notice tone="note" title="正在识别图片里的文字">
        可以接着做别的。认好一页存一页；要停下，点右下角的“取消”，下次接着认其余的。
      </Notice>
    );
  return (
    <Notice
      tone="note"
      title={`有 ${waiting} 页截图或扫描件还不能查找里面的字`}
      action={
        <Button size="small" onClick={() => void recognise(null)}>
          识别图片里的文字
        </Button>
      }
    >
      {tight
        ? null
        : '在本机识别，不联网，每页几秒，可以边识别边做别的。识别只用来查找和提示，不改动原件，也不会自动填进任何一栏。'}
    </Notice>
  );
}

/** 文字层 3 页，图片识别 2 页，1 页没有字 */
function summary({ pages }: FileTexts): string {
  const parts = [
    ...(pages.layer > 0 ? [`自带文字 ${pages.layer} 页`] : []),
    ...(pages.ocr > 0 ? [`图片识别 ${pages.ocr} 页`] : []),
    ...(pages.none > 0 ? [`没有字的 ${pages.none} 页`] : []),
    ...(pages.waiting > 0 ? [`未识别的图片 ${pages.waiting} 页`] : []),
  ];
  return parts.length > 0 ? `文字：${parts.join('，')}` : '';
}

/** Under a file: can its words be found? */
export function FileWords({ fileId }: { fileId: string }) {
  const { caseId } = useCase();
  const { files, busy } = useTexts(caseId);
  const known = files.find((f) => f.fileId === fileId);
  if (!known || known.state === 'wordless' || known.state === 'unread') return null;
  if (known.state === 'failed') return <div className="field-advice">{known.message}</div>;
  return (
    <div className="grey num">
      {summary(known)}
      {known.pages.waiting > 0 ? (
        <Button
          size="small"
          type="link"
          className="inline-link"
          disabled={busy}
          onClick={() => void recognise(fileId)}
        >
          识别文字
        </Button>
      ) : null}
    </div>
  );
}
