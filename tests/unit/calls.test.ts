import { describe, expect, test } from 'vitest';
import { answer, isTrusted } from '../../main/calls.ts';
import { AppError } from '../../main/errors.ts';

describe('D8-17 the sender of a call', () => {
  const top = { url: 'app://jieju/', parent: null };

  test('our top frame is heard', () => {
    expect(isTrusted(top, true)).toBe(true);
    expect(isTrusted({ ...top, url: 'app://jieju/index.html#/case/1' }, true)).toBe(true);
  });

  test.each([
    ['another window', top, false],
    ['a sub-frame', { ...top, parent: {} }, true],
    ['a frame that is gone', null, true],
    ['a file', { ...top, url: 'file:///app/index.html' }, true],
    ['a website', { ...top, url: 'https://jieju/' }, true],
    ['another host', { ...top, url: 'app://jieju.example/' }, true],
    ['our name as a query', { ...top, url: 'https://x.example/?app://jieju/' }, true],
    ['our name as a user', { ...top, url: 'app://jieju@x.example/' }, true],
    ['no address', { ...top, url: '' }, true],
  ])('%s is not', (_name, frame, inOurWindow) => {
    expect(isTrusted(frame, inOurWindow)).toBe(false);
  });
});

describe('a call', () => {
  const handlers = { 'cases.archive': () => ({}) };

  test('reaches its handler with the parsed input', async () => {
    const seen: unknown[] = [];
    const reply = await answer(
      {
        'cases.list': (input) => {
          seen.push(input);
          return [];
        },
      },
      'cases.list',
      { search: '' },
    );
    expect(reply).toEqual({ ok: true, value: [] });
    expect(seen).toEqual([{ search: '' }]);
  });

  test.each(['app.quit', 'toString', '__proto__', 'constructor', 7, null, { a: 1 }])(
    'by the unknown name %s is refused',
    async (name) => {
      expect(await answer(handlers, name, {})).toMatchObject({
        ok: false,
        error: { code: 'unknown-call' },
      });
    },
  );

  test('with bad input is refused at its field, in Chinese, and not handled', async () => {
    let handled = false;
    const reply = await answer(
      {
        'store.create': () => {
          handled = true;
          throw new Error('must not be reached');
        },
      },
      'store.create',
      { passphrase: 'short' },
    );
    expect(reply).toEqual({
      ok: false,
      error: { code: 'bad-input', message: '口令至少 8 个字符', path: 'passphrase' },
    });
    expect(handled).toBe(false);
    expect(await answer({}, 'app.info', { extra: 1 })).toMatchObject({
      error: { code: 'bad-input', message: expect.stringMatching(/^\p{Script=Han}/u) },
    });
  });

  test('that fails tells a code and a Chinese message, never the inner text', async () => {
    const failing = (error: unknown) =>
      answer(
        {
          'app.info': () => {
            throw error;
          },
        },
        'app.info',
        {},
      );
    expect(await failing(new AppError('x', '不行。', 'loans.0.amount'))).toEqual({
      ok: false,
      error: { code: 'x', message: '不行。', path: 'loans.0.amount' },
    });
    expect(await failing(Object.assign(new Error('no space'), { code: 'ENOSPC' }))).toMatchObject({
      error: { code: 'disk-full', message: expect.stringContaining('磁盘空间不足') },
    });
    const inner = await failing(new Error('王某 13800000000'));
    expect(inner).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(inner)).not.toContain('王某');
  });

  test('waits for handlers that are still loading, and says so when they cannot load', async () => {
    const failed = Promise.reject(new Error('no store'));
    expect(await answer(failed, 'app.info', {})).toMatchObject({
      ok: false,
      error: { code: 'internal' },
    });
    expect(await answer({}, 'app.info', {})).toMatchObject({ error: { code: 'unavailable' } });
  });
});
