import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';

interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the command line as a user does, in its own process. */
function jieju(args: string[], input = ''): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['main/cli.ts', ...args]);
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (s: string) => {
      out += s;
    });
    child.stderr.setEncoding('utf8').on('data', (s: string) => {
      err += s;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}

const TOPICS =
  'court-fee preservation-fee payment-order-fee enforcement-fee rmb id-number credit-code mobile chinese-date plain-interest lpr cap interest delayed-interest limitation guarantee-period date small-claims';

describe('jieju calc', () => {
  it('prints one JSON result and nothing else', async () => {
    const r = await jieju(['calc', 'court-fee', '--json', '{"amount":"300000.00"}']);
    expect(r.code).toBe(0);
    expect(r.err).toBe('');
    expect(JSON.parse(r.out)).toMatchObject({ fee: '5800.00' });
    expect((await jieju(['calc', 'rmb', '--json={"amount":"5800"}'])).out).toContain(
      '伍仟捌佰元整',
    );
  });

  it('an unknown topic lists all of them', async () => {
    for (const args of [['calc'], ['calc', 'toString', '--json', '{}']]) {
      const r = await jieju(args);
      expect(r.code).toBe(2);
      expect(r.out).toBe('');
      for (const t of TOPICS.split(' ')) expect(r.err).toContain(t);
      expect(r.err.trimEnd().split('\n')).toHaveLength(1);
    }
  });

  it('bad input: exit 2, one line with the field and what is allowed', async () => {
    for (const [topic, json, field] of [
      ['rmb', '{"amount":"1.234"}', 'amount'],
      ['rmb', '{"amount":5}', 'amount'],
      ['rmb', '{"amount":"-5.00"}', 'amount'],
      ['rmb', '{}', 'amount'],
      ['rmb', '{"amount":"1","extra":1}', 'extra'],
      ['rmb', '[]', '输入'],
      ['rmb', '{amount', 'json'],
      ['date', '{"from":"2026-02-30"}', 'from'],
      [
        'limitation',
        '{"due":"2024-01-01","events":[{"date":"x","kind":"suit"}],"asOf":"2026-01-01"}',
        'events.0.date',
      ],
      ['small-claims', '{"province":"火星","amount":"1"}', 'province'],
      [
        'delayed-interest',
        '{"base":"1","periodEnd":"2026-01-01","until":"2026-02-01"}',
        'payments',
      ],
    ] as const) {
      const r = await jieju(['calc', topic, '--json', json]);
      expect([topic, json, r.code, r.out]).toEqual([topic, json, 2, '']);
      expect(r.err.startsWith(`${field}: `)).toBe(true);
      expect(r.err.trimEnd().split('\n')).toHaveLength(1);
      expect(r.err).toMatch(/\p{Script=Han}/u);
    }
  });

  it('usage: unknown commands and flags', async () => {
    for (const args of [
      [],
      ['calk'],
      ['calc', 'rmb'],
      ['calc', 'rmb', '--json'],
      ['calc', 'rmb', '--json', '{}', 'x'],
    ]) {
      expect((await jieju(args)).code).toBe(2);
    }
  });

  it('--jsonl answers line by line, in order, bad lines too', async () => {
    const input = '{"amount":"1"}\nnot json\n{"amount":"-1"}\r\n\n{"amount":"2"}';
    const r = await jieju(['calc', 'rmb', '--jsonl'], input);
    expect(r.code).toBe(2);
    const lines = r.out
      .trimEnd()
      .split('\n')
      .map((l) => JSON.parse(l));
    expect(lines.map((l) => l.text ?? l.error.field)).toEqual([
      '壹元整',
      'json',
      'amount',
      'json',
      '贰元整',
    ]);
    // U+2028 is no end of a line; a mark of byte order before the first one is passed over.
    const odd = await jieju(
      ['calc', 'chinese-date', '--jsonl'],
      '\uFEFF{"value":"2024.3.1"}\n{"value":"2024\u20283"}\n',
    );
    expect(
      odd.out
        .trimEnd()
        .split('\n')
        .map((l) => JSON.parse(l).valid),
    ).toEqual([true, false]);
    const good = await jieju(['calc', 'rmb', '--jsonl'], '{"amount":"1"}\n');
    expect(good).toMatchObject({ code: 0, err: '' });
  });

  it('--jsonl: at least 2,000 simple lines a second', async () => {
    const n = 20_000;
    const input = Array.from({ length: n }, (_, i) => `{"amount":"${i}.37"}`).join('\n');
    const start = performance.now();
    const r = await jieju(['calc', 'court-fee', '--jsonl'], input);
    const seconds = (performance.now() - start) / 1000;
    expect(r.out.trimEnd().split('\n')).toHaveLength(n);
    expect(n / seconds).toBeGreaterThan(2_000);
  });
});
