/** The case file's JSON Schema, published so that other tools can read and write `.jieju.json`. */
import { z } from 'zod';
import { caseFile } from './case.ts';

/** JSON Schema (draft 2020-12) of the file form, ready to be written to docs/case-file.schema.json. */
export function caseFileJsonSchema(): Record<string, unknown> {
  return {
    title: '借据案件文件（.jieju.json）',
    description:
      'Amounts are decimal strings of yuan, rates decimal strings in percent, dates YYYY-MM-DD. Unknown fields are refused.',
    ...z.toJSONSchema(caseFile, { io: 'input', target: 'draft-2020-12' }),
  };
}
