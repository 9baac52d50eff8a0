/** Every paper from the judgment on, in the order they come up: docketing, then the measures one by one. */
import { addObligor } from './add-obligor.ts';
import { assetApplications } from './asset-applications.ts';
import { assetClues } from './asset-clues.ts';
import { consumptionRestriction } from './consumption-restriction.ts';
import { criminalComplaint } from './criminal-complaint.ts';
import { delayInterestSchedule } from './delay-interest-schedule.ts';
import { detentionApplication } from './detention-application.ts';
import { dishonestListApplication } from './dishonest-list-application.ts';
import { distributionApplication } from './distribution-application.ts';
import { enforcementElements } from './enforcement-elements.ts';
import { enforcementNarrative } from './enforcement-narrative.ts';
import { exitBan, mediaNotice } from './exit-and-media.ts';
import { filingChecklist } from './filing-checklist.ts';
import { lawyerInvestigationOrder } from './lawyer-investigation-order.ts';
import { materialReceipt } from './material-receipt.ts';
import { payeeAccount } from './payee-account.ts';
import { privateProsecution } from './private-prosecution.ts';
import { resumeEnforcement } from './resume-enforcement.ts';
import { rewardNotice } from './reward-notice.ts';
import { seizureApplications } from './seizure-applications.ts';
import type { PaperTemplate } from './template.ts';

export const enforcementPapers: readonly PaperTemplate[] = [
  enforcementElements,
  enforcementNarrative,
  delayInterestSchedule,
  assetClues,
  payeeAccount,
  filingChecklist,
  materialReceipt,
  ...assetApplications,
  ...seizureApplications,
  rewardNotice,
  lawyerInvestigationOrder,
  consumptionRestriction,
  dishonestListApplication,
  detentionApplication,
  addObligor,
  distributionApplication,
  exitBan,
  mediaNotice,
  resumeEnforcement,
  criminalComplaint,
  privateProsecution,
];
