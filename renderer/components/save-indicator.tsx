/** The quiet 已保存; when saving failed, what happened and what to do. */
import { Button } from 'antd';
import { call } from '../bridge.ts';
import { flush, keepMine, openCase, useCase } from '../state/case-store.ts';
import { sayError } from '../state/feedback.ts';
import { Notice } from './state-tag.tsx';

export function SaveIndicator() {
  const { save } = useCase();
  const words = { saved: '已保存', dirty: '正在保存', saving: '正在保存', failed: '还没保存' };
  return (
    <span className={save.state === 'failed' ? 'save save-failed' : 'save'} role="status">
      {words[save.state]}
    </span>
  );
}

/** Shown over the screen while the store refuses or can't be written. */
export function SaveFailure() {
  const { save, caseId } = useCase();
  if (save.state !== 'failed') return null;
  const reread = async () => {
    if (!caseId) return;
    try {
      openCase(await call('cases.get', { caseId }));
    } catch (error) {
      sayError(error);
    }
  };
  return (
    <Notice
      tone="urgent"
      title="刚才的改动还没有保存"
      action={
        save.stale ? (
          <span className="empty-actions">
            <Button onClick={() => keepMine().catch(sayError)}>用屏幕上这份</Button>
            <Button onClick={() => void reread()}>读入已保存的那份</Button>
          </span>
        ) : (
          <Button onClick={() => void flush()}>现在再存一次</Button>
        )
      }
    >
      {save.message}
    </Notice>
  );
}
