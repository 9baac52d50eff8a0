/**
 * Evidence that has left the house: once a batch is handed in, its numbers and pages stand for good, and what
 * comes later goes into a supplementary list that counts on (form 03 C, evidence rules art. 19).
 */
import { z } from 'zod';
import { date, id, line } from './fields.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: '文件指纹应为 64 位十六进制数' });

/** One exhibit as handed in: its number, its pages over the evidence body, the fingerprints of its files. */
const releasedExhibit = z.strictObject({
  id,
  number: z.int().min(1).max(99_999),
  from: z.int().min(1).max(9_999_999),
  to: z.int().min(1).max(9_999_999),
  files: z.array(sha256).max(2000).default([]),
});

/** One batch handed in: 证据目录 is the first, 补充证据目录（一） the second. */
export const evidenceRelease = z.strictObject({
  id,
  /** 提交日期. */
  on: date,
  exhibits: z.array(releasedExhibit).max(2000),
  /** Last page of the batch, an empty one for printing on both sides included; null = that of the exhibits. */
  lastPage: z.int().min(1).max(9_999_999).nullable().default(null),
  /** The PDF volumes as they were written. */
  volumes: z
    .array(z.strictObject({ name: line, pages: z.int().min(1), sha256 }))
    .max(500)
    .default([]),
});

export type EvidenceRelease = z.output<typeof evidenceRelease>;
export type ReleasedExhibit = EvidenceRelease['exhibits'][number];
