/** The record of changes: chained, checked, handed out; archiving and deleting a case. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { Jobs } from '../../main/jobs.ts';
import { verifyAudit } from '../../main/store/audit.ts';
import { verifyExport } from '../../main/store/audit-file.ts';
import type { Db } from '../../main/store/database.ts';
import { migrations } from '../../main/store/migrations/index.ts';
import { StoreManager } from '../../main/store/store.ts';
import type { StoredCase } from '../../shared/api.ts';
import type { AuditEntry } from '../../shared/audit.ts';
import { cleanUp, type Kit, kit, openKit, refusal } from './store-kit.ts';

afterEach(cleanUp);

// None of them can be part of a hash: digits alone would turn up in hexadecimal by chance.
const SECRETS = ['王某', '李某', '300000.00', '借条照片', '承认欠款', '6200000000000001234'];

async function worked(): Promise<{ k: Kit; caseId: string }> {
  const k = await openKit();
  const { caseId, document } = (await k.call['cases.sample']({})) as StoredCase;
  const transfers = (document.transfers ?? []).map((t, i) =>
    i === 0 ? { ...t, amount: '280000.00' } : t,
  );
  k.call['cases.save']({
    caseId,
    revision: 1,
    document: { ...document, note: '李某失联', transfers },
  });
  const picture = join(k.dir, '借条照片-李某.txt');
  writeFileSync(picture, '今借到王某人民币叁拾万元整');
  await k.call['evidence.addPaths']({ caseId, itemId: null, paths: [picture] });
  await k.call['texts.read']({ caseId });
  k.answers.saveFile = join(k.dir, '王某诉李某.jieju.json');
  await k.call['cases.export']({ caseId });
  return { k, caseId };
}

const entries = (k: Kit, caseId: string | null = null): AuditEntry[] =>
  (k.call['audit.list']({ before: null, caseId, limit: 500 }) as { entries: AuditEntry[] }).entries;
const dbOf = (k: Kit): Db => k.context.store.current.db;

/** Takes the guards away, as one would who has the key. */
function unguard(db: Db): void {
  for (const name of [
    'audit_no_update',
    'audit_no_delete',
    'audit_only_next',
    'audit_content_no_update',
    'audit_content_no_delete',
  ]) {
    db.exec(`DROP TRIGGER ${name}`);
  }
  db.pragma('foreign_keys=OFF');
}

describe('what is recorded', () => {
  test('who, what, when; the fields that changed; the files that were written, with their hash', async () => {
    const { k, caseId } = await worked();
    const rows = entries(k).reverse();
    expect(rows.map((r) => [r.who, r.action])).toEqual([
      ['tester', 'store.create'],
      ['tester', 'store.backup'],
      ['tester', 'case.create'],
      ['tester', 'case.save'],
      ['tester', 'evidence.add'],
      ['tester', 'case.export'],
    ]);
    expect(rows[3]).toMatchObject({
      caseId,
      caseTitle: '王某诉李某',
      detail: { paths: ['note', 'transfers.0.amount'] },
    });
    const sha256 = createHash('sha256')
      .update(readFileSync(join(k.dir, '王某诉李某.jieju.json')))
      .digest('hex');
    expect(rows[5]?.detail).toEqual({ files: [{ name: '王某诉李某.jieju.json', sha256 }] });
    expect(entries(k, caseId)).toHaveLength(4);
    expect(k.call['audit.verify']({})).toMatchObject({ rows: 6, erased: 0, faults: [] });
    // No value of the case stands in the record.
    const said = dbOf(k).prepare<[], { body: string }>('SELECT body FROM audit_content').all();
    expect(JSON.stringify(said)).not.toMatch(/280000|失联/);
  });

  test('records added, removed and moved are told by their place', async () => {
    const { k, caseId } = await worked();
    const { document } = k.call['cases.get']({ caseId }) as StoredCase;
    const [first, ...rest] = document.demands ?? [];
    const added = { id: 'new1', date: '2026-03-01', channel: 'wechat' };
    k.call['cases.save']({
      caseId,
      revision: 2,
      document: { ...document, demands: [...rest, added] },
    });
    expect(first).toBeDefined();
    expect(entries(k)[0]?.detail.paths).toEqual(['demands.0-', `demands.${rest.length}+`]);
  });

  test('it can only grow, and only at its end', async () => {
    const { k } = await worked();
    const db = dbOf(k);
    for (const sql of [
      "UPDATE audit SET who = 'x'",
      'DELETE FROM audit',
      "UPDATE audit_content SET body = '{}'",
      'DELETE FROM audit_content',
      'INSERT INTO audit SELECT 99, at, who, action, case_ref, digest, prev, hash FROM audit WHERE n = 2',
    ]) {
      expect(() => db.exec(sql), sql).toThrow('append-only');
    }
  });
});

