/** Which calls leave a row in the record: every one that changes or hands out something, and no other. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type ApiName, api, type StoredCase } from '../../shared/api.ts';
import type { AuditAction, AuditEntry } from '../../shared/audit.ts';
import { cleanUp, type Kit, openKit } from './store-kit.ts';

afterEach(cleanUp);

/** Only looked at; what the store keeps for itself (search texts, previews) can be made anew from the rest. */
const READS: readonly ApiName[] = [
  'app.info',
  'app.readyToClose',
  'store.status',
  'store.unlock',
  'store.lock',
  'cases.list',
  'cases.get',
  'cases.lendingPattern',
  'audit.list',
  'audit.verify',
  'evidence.plan',
  'evidence.files',
  'evidence.read',
  'evidence.readPart',
  'evidence.pages',
  'evidence.lines',
  'statements.list',
  'statements.lines',
  'statements.marked',
  'statements.raw',
  'texts.state',
  'texts.read',
  'texts.recognise',
  'texts.pages',
  'texts.search',
  'papers.list',
  'papers.preview',
  'packs.list',
  'deadlines.list',
  'deadlines.case',
  'jobs.cancel',
  'settings.get',
  'shell.showFolder',
];

/** Changes and exports, with the row each leaves. */
const LOGGED: Partial<Record<ApiName, AuditAction>> = {
  'store.create': 'store.create',
  'store.changePassphrase': 'store.passphrase',
  'store.backup': 'store.backup',
  'cases.create': 'case.create',
  'cases.sample': 'case.create',
  'cases.save': 'case.save',
  'cases.import': 'case.import',
  'cases.export': 'case.export',
  'cases.archive': 'case.archive',
  'cases.restore': 'case.unarchive',
  'cases.delete': 'case.purge',
  'audit.export': 'audit.export',
  'evidence.add': 'evidence.add',
  'evidence.addPaths': 'evidence.add',
  'evidence.addBytes': 'evidence.add',
  'evidence.saveCopy': 'evidence.copy',
  'evidence.verify': 'evidence.verify',
  'evidence.removeFile': 'evidence.remove',
  'evidence.bundle': 'bundle.export',
  'statements.import': 'statements.import',
  'statements.importPaths': 'statements.import',
  'statements.map': 'statements.import',
  'statements.mark': 'statements.mark',
  'statements.remove': 'statements.remove',
  'statements.restore': 'statements.restore',
  'papers.export': 'papers.export',
  'packs.export': 'packs.export',
  'packs.print': 'packs.print',
  'deadlines.noteMove': 'deadlines.note',
  'deadlines.export': 'deadlines.export',
  'settings.set': 'settings.set',
  'letterhead.choose': 'settings.set',
  'letterhead.remove': 'settings.set',
};

test('every call of the contract is known to read, or to leave its row', () => {
  const known = new Set<string>([...READS, ...Object.keys(LOGGED)]);
  expect(Object.keys(api).filter((name) => !known.has(name))).toEqual([]);
  expect([...known].filter((name) => !(name in api))).toEqual([]);
  expect(READS.filter((name) => name in LOGGED)).toEqual([]);
});

const entries = (k: Kit): AuditEntry[] =>
  (k.call['audit.list']({ before: null, caseId: null, limit: 500 }) as { entries: AuditEntry[] })
    .entries;

/** The rows that `act` adds, oldest first. */
async function added(k: Kit, act: () => unknown): Promise<AuditEntry[]> {
  const before = entries(k)[0]?.n ?? 0;
  await act();
  return entries(k)
    .filter((e) => e.n > before)
    .reverse();
}

const TODAY = '2026-02-10';
const STATEMENT = [
  '交易时间,收/支,金额,交易对方,交易号,交易方式',
  '2026-01-05 10:00:00,支出,100.00,李某,A1,转账',
  '2026-01-06 10:00:00,收入,50.00,李某,A2,转账',
].join('\n');

