/** evidence.*: what the window may ask about the files of a case, and what it gets. Part of the contract in shared/api.ts. */
import { z } from 'zod';
import { date, id } from '../case/fields.ts';

const caseId = z.strictObject({ caseId: id });

export const evidenceCalls = {
  /**
   * Opens the file dialog and takes the chosen files into the store. The window links them to the item, or makes
   * one item a file when `itemId` is null; files that no item names yet are still listed by `evidence.files`.
   */
  'evidence.add': z.strictObject({ caseId: id, itemId: id.nullable() }),
  /** The same for dropped files: paths from the bridge's own `filePaths`. */
  'evidence.addPaths': z.strictObject({
    caseId: id,
    itemId: id.nullable(),
    paths: z.array(z.string().max(4096)).max(2000),
  }),
  /** Pictures from the clipboard, which have no path. */
  'evidence.addBytes': z.strictObject({
    caseId: id,
    itemId: id.nullable(),
    files: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(255),
          bytes: z
            .instanceof(Uint8Array)
            .refine((b) => b.length > 0 && b.length <= 256 * 1024 * 1024, {
              error: '粘贴的内容是空的或者太大，请先存成文件，再把文件加进来',
            }),
        }),
      )
      .min(1)
      .max(50),
  }),
  /** What is in dropped files and folders, before anything is taken in; `paths` null asks for a folder. */
  'evidence.plan': z.strictObject({ paths: z.array(z.string().max(4096)).max(2000).nullable() }),
  'evidence.files': caseId,
  'evidence.read': z.strictObject({ fileId: id }),
  /** Part of a file, for what is too large to be read whole; fewer bytes only at its end. */
  'evidence.readPart': z.strictObject({
    fileId: id,
    offset: z.int().min(0),
    length: z
      .int()
      .min(1)
      .max(4 * 1024 * 1024),
  }),
  /** The pages of a photo or scan in a format that the window does not know; shown from `evidence://page/…`. */
  'evidence.pages': z.strictObject({ fileId: id }),
  /** The words of a text or office file, line by line. */
  'evidence.lines': z.strictObject({ fileId: id }),
  /** A copy of the original to a place the user picks, checked against its fingerprint. */
  'evidence.saveCopy': z.strictObject({ fileId: id }),
  'evidence.verify': caseId,
  'evidence.removeFile': z.strictObject({ caseId: id, fileId: id }),
  /** Builds the evidence bundle into a folder the user picks; a job with progress. */
  'evidence.bundle': z.strictObject({
    caseId: id,
    today: date,
    /** Largest volume in MB, most pages of one; null = one volume. */
    maxMb: z.number().min(1).max(4000).nullable(),
    maxPages: z.int().min(5).max(100_000).nullable(),
    /** Empty pages so that every exhibit starts on a front side. */
    duplex: z.boolean(),
    /** Build a batch that was handed in although its files have changed. */
    newVersion: z.boolean(),
    passwords: z
      .array(z.strictObject({ fileId: id, password: z.string().min(1).max(200) }))
      .max(500),
  }),
} as const;

/** A file in the store. `sha256` is of the original bytes, which never change. */
export interface EvidenceFile {
  fileId: string;
  name: string;
  size: number;
  mime: string;
  sha256: string;
  takenAt: string;
  /** Pages of a PDF, 1 for a picture, null when not known. */
  pages: number | null;
  /** Damaged, encrypted, over the advised size…: said at intake, kept with the file. */
  warning: string;
  /** Camera, or the program that wrote it, as the file says of itself; '' when it does not. Never a place. */
  device: string;
  /** YYYY-MM-DD HH:MM on the clock where it was made, as the file says; null when it does not. */
  capturedAt: string | null;
}

/** What an intake came to. */
export interface TakenIn {
  files: EvidenceFile[];
  /** For each of `files`, which of those asked for it came from. */
  from: number[];
  refused: { name: string; message: string }[];
}

/** A file that could be taken in. */
export interface PlannedFile {
  path: string;
  name: string;
  size: number;
}

/** What lies in the files and folders somebody wants to add. */
export interface IntakePlan {
  /** Files named one by one. */
  loose: PlannedFile[];
  /** Each folder that has files, in the order of their names; `name` with the folders above: 聊天/2024. */
  folders: { name: string; files: PlannedFile[] }[];
  /** Hidden and system files, links, what cannot be read. */
  skipped: { name: string; message: string }[];
}

/** A file that stops the bundle: nothing is left out silently. */
export interface BundleProblem {
  fileId: string;
  itemId: string;
  name: string;
  /** `encrypted` and `wrong-password` ask for a password; the rest needs another file. */
  code: string;
  message: string;
}

/** The evidence bundle as it was written. */
export interface EvidenceBook {
  folder: string;
  /** Names of everything written, the volumes first. */
  files: string[];
  volumes: { name: string; pages: number; size: number; sha256: string }[];
  /** Pages of each exhibit as they are in the book; `files` are the SHA-256 of its originals. */
  exhibits: { id: string; number: number; from: number; to: number; files: string[] }[];
  /** Last page, an empty one for printing on both sides included. */
  lastPage: number;
  notes: string[];
}

/** Results by call. */
export interface EvidenceResults {
  'evidence.add': TakenIn;
  'evidence.addPaths': TakenIn;
  'evidence.addBytes': TakenIn;
  /** null = the user closed the dialog. */
  'evidence.plan': IntakePlan | null;
  'evidence.files': EvidenceFile[];
  'evidence.read': { bytes: Uint8Array; mime: string; name: string };
  'evidence.readPart': { bytes: Uint8Array };
  /** Upright sizes in pixels. */
  'evidence.pages': { pages: { width: number; height: number }[] };
  /** `partial`: the file has pictures, charts or edits that are not among the lines. */
  'evidence.lines': { lines: string[]; partial: boolean };
  /** null = the user closed the dialog. */
  'evidence.saveCopy': { path: string } | null;
  'evidence.verify': { checked: number; broken: { fileId: string; name: string }[] };
  'evidence.removeFile': Record<string, never>;
  /** null = the user closed the dialog; `problems`: nothing was made, for these files. */
  'evidence.bundle': { book: EvidenceBook } | { problems: BundleProblem[] } | null;
}
