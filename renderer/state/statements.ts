/** The statements of the case on the screen: importing, marking, taking marked lines into the case. */
import { useEffect } from 'react';
import type { CaseDocument } from '../../shared/case/case.ts';
import { type Acceptance, acceptLines, type Decision } from '../../shared/statements/accept.ts';
import type {
  StatementImport,
  StatementInfo,
  StatementQuestion,
} from '../../shared/statements/calls.ts';
import type { Mapping, Mark } from '../../shared/statements/types.ts';
import { call, filePaths } from '../bridge.ts';
import { change, currentCase, flush, newId } from './case-store.ts';
import { reloadFiles } from './evidence-files.ts';
import { say, sayError } from './feedback.ts';
import { createStore, useStore } from './store.ts';

interface Statements {
  caseId: string | null;
  list: readonly StatementInfo[];
  /** Files whose columns the user has to name, one at a time. */
  questions: readonly StatementQuestion[];
  refused: readonly { fileName: string; message: string }[];
  /** The statement shown instead of the list of transfers. */
  openId: string | null;
  busy: boolean;
}

const blank: Statements = {
  caseId: null,
  list: [],
  questions: [],
  refused: [],
  openId: null,
  busy: false,
};
const store = createStore<Statements>(blank);

async function load(caseId: string): Promise<void> {
  try {
    const list = await call('statements.list', { caseId });
    store.set((s) => (s.caseId === caseId ? { ...s, list } : s));
  } catch (error) {
    sayError(error);
  }
}

/** The statements of a case, read anew when the case changes. */
export function useStatements(caseId: string | null): Statements {
  const state = useStore(store);
  useEffect(() => {
    if (!caseId) return;
    if (store.get().caseId !== caseId) store.set({ ...blank, caseId });
    void load(caseId);
  }, [caseId]);
  return state.caseId === caseId ? state : blank;
}

export const openStatement = (openId: string | null): void => store.set((s) => ({ ...s, openId }));
export const forgetRefusedStatements = (): void => store.set((s) => ({ ...s, refused: [] }));

type Refused = Statements['refused'][number];
const sameFile = (a: Refused) => (b: Refused) => a.fileName === b.fileName;

/** Takes over what became of the files; one statement that came in is opened at once. */
function takeOver(done: readonly StatementImport[]): void {
  const read = done.flatMap((d) => (d.kind === 'statement' ? [d] : []));
  const asked = done.flatMap((d) => (d.kind === 'question' ? [d.question] : []));
  const refused = done.flatMap((d) =>
    d.kind === 'refused' ? [{ fileName: d.fileName, message: d.message }] : [],
  );
  const again = read.filter((d) => d.again);
  if (again.length > 0) {
    say(`“${again[0]?.statement.fileName}”已导入过，没有重复导入，标记都还在`);
  }
  store.set((s) => ({
    ...s,
    questions: [...s.questions, ...asked],
    // Kept until read: naming the columns of one file must not hide what was refused with it.
    refused: [...s.refused.filter((old) => !refused.some(sameFile(old))), ...refused],
    openId: read.at(-1)?.statement.statementId ?? s.openId,
  }));
}

async function take(ask: (caseId: string) => Promise<readonly StatementImport[]>): Promise<void> {
  const { caseId } = currentCase();
  if (!caseId) return;
  store.set((s) => ({ ...s, busy: true }));
  try {
    // The debtors' names and accounts are read from the saved case.
    await flush();
    const done = await ask(caseId);
    if (currentCase().caseId !== caseId) return;
    takeOver(done);
    await load(caseId);
    await reloadFiles();
  } catch (error) {
    sayError(error);
  } finally {
    store.set((s) => ({ ...s, busy: false }));
  }
}

/** The file dialog. */
export const chooseStatements = (): Promise<void> =>
  take((caseId) => call('statements.import', { caseId }));

/** Files dropped on the page. */
export const dropStatements = (files: readonly File[]): Promise<void> =>
  take((caseId) => call('statements.importPaths', { caseId, paths: filePaths(files) }));

