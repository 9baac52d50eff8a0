import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CSP, ORIGIN, policyOf, resolveRequest } from '../../main/app-files.ts';

const root = resolve('/srv/page');
const roots = { page: root, fonts: resolve('/srv/fonts') };
const get = (url: string) => resolveRequest(roots, { method: 'GET', url });

describe('D8-18 the app protocol', () => {
  test('answers the page and its files', () => {
    expect(get(`${ORIGIN}/`)).toEqual({
      file: resolve(root, 'index.html'),
      type: 'text/html; charset=utf-8',
    });
    expect(get(`${ORIGIN}/assets/index.js?v=1#x`)).toMatchObject({
      file: resolve(root, 'assets/index.js'),
    });
  });

  test('answers a font from the folder of fonts', () => {
    expect(get(`${ORIGIN}/fonts/NotoSansSC_400Regular.ttf`)).toEqual({
      file: resolve('/srv/fonts/NotoSansSC_400Regular.ttf'),
      type: 'font/ttf',
    });
  });

  test.each(['POST', 'PUT', 'HEAD', 'DELETE'])('refuses %s', (method) => {
    expect(resolveRequest(roots, { method, url: `${ORIGIN}/` })).toEqual({ status: 405 });
  });

  test('refuses another host', () => {
    expect(get('app://other/index.html')).toEqual({ status: 404 });
  });

  test.each([
    '/..%2f..%2fetc%2fpasswd.json',
    '/%2e%2e%2f%2e%2e%2fmain/index.js',
    '/assets/..%2f..%2f..%2fsecret.json',
    '/..%5c..%5csecret.json',
    '/a.js%00.html',
    '/..%2fpage-of-another/index.html',
    '/fonts/..%2fsecret.json',
    '/fonts/..%2fpage%2findex.html',
  ])('refuses to leave the folder by %s', (path) => {
    expect(get(ORIGIN + path)).toEqual({ status: 403 });
  });

  test('a literal .. stays inside, as a browser resolves it', () => {
    expect(get(`${ORIGIN}/../../etc/x.json`)).toMatchObject({ file: resolve(root, 'etc/x.json') });
  });

  test('refuses a path that cannot be decoded and a kind it does not serve', () => {
    expect(get(`${ORIGIN}/%E0%A4%A`)).toEqual({ status: 400 });
    expect(get(`${ORIGIN}/index.js.map`)).toEqual({ status: 404 });
    expect(get(`${ORIGIN}/jieju.db`)).toEqual({ status: 404 });
  });
});

test('D8-7 the policy starts from nothing and names no host and no eval', () => {
  expect(CSP.startsWith("default-src 'none'; ")).toBe(true);
  expect(CSP).not.toMatch(/https?:|\*|unsafe-eval/);
  expect(CSP).toContain("script-src 'self';");
});

test('D8-7 evidence is a source of pictures and sound, never of script or of data to read', () => {
  const of = (name: string) =>
    CSP.split('; ').find((directive) => directive.startsWith(`${name} `)) ?? '';
  expect(of('img-src')).toBe("img-src 'self' blob: data: evidence:");
  expect(of('media-src')).toBe('media-src evidence:');
  expect(CSP.match(/evidence:/g)).toHaveLength(2);
});

test('D8-7 only the worker of pdf.js may run WebAssembly, and nothing eval', () => {
  const worker = policyOf(`${ORIGIN}/assets/pdf.worker.min-C8PGFc0r.mjs`);
  expect(worker).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(worker).not.toContain("'unsafe-eval'");
  for (const path of [
    '/',
    '/index.html',
    '/assets/index-abc.js',
    '/pdf.worker.min-x.mjs',
    '/assets/pdf.worker.min-x.mjs/..%2findex.html',
  ])
    expect(policyOf(ORIGIN + path)).toBe(CSP);
});
