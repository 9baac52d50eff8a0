/** Which files are unpacked for a look, and what is asked of the process that does it. Plain data. */

/** The file to look at. */
export interface ViewFile {
  key: string;
  name: string;
  size: number;
  mime: string;
  sha256: string;
}

/** Upright size in pixels. */
export interface PageSize {
  width: number;
  height: number;
}

export type ViewJob =
  | { kind: 'pages'; file: ViewFile }
  | { kind: 'page'; file: ViewFile; page: number }
  | { kind: 'lines'; file: ViewFile };

export type ViewResult =
  | { kind: 'pages'; pages: PageSize[] }
  | { kind: 'page'; mime: 'image/jpeg' | 'image/png'; bytes: Uint8Array }
  | { kind: 'lines'; lines: string[]; partial: boolean };

export type ViewResultOf<J extends ViewJob> = Extract<ViewResult, { kind: J['kind'] }>;

/** Pictures that are turned into JPEG or PNG for a look. */
export const isConverted = (mime: string): boolean => ['image/heic', 'image/tiff'].includes(mime);

const office = 'application/vnd.openxmlformats-officedocument.';
export const DOCX = `${office}wordprocessingml.document`;
export const XLSX = `${office}spreadsheetml.sheet`;

/** Files that can be shown as lines of text. */
export const isWords = (mime: string): boolean =>
  mime.startsWith('text/') || mime === DOCX || mime === XLSX;
