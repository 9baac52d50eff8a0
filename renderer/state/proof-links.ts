/**
 * Which evidence proves which record. Evidence names the records it proves; demands, property clues and
 * conduct facts also name their evidence. Both sides are kept the same here.
 */
import type { CaseDocument } from '../../shared/case/case.ts';

const mirrored = ['demands', 'propertyClues', 'conduct'] as const;

const toggled = (ids: readonly string[] | undefined, id: string, on: boolean): string[] => {
  const rest = (ids ?? []).filter((x) => x !== id);
  return on ? [...rest, id] : rest;
};

/** Ids of the evidence that proves a record. */
export function evidenceOf(d: CaseDocument, recordId: string): string[] {
  const own = mirrored.flatMap(
    (list) => (d[list] ?? []).find((r) => r.id === recordId)?.evidenceIds ?? [],
  );
  const named = (d.evidence ?? []).filter((e) => e.proves?.includes(recordId)).map((e) => e.id);
  return [...new Set([...own, ...named])];
}

/** Makes exactly these pieces of evidence prove the record. */
export function setEvidenceOf(
  d: CaseDocument,
  recordId: string,
  evidenceIds: readonly string[],
): CaseDocument {
  const next: CaseDocument = {
    ...d,
    evidence: (d.evidence ?? []).map((e) => {
      const on = evidenceIds.includes(e.id);
      return on === Boolean(e.proves?.includes(recordId))
        ? e
        : { ...e, proves: toggled(e.proves, recordId, on) };
    }),
  };
  if (d.demands?.some((r) => r.id === recordId)) {
    next.demands = d.demands.map((r) =>
      r.id === recordId ? { ...r, evidenceIds: [...evidenceIds] } : r,
    );
  }
  if (d.propertyClues?.some((r) => r.id === recordId)) {
    next.propertyClues = d.propertyClues.map((r) =>
      r.id === recordId ? { ...r, evidenceIds: [...evidenceIds] } : r,
    );
  }
  if (d.conduct?.some((r) => r.id === recordId)) {
    next.conduct = d.conduct.map((r) =>
      r.id === recordId ? { ...r, evidenceIds: [...evidenceIds] } : r,
    );
  }
  return next;
}

/** Makes the evidence prove exactly these records. */
export function setProves(
  d: CaseDocument,
  evidenceId: string,
  recordIds: readonly string[],
): CaseDocument {
  const before = d.evidence?.find((e) => e.id === evidenceId)?.proves ?? [];
  return [...new Set([...before, ...recordIds])].reduce(
    (doc, recordId) =>
      setEvidenceOf(
        doc,
        recordId,
        toggled(evidenceOf(doc, recordId), evidenceId, recordIds.includes(recordId)),
      ),
    d,
  );
}

/** Removes pieces of evidence and every mention of them. */
export function withoutEvidence(d: CaseDocument, ids: readonly string[]): CaseDocument {
  const clean = <T extends { evidenceIds?: string[] | undefined }>(r: T): T =>
    r.evidenceIds?.some((id) => ids.includes(id))
      ? { ...r, evidenceIds: r.evidenceIds.filter((id) => !ids.includes(id)) }
      : r;
  return {
    ...d,
    evidence: (d.evidence ?? []).filter((e) => !ids.includes(e.id)),
    ...(d.demands ? { demands: d.demands.map(clean) } : {}),
    ...(d.propertyClues ? { propertyClues: d.propertyClues.map(clean) } : {}),
    ...(d.conduct ? { conduct: d.conduct.map(clean) } : {}),
  };
}
