/** What a bundle is made from, and what comes of it. Plain data: it crosses to the building process. */
import type { PaperContext } from '../../../templates/template.ts';
import { AppError } from '../../errors.ts';

/** A line that was recognised on a picture: a rectangle in shares (0 to 1) of the page as it is seen. */
export interface RecognisedLine {
  text: string;
  box: { x: number; y: number; width: number; height: number };
}

/** The words of a page that is a picture. */
export interface RecognisedPage {
  /** 1 for the first page of the file. */
  page: number;
  lines: readonly RecognisedLine[];
}

/** An original file: what is known of it, and its bytes on demand. */
export interface SourceFile {
  /** Names the file among all files of the book: its id in the store, or its path. */
  key: string;
  /** The piece of evidence it belongs to. */
  itemId: string;
  name: string;
  size: number;
  /** By its first bytes, see sniff.ts. */
  mime: string;
  sha256: string;
  /** When it was taken in, ISO 8601; '' when not known. */
  takenAt: string;
  /** What was recognised on its pages that are pictures; left out: nothing. */
  words?: readonly RecognisedPage[];
}

/** Reads part of an original. Fewer bytes than asked for only at its end. */
export type ReadSource = (key: string, offset: number, length: number) => Promise<Uint8Array>;

export interface BundleOptions {
  /** Largest volume in bytes, most pages of one; null = one volume. */
  maxBytes: number | null;
  maxPages: number | null;
  /** Empty pages so that every exhibit starts on a front side. */
  duplex: boolean;
  /** Build a batch that was handed in although its files or pages have changed. */
  newVersion: boolean;
  /** Passwords of encrypted files, by key. */
  passwords: Readonly<Record<string, string>>;
}

export interface BundleRequest {
  context: PaperContext;
  /** In the order of the book: by exhibit, then as they belong in it. */
  files: readonly SourceFile[];
  options: BundleOptions;
  folder: string;
  /** Name of the volumes in a filing pack, （1） and so on added; the pack has the list as DOCX itself. */
  fileName?: string;
}

/** A file that stops the book: nothing is left out silently. */
export interface FileProblem {
  key: string;
  itemId: string;
  name: string;
  code: ProblemCode;
  message: string;
}

export type ProblemCode =
  | 'encrypted'
  | 'wrong-password'
  | 'damaged'
  | 'empty'
  | 'xfa'
  | 'form'
  | 'unsupported'
  | 'too-large'
  | 'changed';

export interface BuiltVolume {
  path: string;
  name: string;
  pages: number;
  size: number;
  sha256: string;
  exhibits: number[];
}

export interface BundleResult {
  volumes: BuiltVolume[];
  /** Everything written, the volumes first. */
  files: string[];
  /** Pages of each exhibit as they are in the book. */
  exhibits: { id: string; number: number; from: number; to: number; files: string[] }[];
  lastPage: number;
  /** What the user should know: treatments, sheets in the place of files, volumes over the limit. */
  notes: string[];
}

/** The book was not made, for these files. */
export class BundleRefusal extends AppError {
  readonly problems: readonly FileProblem[];

  constructor(problems: readonly FileProblem[]) {
    super('bundle-refused', problems.map((p) => p.message).join('\n'));
    this.problems = problems;
  }
}

/** A reason to refuse one file, said without its name; prepare.ts adds it. */
export class SourceProblem extends Error {
  readonly code: ProblemCode;

  constructor(code: ProblemCode, message: string) {
    super(message);
    this.code = code;
  }
}