describe('tampering is told', () => {
  const other = "'2020-01-01T00:00:00.000Z'";
  const zeros = `'${'1'.repeat(64)}'`;
  const acts: [string, string][] = [
    ['the time', `UPDATE audit SET at = ${other} WHERE n = :n`],
    ['the person', "UPDATE audit SET who = 'x' WHERE n = :n"],
    ['the act', "UPDATE audit SET action = 'settings.set' WHERE n = :n"],
    ['the case', `UPDATE audit SET case_ref = ${zeros} WHERE n = :n`],
    ['the digest', `UPDATE audit SET digest = ${zeros} WHERE n = :n`],
    ['the link', `UPDATE audit SET prev = ${zeros} WHERE n = :n`],
    ['the hash', `UPDATE audit SET hash = ${zeros} WHERE n = :n`],
    ['what it says', `UPDATE audit_content SET body = '{"note":"x"}' WHERE n = :n`],
    ['whose case it says', "UPDATE audit_content SET case_id = 'x' WHERE n = :n"],
    ['its salt', "UPDATE audit_content SET salt = '' WHERE n = :n"],
    ['the content taken away', 'DELETE FROM audit_content WHERE n = :n'],
    ['the row taken away', 'DELETE FROM audit WHERE n = :n'],
  ];
  test.each(acts)('%s, in any row', async (_, sql) => {
    const { k } = await worked();
    const db = dbOf(k);
    unguard(db);
    const { rows } = verifyAudit(k.context.store.current);
    for (let n = 1; n <= rows; n++) {
      db.exec('SAVEPOINT whole');
      db.exec(sql.replace(':n', String(n)));
      expect(verifyAudit(k.context.store.current).faults.length, `row ${n}`).toBeGreaterThan(0);
      db.exec('ROLLBACK TO whole');
      db.exec('RELEASE whole');
    }
    expect(verifyAudit(k.context.store.current).faults).toEqual([]);
  });

  test('an exported record checks out by command, and no line of it can be altered, moved or left out', async () => {
    const { k } = await worked();
    const path = join(k.dir, '操作记录.jsonl');
    k.answers.saveFile = path;
    const told = await k.call['audit.export']({});
    expect(told).toMatchObject({ path, rows: 6 });
    expect(entries(k)[0]).toMatchObject({ action: 'audit.export' });
    const run = (file: string) =>
      spawnSync(process.execPath, ['main/cli.ts', 'verify-audit', file], {
        cwd: join(import.meta.dirname, '../..'),
        encoding: 'utf8',
      });
    const whole = run(path);
    expect([whole.status, whole.stdout]).toEqual([0, expect.stringContaining('完整：6 条记录')]);
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(verifyExport(lines.join('\n')).faults).toEqual([]);
    for (let i = 1; i < lines.length; i++) {
      const without = lines.filter((_, k) => k !== i).join('\n');
      expect(verifyExport(without).faults.length, `without line ${i}`).toBeGreaterThan(0);
      const altered = lines.map((x, k) => (k === i ? x.replace('tester', 'tester2') : x));
      expect(verifyExport(altered.join('\n')).faults.length, `line ${i}`).toBeGreaterThan(0);
    }
    const swapped = [lines[0], lines[2], lines[1], ...lines.slice(3)].join('\n');
    expect(verifyExport(swapped).faults.length).toBeGreaterThan(0);
    const bad = join(k.dir, 'bad.jsonl');
    writeFileSync(bad, lines.slice(0, -1).join('\n'));
    expect([run(bad).status, run(bad).stdout]).toEqual([1, expect.stringContaining('末尾')]);
    writeFileSync(bad, '{"a":1}\n');
    expect([run(bad).status, run(bad).stderr]).toEqual([2, expect.stringContaining('第1行')]);
    expect(run(join(k.dir, 'none.jsonl')).status).toBe(2);
  }, 30_000);
});

