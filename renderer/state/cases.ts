/** Opening, making and taking in cases: what several screens do with whole cases. */
import { call } from '../bridge.ts';
import { closeCase, openCase } from './case-store.ts';
import { sayError } from './feedback.ts';
import { goPage, goScreen } from './navigation.ts';

/** Opens a stored case on its overview. */
export async function enterCase(caseId: string): Promise<void> {
  try {
    await closeCase();
    openCase(await call('cases.get', { caseId }));
    goScreen('overview');
  } catch (error) {
    sayError(error);
  }
}

/** Makes an empty case and opens the first screen that wants something. */
export async function enterNewCase(): Promise<void> {
  try {
    await closeCase();
    openCase(await call('cases.create', {}));
    goScreen('parties');
  } catch (error) {
    sayError(error);
  }
}

/** Adds the sample case and opens it. */
export async function enterSample(): Promise<void> {
  try {
    await closeCase();
    openCase(await call('cases.sample', {}));
    goScreen('overview');
  } catch (error) {
    sayError(error);
  }
}

/** Saves the open case and goes back to the list. */
export async function leaveCase(): Promise<void> {
  await closeCase();
  goPage('cases');
}