test('the calls that need no window leave the row they are said to leave, with who and when', async () => {
  const k = await openKit();
  const { caseId, document } = (await k.call['cases.sample']({})) as StoredCase;
  const file = (name: string, text: string) => {
    const path = join(k.dir, name);
    writeFileSync(path, text);
    return path;
  };
  let revision = 1;
  const save = async (change: object) => {
    const { document } = k.call['cases.get']({ caseId }) as StoredCase;
    const next = await k.call['cases.save']({
      caseId,
      revision,
      document: { ...document, ...change },
    });
    revision = next.revision;
  };
  const out = join(k.dir, 'out');
  mkdirSync(out);
  k.answers.pickFolder = out;
  k.answers.openFiles = [file('收条.txt', '收到')];

  let fileId = '';
  let statementId = '';
  const acts: [ApiName, () => unknown][] = [
    ['cases.create', () => k.call['cases.create']({})],
    ['cases.save', () => save({ note: '一' })],
    [
      'evidence.add',
      async () => {
        const taken = await k.call['evidence.add']({ caseId, itemId: null });
        fileId = taken.files[0]?.fileId ?? '';
      },
    ],
    [
      'evidence.addPaths',
      () => k.call['evidence.addPaths']({ caseId, itemId: null, paths: [file('a.txt', 'a')] }),
    ],
    [
      'evidence.addBytes',
      () =>
        k.call['evidence.addBytes']({
          caseId,
          itemId: null,
          files: [{ name: 'b.txt', bytes: new Uint8Array([98, 98]) }],
        }),
    ],
    ['evidence.verify', () => k.call['evidence.verify']({ caseId })],
    ['evidence.removeFile', () => k.call['evidence.removeFile']({ caseId, fileId })],
    [
      'statements.importPaths',
      async () => {
        const path = file('账单.csv', STATEMENT);
        await k.call['statements.importPaths']({ caseId, paths: [path] });
        const [made] = await k.call['statements.list']({ caseId });
        statementId = made?.statementId ?? '';
      },
    ],
    [
      'statements.mark',
      () => k.call['statements.mark']({ caseId, statementId, rows: [2], mark: 'ignore' }),
    ],
    ['statements.remove', () => k.call['statements.remove']({ caseId, statementId })],
    ['statements.restore', () => k.call['statements.restore']({ caseId, statementId })],
    ['settings.set', () => k.call['settings.set']({ lockAfterMinutes: 15 })],
    ['letterhead.remove', () => k.call['letterhead.remove']({})],
    [
      'deadlines.export',
      () => {
        k.answers.saveFile = join(out, '期限.ics');
        return k.call['deadlines.export']({ caseId, today: TODAY, names: false });
      },
    ],
    [
      'cases.export',
      () => {
        k.answers.saveFile = join(out, '案件.jieju.json');
        return k.call['cases.export']({ caseId });
      },
    ],
    [
      'audit.export',
      () => {
        k.answers.saveFile = join(out, '记录.jsonl');
        return k.call['audit.export']({});
      },
    ],
    ['store.backup', () => k.call['store.backup']({})],
    ['cases.archive', () => k.call['cases.archive']({ caseId })],
    ['cases.restore', () => k.call['cases.restore']({ caseId })],
    [
      'store.changePassphrase',
      () => k.call['store.changePassphrase']({ passphrase: '新口令 2026' }),
    ],
    ['cases.delete', () => k.call['cases.delete']({ caseId, name: '王某诉李某', backups: false })],
  ];
  for (const [name, act] of acts) {
    const rows = await added(k, act);
    expect(
      rows.map((r) => r.action),
      name,
    ).toContain(LOGGED[name]);
    expect(rows.every((r) => r.who === 'tester' && /^\d{4}-\d\d-\d\dT/.test(r.at))).toBe(true);
  }
  expect(document.title).toBeUndefined();
  expect(k.call['audit.verify']({})).toMatchObject({ faults: [] });
});

