import { describe, expect, test } from 'vitest';
import { AppError, toApiError, toAppError } from '../../main/errors.ts';

const withCode = (code: string) => Object.assign(new Error('inner text'), { code });

describe('what the user is told of an error', () => {
  test.each([
    ['ENOSPC', 'disk-full'],
    ['SQLITE_FULL', 'disk-full'],
    ['EACCES', 'no-access'],
    ['EROFS', 'read-only'],
    ['SQLITE_READONLY_DIRECTORY', 'read-only'],
    ['SQLITE_BUSY', 'in-use'],
    ['SQLITE_CORRUPT', 'damaged'],
    ['SQLITE_NOTADB', 'damaged'],
    ['SQLITE_IOERR_WRITE', 'io'],
    ['ENOENT', 'not-found'],
    ['EWHATEVER', 'internal'],
  ])('%s is %s', (code, told) => {
    const error = toApiError(withCode(code));
    expect(error.code).toBe(told);
    expect(error.message).toMatch(/^\p{Script=Han}/u);
    expect(error.message).not.toContain('inner text');
    expect(error).not.toHaveProperty('path');
  });

  test('what was meant for the user goes through, with its field', () => {
    const error = new AppError('bad', '请填写金额。', 'amount');
    expect(toAppError(error)).toBe(error);
    expect(toApiError(error)).toEqual({ code: 'bad', message: '请填写金额。', path: 'amount' });
  });

  test('anything thrown becomes an error, and keeps its cause for the log', () => {
    for (const thrown of ['text', undefined, null, 7, new Error('x')]) {
      expect(toAppError(thrown).code).toBe('internal');
    }
    const cause = withCode('ENOSPC');
    expect(toAppError(cause).cause).toBe(cause);
  });
});