describe('archiving', () => {
  test('out of the list, readable, not changed, and back', async () => {
    const { k, caseId } = await worked();
    const list = (archived?: boolean) =>
      k.call['cases.list']({ search: '', ...(archived ? { archived } : {}) });
    const before = k.call['cases.get']({ caseId }) as StoredCase;
    k.call['cases.archive']({ caseId });
    k.call['cases.archive']({ caseId });
    expect(list()).toEqual([]);
    expect(list(true)).toMatchObject([{ caseId, archivedAt: expect.stringMatching(/^20/) }]);
    const aside = k.call['cases.get']({ caseId }) as StoredCase;
    expect(aside).toEqual({ ...before, archivedAt: expect.stringMatching(/^20/) });
    expect(k.call['evidence.files']({ caseId })).toHaveLength(1);
    const refused = await refusal(() =>
      k.call['cases.save']({ caseId, revision: 2, document: { ...before.document } }),
    );
    expect(refused.code).toBe('archived');
    // It stays archived over a restart.
    await k.call['store.lock']({});
    await k.call['store.unlock']({ passphrase: null });
    expect(list(true)).toHaveLength(1);
    k.call['cases.restore']({ caseId });
    expect(k.call['cases.get']({ caseId })).toEqual(before);
    expect(list()).toHaveLength(1);
    expect(
      entries(k)
        .map((e) => e.action)
        .slice(0, 2),
    ).toEqual(['case.unarchive', 'case.archive']);
  });
});

/** Every value of every table, shadow tables of the index and the planner's samples included. */
function dump(db: Db): string {
  const tables = db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .all();
  const shown = tables.flatMap(({ name }) =>
    db
      .prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}"`)
      .all()
      .map((row) =>
        Object.values(row)
          .map((v) => (Buffer.isBuffer(v) ? v.toString('utf8') : String(v)))
          .join('\t'),
      ),
  );
  return shown.join('\n');
}

