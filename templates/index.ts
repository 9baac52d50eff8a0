/** Every paper the app can write, in the order of a case's life. */

import { arbitrationApplication } from './arbitration-application.ts';
import { complaintElements } from './complaint-elements.ts';
import { complaintNarrative } from './complaint-narrative.ts';
import { debtConfirmation } from './debt-confirmation.ts';
import { debtNote } from './debt-note.ts';
import { demandLetter } from './demand-letter.ts';
import { enforcementPapers } from './enforcement-papers.ts';
import { evidenceList } from './evidence-list.ts';
import { feeReliefApplication } from './fee-relief-application.ts';
import { interestSchedule } from './interest-schedule.ts';
import { iou } from './iou.ts';
import { judicialConfirmation } from './judicial-confirmation.ts';
import { lawyerLetterOutline } from './lawyer-letter-outline.ts';
import { mediationApplication } from './mediation-application.ts';
import { passages as listedPassages, type Passage, passagesOf } from './parts/passages.ts';
import { paymentOrderApplication } from './payment-order-application.ts';
import { powerOfAttorney } from './power-of-attorney.ts';
import { preservationApplication } from './preservation-application.ts';
import { preservationGuarantee } from './preservation-guarantee.ts';
import { procedureObjection } from './procedure-objection.ts';
import { receipt } from './receipt.ts';
import { reminderMessages } from './reminder-messages.ts';
import { repaymentAgreement } from './repayment-agreement.ts';
import { representativeCertificate } from './representative-certificate.ts';
import { serviceAddressForm } from './service-address.ts';
import { smallClaimsConsent } from './small-claims-consent.ts';
import { statementExtract } from './statement-extract.ts';
import type { PaperContext, PaperTemplate } from './template.ts';
import { withdrawalApplication } from './withdrawal-application.ts';

export { crossCheck, type Discrepancy } from './checks.ts';
export type { Passage } from './parts/passages.ts';
export { copies } from './parts/people.ts';

export const paperTemplates: readonly PaperTemplate[] = [
  iou,
  receipt,
  reminderMessages,
  demandLetter,
  debtConfirmation,
  debtNote,
  lawyerLetterOutline,
  repaymentAgreement,
  mediationApplication,
  judicialConfirmation,
  paymentOrderApplication,
  arbitrationApplication,
  complaintElements,
  complaintNarrative,
  evidenceList,
  statementExtract,
  interestSchedule,
  serviceAddressForm,
  representativeCertificate,
  powerOfAttorney,
  preservationApplication,
  preservationGuarantee,
  feeReliefApplication,
  smallClaimsConsent,
  procedureObjection,
  withdrawalApplication,
  ...enforcementPapers,
];

/** A template by its id. */
export function paperTemplate(id: string): PaperTemplate | undefined {
  return paperTemplates.find((t) => t.id === id);
}

/** Every editable passage of the papers, or of one paper. */
export function passages(x: PaperContext, paperId?: string): Passage[] {
  const drafts = paperTemplates.flatMap((t) => t.drafts ?? []);
  return [
    ...listedPassages(x, paperId),
    ...passagesOf(
      x,
      drafts.filter(([id]) => paperId === undefined || id === paperId),
    ),
  ];
}
