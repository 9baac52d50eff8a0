import { describe, expect, it, vi } from 'vitest';
import {
  dateText,
  moneyShown,
  moneyText,
  percentText,
  timeText,
} from '../../renderer/components/normalise.ts';
import { createAutosave, type SaveState } from '../../renderer/state/autosave.ts';
import { append, getAt, removeAt, setAt } from '../../renderer/state/path.ts';
import {
  evidenceOf,
  setEvidenceOf,
  setProves,
  withoutEvidence,
} from '../../renderer/state/proof-links.ts';
import { type CaseDocument, emptyCase } from '../../shared/case/case.ts';
import { sampleCase } from '../../shared/case/sample.ts';

describe('paths', () => {
  it('writes without touching the original, making parents and lists', () => {
    const before = { a: { b: 1 } };
    expect(setAt(before, 'a.c.0.d', 'x')).toEqual({ a: { b: 1, c: [{ d: 'x' }] } });
    expect(before).toEqual({ a: { b: 1 } });
  });
  it('removes a key for undefined, and records by index', () => {
    expect(setAt({ a: 1, b: 2 }, 'a', undefined)).toEqual({ b: 2 });
    expect(removeAt({ l: ['x', 'y'] }, 'l', 0)).toEqual({ l: ['y'] });
    expect(append({}, 'l', 1)).toEqual({ l: [1] });
    expect(getAt({ l: [{ m: null }] }, 'l.0.m.n')).toBeUndefined();
  });
});

describe('typed text', () => {
  it('is brought into the form of the file', () => {
    expect(['30万', '￥3,000.5元', '３００'].map(moneyText)).toEqual([
      '300000.00',
      '3000.50',
      '300.00',
    ]);
    expect(['2024年3月1日', '2024.3.1', '20240301'].map(dateText)).toEqual(
      Array(3).fill('2024-03-01'),
    );
    expect(['9点半', '0930', '9:5'].map(timeText)).toEqual(['09:30', '09:30', '09:05']);
    expect(percentText('１４．６％')).toBe('14.6');
    expect(moneyShown('1234567.89')).toBe('1,234,567.89');
  });
  it('stays as it is when it cannot be read', () => {
    expect(moneyText('三十来万')).toBe('三十来万');
    expect(dateText('2024年13月1日')).toBe('2024年13月1日');
    expect(moneyShown('30万')).toBe('30万');
  });
});

describe('proof links', () => {
  it('are kept the same on both sides', () => {
    const d = setEvidenceOf(sampleCase(), 'd1', ['e2']);
    expect(d.demands?.[0]?.evidenceIds).toEqual(['e2']);
    expect(evidenceOf(d, 'd1')).toEqual(['e2']);
    expect(d.evidence?.find((e) => e.id === 'e4')?.proves).toEqual(['d2', 'd3', 'd4']);
    expect(d.evidence?.find((e) => e.id === 'e2')?.proves).toContain('d1');
    expect(evidenceOf(setProves(d, 'e2', ['loan1']), 'd1')).toEqual([]);
  });
  it('leave no mention of removed evidence', () => {
    const d = withoutEvidence(sampleCase(), ['e4']);
    expect(d.evidence).toHaveLength(3);
    expect(JSON.stringify(d)).not.toContain('"e4"');
  });
});

/** A store that can be made to refuse, with the rule of the real one: a stale revision is refused. */
function storage() {
  let revision = 1;
  const kept: CaseDocument[] = [];
  return {
    kept,
    down: false,
    async write(_id: string, based: number, document: CaseDocument) {
      if (this.down) throw new Error('disk full');
      if (based !== revision) throw new Error('stale');
      kept.push(document);
      revision += 1;
      return revision;
    },
    explain: (e: unknown) => ({
      message: String((e as Error).message),
      stale: (e as Error).message === 'stale',
    }),
  };
}

describe('autosave', () => {
  it('writes the newest document within the debounce, one write for many keys', async () => {
    vi.useFakeTimers();
    const s = storage();
    const auto = createAutosave(s, () => {});
    auto.adopt('c', 1);
    for (const title of ['张', '张三', '张三诉']) auto.schedule('c', { ...emptyCase('c'), title });
    await vi.advanceTimersByTimeAsync(400);
    expect(s.kept.map((d) => d.title)).toEqual(['张三诉']);
    vi.useRealTimers();
  });

  it('keeps what could not be written and writes it when the store is back', async () => {
    vi.useFakeTimers();
    const s = storage();
    const states: SaveState['state'][] = [];
    const auto = createAutosave(s, (x) => states.push(x.state));
    auto.adopt('c', 1);
    s.down = true;
    auto.schedule('c', { ...emptyCase('c'), title: '甲' });
    await auto.flush();
    expect(states.at(-1)).toBe('failed');
    s.down = false;
    await vi.advanceTimersByTimeAsync(5000);
    expect(s.kept.map((d) => d.title)).toEqual(['甲']);
    expect(states.at(-1)).toBe('saved');
    vi.useRealTimers();
  });

  it('never writes over a newer revision', async () => {
    const s = storage();
    const states: SaveState[] = [];
    const auto = createAutosave(s, (x) => states.push(x));
    auto.adopt('c', 0);
    auto.schedule('c', { ...emptyCase('c'), title: '旧' });
    await auto.flush();
    expect(s.kept).toEqual([]);
    expect(states.at(-1)).toMatchObject({ state: 'failed', stale: true });
  });

  it('does not lose an edit made while a write is under way', async () => {
    const s = storage();
    const auto = createAutosave(s, () => {});
    auto.adopt('c', 1);
    auto.schedule('c', { ...emptyCase('c'), title: '一' });
    const first = auto.flush();
    auto.schedule('c', { ...emptyCase('c'), title: '二' });
    await Promise.all([first, auto.flush()]);
    expect(s.kept.map((d) => d.title)).toEqual(['一', '二']);
  });
});
