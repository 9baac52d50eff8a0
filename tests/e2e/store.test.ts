/** The store inside the packaged app: the native module, the key file and the lock at quitting are real here. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { ApiInput, ApiName, ApiReply, Bridge } from '../../shared/api.ts';
import { expect, launch, test } from './harness.ts';

/** A call as the window makes it. */
function call<N extends ApiName>(page: Page, name: N, input: ApiInput<N>): Promise<ApiReply<N>> {
  return page.evaluate(
    (sent) => {
      const { name, input } = sent as { name: N; input: ApiInput<N> };
      return (globalThis as unknown as { jieju: Bridge }).jieju.call(name, input);
    },
    { name, input } as object,
  );
}

test('what is saved is there after a restart, with the passphrase and only with it', async ({
  userData,
}) => {
  const passphrase = '王某的口令 2026';
  const first = await launch(userData);
  expect(await call(first.page, 'store.status', {})).toMatchObject({
    ok: true,
    value: { state: 'absent' },
  });
  expect(await call(first.page, 'store.create', { passphrase })).toMatchObject({
    value: { state: 'open', hasPassphrase: true },
  });
  const made = await call(first.page, 'cases.sample', {});
  if (!made.ok) throw new Error(made.error.message);
  const { caseId } = made.value;
  const picture = join(userData, '借条😀.txt');
  writeFileSync(picture, '今借到王某人民币叁拾万元整');
  const taken = await call(first.page, 'evidence.addPaths', {
    caseId,
    itemId: null,
    paths: [picture],
  });
  expect(taken).toMatchObject({ ok: true, value: { refused: [], files: [{ pages: null }] } });
  const gone = await call(first.page, 'cases.create', {});
  if (gone.ok) {
    const { caseId } = gone.value;
    await call(first.page, 'cases.delete', { caseId, name: '未命名案件', backups: false });
  }
  await first.app.close();
  const folder = join(userData, 'store');
  expect(readdirSync(folder).filter((n) => n.startsWith('jieju.db'))).toEqual(['jieju.db']);
  expect(readFileSync(join(folder, 'jieju.db')).includes('王某')).toBe(false);

  const second = await launch(userData);
  expect(await call(second.page, 'store.status', {})).toMatchObject({
    value: { state: 'locked', needsPassphrase: true },
  });
  expect(await call(second.page, 'cases.list', { search: '' })).toMatchObject({
    error: { code: 'locked' },
  });
  expect(
    await call(second.page, 'store.unlock', { passphrase: '不是这个口令 2026' }),
  ).toMatchObject({ error: { code: 'wrong-passphrase', path: 'passphrase' } });
  expect(await call(second.page, 'store.unlock', { passphrase })).toMatchObject({ ok: true });
  expect(await call(second.page, 'cases.list', { search: '李某' })).toMatchObject({
    value: [{ caseId, title: '王某诉李某' }],
  });
  expect(await call(second.page, 'cases.list', { search: '' })).toMatchObject({
    value: [{ caseId }],
  });
  expect(await call(second.page, 'evidence.verify', { caseId })).toMatchObject({
    value: { checked: 1, broken: [] },
  });
  await second.app.close();
});
