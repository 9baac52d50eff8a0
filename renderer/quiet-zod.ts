/** The page's policy forbids code made from text; zod must not try it. Imported before any schema is used. */
import { z } from 'zod';

z.config({ jitless: true });
