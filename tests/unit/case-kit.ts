import type { CaseDocument } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { sampleCase } from '../../shared/case/sample.ts';

/** A parsed case from the running example, changed. */
export function caseWith(change: (d: CaseDocument) => void) {
  const document = sampleCase();
  change(document);
  const parsed = parseCase(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.case;
}

/** The running example before the judgment, without its money: fill in loans and transfers. */
export function bareCase(change: (d: CaseDocument) => void) {
  return caseWith((d) => {
    d.transfers = [];
    d.demands = [];
    d.evidence = [];
    d.judgment = null;
    d.enforcement = null;
    d.propertyClues = [];
    d.conduct = [];
    d.claim = {};
    d.suit = { filedOn: '2024-12-31' };
    change(d);
  });
}

type LoanDocument = NonNullable<CaseDocument['loans']>[number];
type TransferDocument = NonNullable<CaseDocument['transfers']>[number];

/** A loan with an agreed annual rate, or none. */
export function loanDoc(id: string, due: string | null, percent: string | null): LoanDocument {
  return {
    id,
    due,
    lenderIds: [],
    borrowerIds: [],
    ...(percent === null
      ? { interest: 'none' as const }
      : { interest: 'agreed' as const, rate: { value: percent, per: 'year' as const } }),
  };
}

let serial = 0;
export function moved(
  direction: 'out' | 'in',
  loanId: string | null,
  date: string,
  amount: string,
  over: Partial<TransferDocument> = {},
): TransferDocument {
  serial += 1;
  return { id: `m${serial}`, loanId, direction, date, amount, ...over };
}
