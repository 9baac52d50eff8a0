/** Recordings among the files of an exhibit. */
import type { EvidenceFile } from '../../../shared/api.ts';
import type { ItemDocument } from '../../../shared/case/transcript.ts';

export const isSound = (file: Pick<EvidenceFile, 'mime'>): boolean =>
  file.mime.startsWith('audio/') || file.mime.startsWith('video/');

/** Ids of the recordings among these files. */
export const soundIds = (files: readonly EvidenceFile[]): ReadonlySet<string> =>
  new Set(files.filter(isSound).map((f) => f.fileId));

/** The recording a line stands in; with one file there is no other. */
export function inSound(
  item: ItemDocument,
  fileId: string | null | undefined,
  sounds: ReadonlySet<string>,
): boolean {
  const only = item.fileIds?.length === 1 ? item.fileIds[0] : undefined;
  return sounds.has(fileId ?? only ?? '');
}
