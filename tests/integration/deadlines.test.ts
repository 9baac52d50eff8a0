import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { DeadlineNotifier } from '../../main/deadlines/notifier.ts';
import { getSettings } from '../../main/store/settings.ts';
import type { CaseDocument } from '../../shared/case/case.ts';
import { readIcs } from '../helpers/read-ics.ts';
import { cleanUp, type Kit, kit, openKit } from './store-kit.ts';

afterEach(cleanUp);

const TODAY = '2026-02-10';

/** A case whose fee is due: 2026-02-09 + 7 days ends in Spring Festival, so 2026-02-24. */
function withFee(id: string, name: string, feeNoticeOn: unknown = '2026-02-09'): CaseDocument {
  return {
    schema: 'jieju.case',
    version: 1,
    id,
    parties: [
      { id: 'w', kind: 'person', role: 'lender', name: '王某' },
      { id: 'b', kind: 'person', role: 'borrower', name },
    ],
    suit: { filedOn: '2026-02-01', feeNoticeOn },
  } as CaseDocument;
}

async function add(k: Kit, name: string, feeNoticeOn?: unknown): Promise<string> {
  const made = await k.call['cases.create']({});
  await k.call['cases.save']({
    caseId: made.caseId,
    revision: made.revision,
    document: { ...withFee(made.caseId, name, feeNoticeOn) },
  });
  return made.caseId;
}

async function change(k: Kit, caseId: string, feeNoticeOn: unknown): Promise<void> {
  const { revision, document } = await k.call['cases.get']({ caseId });
  await k.call['cases.save']({
    caseId,
    revision,
    document: { ...document, suit: { ...document.suit, feeNoticeOn } },
  });
}

test('one list over all live cases; half-typed cases are named apart; archived and deleted ones are not there', async () => {
  const k = await openKit();
  const a = await add(k, '李某');
  const b = await add(k, '赵某', '2026-02-25');
  const half = await add(k, '孙某', '2026-02-3');
  const gone = await add(k, '周某');
  await k.call['cases.archive']({ caseId: gone });
  const list = await k.call['deadlines.list']({ today: TODAY });
  expect(
    list.deadlines.map((d) => [d.caseId, d.caseTitle, d.id, d.date, d.daysLeft, d.was]),
  ).toEqual([
    [a, '王某诉李某', 'fee', '2026-02-24', 14, null],
    [b, '王某诉赵某', 'fee', '2026-03-04', 22, null],
  ]);
  expect(list.unread).toEqual([{ caseId: half, title: '王某诉孙某' }]);
});

test('an unfinished row hides no limit, and forgets nothing', async () => {
  const k = await openKit();
  const id = await add(k, '李某');
  const row = async (demands: unknown[]) => {
    const { revision, document } = await k.call['cases.get']({ caseId: id });
    const changed = { ...document, demands } as CaseDocument;
    await k.call['cases.save']({ caseId: id, revision, document: { ...changed } });
  };
  await row([{ id: 'n', date: '', channel: 'letter' }]);
  const list = await k.call['deadlines.list']({ today: TODAY });
  expect(list.deadlines.map((d) => [d.id, d.date])).toEqual([['fee', '2026-02-24']]);
  expect(list.unread).toEqual([{ caseId: id, title: '王某诉李某' }]);
  await row([]);
  expect((await k.call['deadlines.list']({ today: TODAY })).unread).toEqual([]);
});

test('a deadline that moved says from when, until that is noted; a half-typed date forgets nothing', async () => {
  const k = await openKit();
  const id = await add(k, '李某');
  const look = async () => (await k.call['deadlines.case']({ caseId: id, today: TODAY }))[0];
  expect(await look()).toMatchObject({ date: '2026-02-24', was: null });
  await change(k, id, '2026-02-2');
  expect(await look()).toBeUndefined();
  await change(k, id, '2026-02-25');
  expect(await look()).toMatchObject({ date: '2026-03-04', was: '2026-02-24' });
  expect((await k.call['deadlines.list']({ today: '2026-02-20' })).deadlines[0]?.was).toBe(
    '2026-02-24',
  );
  await k.call['deadlines.noteMove']({ caseId: id, deadlineId: 'fee' });
  expect(await look()).toMatchObject({ date: '2026-03-04', was: null });
  // It survives a restart, and goes with the case.
  await change(k, id, '2026-02-26');
  expect(await look()).toMatchObject({ date: '2026-03-05', was: '2026-03-04' });
  await k.call['store.lock']({});
  await k.call['store.unlock']({ passphrase: null });
  expect(await look()).toMatchObject({ was: '2026-03-04' });
  await k.call['cases.delete']({ caseId: id, name: '王某诉李某', backups: false });
  const rows = k.context.store.current.db.prepare('SELECT count(*) AS n FROM deadlines_seen').get();
  expect(rows).toEqual({ n: 0 });
});