test('reading leaves nothing', async () => {
  const k = await openKit();
  const { caseId } = (await k.call['cases.sample']({})) as StoredCase;
  const rows = await added(k, async () => {
    await k.call['cases.list']({ search: '' });
    await k.call['cases.get']({ caseId });
    await k.call['evidence.files']({ caseId });
    await k.call['papers.list']({ caseId, today: TODAY });
    await k.call['packs.list']({ caseId, today: TODAY });
    await k.call['deadlines.list']({ today: TODAY });
    await k.call['deadlines.case']({ caseId, today: TODAY });
    await k.call['settings.get']({});
    await k.call['audit.verify']({});
  });
  expect(rows).toEqual([]);
});

test('a calendar is told by its name and hash, a move that was read once', async () => {
  const k = await openKit();
  const { caseId, document } = (await k.call['cases.sample']({})) as StoredCase;
  const clue = document.propertyClues?.[0];
  k.call['deadlines.case']({ caseId, today: TODAY });
  k.call['cases.save']({
    caseId,
    revision: 1,
    document: {
      ...document,
      propertyClues: [{ ...clue, renewals: [{ id: 'r', expires: '2030-10-11' }] }],
    },
  });
  const [moved] = (await k.call['deadlines.case']({ caseId, today: TODAY })).filter((d) => d.was);
  expect(moved).toMatchObject({ id: 'seizure-c1', date: '2030-10-04', was: '2028-10-04' });
  const note = () => k.call['deadlines.noteMove']({ caseId, deadlineId: 'seizure-c1' });
  expect((await added(k, note)).map((r) => [r.action, r.detail.note])).toEqual([
    ['deadlines.note', 'seizure-c1'],
  ]);
  expect(await added(k, note)).toEqual([]);

  k.answers.saveFile = join(k.dir, '期限.ics');
  const [row] = await added(k, () =>
    k.call['deadlines.export']({ caseId, today: TODAY, names: false }),
  );
  const sha256 = createHash('sha256').update(readFileSync(k.answers.saveFile)).digest('hex');
  expect(row?.detail).toEqual({ files: [{ name: '期限.ics', sha256 }] });
});

test('a removed file that undo brings back is told twice: taken out, put back', async () => {
  const k = await openKit();
  const { caseId, document } = (await k.call['cases.sample']({})) as StoredCase;
  const path = join(k.dir, '收条.txt');
  writeFileSync(path, '收到');
  const { files } = await k.call['evidence.addPaths']({ caseId, itemId: null, paths: [path] });
  const fileId = files[0]?.fileId ?? '';
  const [first, ...rest] = document.evidence ?? [];
  const linked = { ...document, evidence: [{ ...first, fileIds: [fileId] }, ...rest] };
  k.call['cases.save']({ caseId, revision: 1, document: linked });
  const rows = await added(k, () => {
    k.call['cases.save']({ caseId, revision: 2, document });
    k.call['evidence.removeFile']({ caseId, fileId });
    // Undo.
    k.call['cases.save']({ caseId, revision: 3, document: linked });
  });
  expect(rows.map((r) => [r.action, r.detail.note ?? r.detail.paths])).toEqual([
    ['case.save', ['evidence.0.fileIds']],
    ['evidence.remove', fileId],
    ['evidence.restore', fileId],
    ['case.save', ['evidence.0.fileIds']],
  ]);
  expect((await k.call['evidence.files']({ caseId })).map((f) => f.fileId)).toEqual([fileId]);
});

test('replacing the backups of a deleted case is told', async () => {
  const k = await openKit();
  const { caseId } = (await k.call['cases.sample']({})) as StoredCase;
  const rows = await added(k, () =>
    k.call['cases.delete']({ caseId, name: '王某诉李某', backups: true }),
  );
  expect(rows.map((r) => [r.action, r.detail.note])).toContainEqual(['store.backup', 'replaced']);
});
