/** Which files have words, by their type; says so without loading a reader. */

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Office and text files: their words are read at once, without a place. */
export const isWritten = (mime: string): boolean =>
  mime === DOCX || mime === XLSX || mime.startsWith('text/');

export const readable = (mime: string): boolean =>
  mime === 'application/pdf' || mime.startsWith('image/') || isWritten(mime);
