/**
 * What the user notes about the inside of an exhibit: where on a page something stands, who said what, and
 * what can be shown of the account it came from. The originals are never touched; all of this lies beside them.
 */
import { z } from 'zod';
import { date, id, line, text } from './fields.ts';

/** A share of the page's width or height as it is shown upright, 0 to 1. */
const share = z.number().min(0).max(1);

/** 标记: a rectangle on a page, boxed on a copy for the court and tied to what it shows. */
export const regionMark = z.strictObject({
  id,
  fileId: id,
  /** 1 for the first page; 1 for a picture. */
  page: z.int().min(1).max(100_000).default(1),
  /** Left and top edge, width and height, of the page upright (EXIF and /Rotate applied). */
  x: share,
  y: share,
  width: share,
  height: share,
  note: line.default(''),
  /** The record it shows: id of a loan, transfer, demand, conduct fact …; null = only the note. */
  recordId: id.nullable().default(null),
  /** The exhibit names that record among those it proves because of this mark alone. */
  linked: z.boolean().optional(),
  /** Drawn as a box on the marked copy in the evidence book. */
  printed: z.boolean().default(true),
});

/** 文字整理: one message or one passage of a recording, as the user wrote it out (rules 9, chat practice 4). */
export const transcriptLine = z.strictObject({
  id,
  /** The picture or recording it stands in; null = not tied to a file. */
  fileId: id.nullable().default(null),
  page: z.int().min(1).max(100_000).default(1),
  date: date.nullable().default(null),
  /** As shown: 21:05 in a chat, 03:12 (minute and second) in a recording. */
  time: z
    .string()
    .regex(/^(\d{1,3}:[0-5]\d(:[0-5]\d)?)?$/, {
      error: '时间应为 时:分（聊天）或 分:秒（录音），例如 21:05',
    })
    .default(''),
  speaker: line.default(''),
  content: text.default(''),
  /** Repeated in the extract table of the evidence book (form 03 C). */
  quoted: z.boolean().default(true),
  /** The demand this message or call is (limitation, Civil Code 195). */
  demandId: id.nullable().default(null),
});

/** 电子证据核对: yes, no, or not answered; the points of form 03 D and rules 9. */
const answer = z.boolean().nullable().default(null);

/** 聊天、短信、通话记录 and recordings: the account and what court guidance asks to be able to show. */
export const chatRecord = z.strictObject({
  platform: z.enum(['wechat', 'sms', 'call', 'recording', 'email', 'other']).default('wechat'),
  /** 微信号、手机号 of the creditor and of the other side, as shown on the page. */
  ownAccount: line.default(''),
  otherAccount: line.default(''),
  /** Nickname or remark under which the other side stands. */
  otherName: line.default(''),
  checks: z
    .strictObject({
      originalKept: answer,
      accountShown: answer,
      identityTied: answer,
      complete: answer,
      timesVisible: answer,
      voicesTranscribed: answer,
      nothingDeleted: answer,
    })
    .prefault({}),
});

export type RegionMark = z.output<typeof regionMark>;
export type TranscriptLine = z.output<typeof transcriptLine>;
export type ChatRecord = z.output<typeof chatRecord>;
