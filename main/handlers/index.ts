/** Every call that needs no window of Electron's, put together. */
import { auditHandlers } from './audit.ts';
import { casesHandlers } from './cases.ts';
import type { Context } from './context.ts';
import { deadlinesHandlers } from './deadlines.ts';
import { evidenceHandlers } from './evidence.ts';
import { evidenceViewHandlers } from './evidence-view.ts';
import { jobsHandlers } from './jobs.ts';
import { packsHandlers } from './packs.ts';
import { papersHandlers } from './papers.ts';
import { settingsHandlers } from './settings.ts';
import { statementsHandlers } from './statements.ts';
import { storeHandlers } from './store.ts';
import { textsHandlers } from './texts.ts';

/** The handlers of store.*, cases.*, evidence.*, texts.*, papers.*, packs.* (without printing), settings.* and jobs.*. */
export function dataHandlers(context: Context) {
  return {
    ...storeHandlers(context),
    ...casesHandlers(context),
    ...auditHandlers(context),
    ...evidenceHandlers(context),
    ...evidenceViewHandlers(context),
    ...statementsHandlers(context),
    ...settingsHandlers(context),
    ...jobsHandlers(context),
    ...papersHandlers(context),
    ...packsHandlers(context),
    ...deadlinesHandlers(context),
    ...textsHandlers(context),
  };
}