const withoutQuestion = (fileId: string) =>
  store.set((s) => ({ ...s, questions: s.questions.filter((q) => q.fileId !== fileId) }));

/** Reads a file by the columns that the user has named. */
export const mapStatement = (fileId: string, mapping: Mapping): Promise<void> =>
  take(async (caseId) => {
    const done = await call('statements.map', { caseId, fileId, mapping });
    if (done.kind === 'statement') withoutQuestion(fileId);
    return [done];
  });

/** Gives up naming columns; a file that came in with this import goes again. */
export async function giveUpStatement(question: StatementQuestion): Promise<void> {
  const { caseId } = currentCase();
  withoutQuestion(question.fileId);
  if (!caseId || !question.fresh) return;
  try {
    await call('evidence.removeFile', { caseId, fileId: question.fileId });
    await reloadFiles();
  } catch (error) {
    sayError(error);
  }
}

/** Takes a statement out; what was taken into the case from it stays. */
export async function removeStatement(statementId: string): Promise<boolean> {
  const { caseId } = currentCase();
  if (!caseId) return false;
  try {
    await flush();
    await call('statements.remove', { caseId, statementId });
    store.set((s) => ({ ...s, openId: null }));
    await load(caseId);
    await reloadFiles();
    return true;
  } catch (error) {
    sayError(error);
    return false;
  }
}

/** Puts a removed statement back. */
export async function restoreStatement(statementId: string): Promise<void> {
  const { caseId } = currentCase();
  if (!caseId) return;
  try {
    await call('statements.restore', { caseId, statementId });
    await load(caseId);
    await reloadFiles();
  } catch (error) {
    sayError(error);
  }
}

/** Writes marks or decisions; false when it failed, and was told. */
export async function markStatement(
  statementId: string,
  rows: number[],
  what: { mark?: Mark | ''; decision?: Decision },
): Promise<boolean> {
  const { caseId } = currentCase();
  if (!caseId || rows.length === 0) return false;
  try {
    await call('statements.mark', { caseId, statementId, rows, ...what });
    return true;
  } catch (error) {
    sayError(error);
    return false;
  }
}

/** The statement's file as a piece of evidence that proves these transfers. */
function withEvidence(
  d: CaseDocument,
  info: StatementInfo,
  added: readonly string[],
): CaseDocument {
  const items = d.evidence ?? [];
  const there = items.find((e) => e.fileIds?.includes(info.fileId));
  if (there) {
    const proves = [...new Set([...(there.proves ?? []), ...added])];
    return { ...d, evidence: items.map((e) => (e === there ? { ...e, proves } : e)) };
  }
  const { first, last } = info.report;
  const lent = (d.transfers ?? []).some((t) => t.direction === 'out' && added.includes(t.id));
  const item = {
    id: newId(),
    group: lent ? ('delivery' as const) : ('performance' as const),
    name: `${info.layout}（${first}至${last}）`,
    source: info.source === 'bank' ? '原告从银行导出' : '原告手机导出',
    form: 'electronic' as const,
    proves: [...added],
    fileIds: [info.fileId],
  };
  return { ...d, evidence: [...items, item] };
}

/** Takes the marked lines into the case, in one step that undo takes back. */
export async function acceptStatement(
  info: StatementInfo,
  loanId: string,
): Promise<Acceptance | null> {
  const { caseId } = currentCase();
  if (!caseId) return null;
  try {
    const { statementId, source, layout, owner } = info;
    const lines = await call('statements.marked', { caseId, statementId });
    const done = acceptLines(
      currentCase().document.transfers ?? [],
      { statementId, source, layout, owner },
      lines,
      loanId,
    );
    if (done.added.length + done.joined.length > 0) {
      const ids = done.added.map((row) => `st-${statementId}-${row}`);
      change(
        (d) => withEvidence({ ...d, transfers: done.transfers }, info, ids),
        `从账单记入 ${done.added.length + done.joined.length} 笔`,
      );
      await flush();
    }
    return done;
  } catch (error) {
    sayError(error);
    return null;
  }
}