test('the calendar file is written and read back; without names it names nobody', async () => {
  const k = await openKit();
  await add(k, '李某');
  k.answers.saveFile = join(k.dir, '期限.ics');
  const named = await k.call['deadlines.export']({ caseId: null, today: TODAY, names: true });
  expect(named).toEqual({ path: k.answers.saveFile, count: 1 });
  const file = readIcs(readFileSync(k.answers.saveFile));
  expect(file.events).toHaveLength(1);
  expect(file.events[0]).toMatchObject({
    start: '20260224',
    end: '20260225',
    summary: '交诉讼费（王某诉李某）',
  });
  expect(file.events[0]?.description).toContain('逾期按撤诉处理');
  expect(file.events[0]?.alarms.map((a) => a.trigger)).toEqual([
    '-P4DT15H',
    '-P2DT15H',
    '-PT15H',
    'PT9H',
  ]);
  const uid = file.events[0]?.uid;
  await k.call['deadlines.export']({ caseId: null, today: TODAY, names: false });
  const plain = readFileSync(k.answers.saveFile, 'utf8');
  expect(plain).not.toMatch(/王某|李某/);
  expect(readIcs(Buffer.from(plain)).events[0]?.uid).toBe(uid);
  k.answers.saveFile = null;
  expect(await k.call['deadlines.export']({ caseId: null, today: TODAY, names: true })).toBeNull();
});

interface Said {
  title: string;
  body: string;
}

function notifierOf(k: Kit, clock: { now: string }) {
  const said: Said[] = [];
  const badges: number[] = [];
  const notifier = new DeadlineNotifier({
    store: () => (k.context.store.status().state === 'open' ? k.context.store.current : null),
    now: () => new Date(clock.now),
    wanted: (store) => getSettings(store).remind,
    show: (title, body) => said.push({ title, body }),
    badge: (n) => badges.push(n),
  });
  const tick = (now: string) => {
    clock.now = now;
    said.length = 0;
    notifier.tick();
    return [...said];
  };
  return { tick, badges };
}

test('a reminder once a day, in the daytime, and without names while locked', async () => {
  const k = await openKit('口令口令口令口令');
  await add(k, '李某');
  const { tick, badges } = notifierOf(k, { now: '' });
  // Due 2026-02-24; reminders five, three and one day before and on the day.
  expect(tick('2026-02-10T10:00:00')).toEqual([]);
  expect(badges.at(-1)).toBe(0);
  expect(tick('2026-02-19T07:59:00')).toEqual([]);
  expect(tick('2026-02-19T08:00:00')).toEqual([
    { title: '交诉讼费（王某诉李某）', body: '2026-02-24，还有 5 天。' },
  ]);
  expect(badges.at(-1)).toBe(1);
  expect(tick('2026-02-19T09:00:00')).toEqual([]);
  expect(tick('2026-02-20T09:00:00')).toEqual([]);
  await k.call['store.lock']({});
  const locked = tick('2026-02-21T09:00:00');
  expect(locked).toHaveLength(1);
  expect(locked[0]?.title).toBe('交诉讼费');
  expect(JSON.stringify(locked)).not.toMatch(/王某|李某/);
  expect(tick('2026-02-21T10:00:00')).toEqual([]);
  // What was told while locked is not told again after unlocking, nor by the next run of the app.
  await k.call['store.unlock']({ passphrase: '口令口令口令口令' });
  expect(tick('2026-02-21T11:00:00')).toEqual([]);
  const next = notifierOf(k, { now: '' });
  expect(next.tick('2026-02-21T12:00:00')).toEqual([]);
  expect(next.tick('2026-02-22T21:00:00')).toEqual([]);
  expect(next.tick('2026-02-24T09:00:00')[0]?.body).toContain('就是今天');
  expect(next.tick('2026-02-25T09:00:00')).toEqual([]);
});

test('a store that was never opened says nothing; many are told in one; off is off', async () => {
  const closed = kit();
  expect(notifierOf(closed, { now: '' }).tick('2026-02-21T09:00:00')).toEqual([]);
  const k = await openKit();
  for (const name of ['甲某', '乙某', '丙某', '丁某']) await add(k, name);
  const { tick, badges } = notifierOf(k, { now: '' });
  await k.call['settings.set']({ remind: false });
  expect(tick('2026-02-21T09:00:00')).toEqual([]);
  expect(badges.at(-1)).toBe(4);
  await k.call['settings.set']({ remind: true });
  expect(tick('2026-02-21T09:10:00').map((s) => s.title)).toEqual(['有 4 个期限临近']);
});