describe('deleting', () => {
  test('wants the name of the case, as it is', async () => {
    const { k, caseId } = await worked();
    for (const name of ['', '王某', '王某诉李某1']) {
      const refused = await refusal(() => k.call['cases.delete']({ caseId, name, backups: false }));
      expect([refused.code, refused.path]).toEqual(['name-differs', 'name']);
    }
    expect(k.call['cases.list']({ search: '' })).toHaveLength(1);
  });

  test('leaves nothing of the case in the decrypted file, its log or its record; the chain holds', async () => {
    const { k, caseId } = await worked();
    const db = dbOf(k);
    db.exec('ANALYZE');
    expect(SECRETS.filter((s) => dump(db).includes(s))).toEqual(SECRETS);
    expect(db.prepare('SELECT found FROM page_texts').get()).toEqual({
      found: '今借到王某人民币叁拾万元整',
    });
    const rows = entries(k, caseId).length;
    await k.call['cases.delete']({ caseId, name: ' 王某诉李某 ', backups: false });
    for (const s of [...SECRETS, caseId, '叁拾万元']) expect(dump(db), s).not.toContain(s);
    expect(readFileSync(`${k.file()}-wal`).length).toBe(0);
    // Free pages too: the file without its cipher holds no trace.
    await k.call['store.lock']({});
    const other = k.again();
    await other.call['store.unlock']({ passphrase: null });
    const open = other.context.store.current.db;
    open.pragma('journal_mode=DELETE');
    open.pragma("rekey=''");
    const bytes = other.bytes();
    expect(bytes.subarray(0, 15).toString()).toBe('SQLite format 3');
    for (const s of [...SECRETS, caseId, '叁拾万元']) expect(bytes.includes(s), s).toBe(false);
    const check = verifyAudit(other.context.store.current);
    expect(check).toMatchObject({ faults: [], erased: rows + 1 });
    const [tombstone, deleted] = entries(other).filter((e) => e.action.startsWith('case.'));
    expect(tombstone).toMatchObject({ action: 'case.purge', who: 'tester', caseId: null });
    expect(deleted).toMatchObject({ action: 'case.delete', erased: true, detail: {} });
  });

  test('tells of the automatic backups that still hold it, or replaces them', async () => {
    const { k, caseId } = await worked();
    const folder = join(k.data, 'backups');
    const old = join(folder, '2026-01-01_090000');
    mkdirSync(old);
    const mine = join(folder, '我的备份');
    mkdirSync(mine);
    const kept = readdirSync(folder).length - 1;
    const told = await k.call['cases.delete']({ caseId, name: '王某诉李某', backups: false });
    expect(told).toEqual({ backups: kept, folder });
    const again = (await k.call['cases.sample']({})) as StoredCase;
    const gone = await k.call['cases.delete']({
      caseId: again.caseId,
      name: '王某诉李某',
      backups: true,
    });
    expect(gone).toEqual({ backups: 0, folder });
    const left = readdirSync(folder);
    expect(left).toHaveLength(2);
    expect(left).toContain('我的备份');
    expect(left).not.toContain('2026-01-01_090000');
  });
});

test('the record of an earlier release is taken into the chain, row by row', async () => {
  const k = kit();
  const emit = () => undefined;
  const release = (steps: typeof migrations) =>
    new StoreManager({
      ...{ dataDir: k.data, keychain: k.keychain, jobs: new Jobs(emit), emit, who: 'tester' },
      ...{ now: () => new Date('2026-03-16T09:30:00'), migrations: steps },
    });
  const old = release(migrations.slice(0, 3));
  await old.create(null);
  await old.upkeep;
  const put = old.current.db.prepare<[string, string | null, string]>(
    "INSERT INTO audit (at, who, action, case_id, detail) VALUES ('2026-01-01T00:00:00.000Z', 'w', ?, ?, ?)",
  );
  old.current.db.exec(
    `INSERT INTO cases (id, title, borrowers, document, revision, created_at, updated_at)
     VALUES ('kept', '旧案', '李某', '{"schema":"jieju.case","version":1,"id":"kept"}', 1, 'x', 'x')`,
  );
  put.run('case.create', 'kept', '');
  put.run('case.create', 'gone', '');
  put.run('case.save', 'kept', 'loans, transfers');
  put.run('case.purge', 'gone', '');
  const before = old.current.db.prepare<[], { n: number }>('SELECT n FROM audit').all().length;
  await old.lock();
  const now = release(migrations);
  await now.unlock(null);
  await now.upkeep;
  const { db } = now.current;
  expect(verifyAudit(now.current)).toMatchObject({ faults: [], erased: 1 });
  const rows = db
    .prepare<[], { action: string; body: string | null; case_id: string | null }>(
      'SELECT a.action, c.body, c.case_id FROM audit a LEFT JOIN audit_content c ON c.n = a.n ORDER BY a.n',
    )
    .all();
  expect(rows.slice(before - 4, before)).toEqual([
    { action: 'case.create', body: '{}', case_id: 'kept' },
    { action: 'case.create', body: null, case_id: null },
    { action: 'case.save', body: '{"note":"loans, transfers"}', case_id: 'kept' },
    { action: 'case.purge', body: '{}', case_id: null },
  ]);
  expect(rows[before]).toMatchObject({ action: 'store.migrate' });
  expect(db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'audit_before'").all()).toEqual([]);
  expect(db.prepare('SELECT archived_at FROM cases').all()).toEqual([{ archived_at: null }]);
  await now.lock();
});
