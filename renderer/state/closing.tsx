/** Closing the window: what was typed is saved first; when that fails, the window stays and says so. */
import { Button } from 'antd';
import { call } from '../bridge.ts';
import { currentCase, dropUntouched, flush } from './case-store.ts';
import { sayWith } from './feedback.ts';

/** Answers `app.closing`: closes once everything is saved, else asks. */
export async function closeWhenSaved(): Promise<void> {
  dropUntouched();
  await flush();
  const { save } = currentCase();
  await call('app.readyToClose', { close: save.state !== 'failed' });
  if (save.state === 'failed') askAboutUnsaved(save.message);
}

function askAboutUnsaved(message: string): void {
  sayWith(
    (close) => (
      <span role="alert">
        最后的改动还没有存进案件库：{message} 内容还在屏幕上。
        <Button
          type="link"
          onClick={() => {
            close();
            void closeWhenSaved();
          }}
        >
          再存一次并关闭
        </Button>
        <Button type="link" danger onClick={() => void call('app.readyToClose', { close: true })}>
          放弃这些改动，直接关闭
        </Button>
      </span>
    ),
    0,
  );
}
