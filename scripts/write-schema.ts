/** Writes docs/case-file.schema.json from the zod schemas (`npm run schema`); a test keeps it current. */
import { writeFileSync } from 'node:fs';
import { caseFileJsonSchema } from '../shared/case/json-schema.ts';

writeFileSync(
  new URL('../docs/case-file.schema.json', import.meta.url),
  `${JSON.stringify(caseFileJsonSchema(), null, 2)}\n`,
);
