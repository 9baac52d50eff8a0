/** What the files of a book are called. */
import type { PlannedVolume } from '../../../shared/case/bundle-plan.ts';
import { batchTitle } from '../../../shared/case/exhibits.ts';
import { bundleFileName } from '../../../templates/bundle-papers.ts';
import { listPaper } from '../../../templates/evidence-list.ts';
import type { Prepared } from './prepare.ts';
import type { BundleRequest } from './types.ts';
import type { OutputName } from './write.ts';

/** Longest name of a volume before its number: portals cut names over 60 characters. */
const NAME_ROOM = 45;

/** What the volumes are called, and the book as a whole. */
function volumeNames(
  { context, fileName }: BundleRequest,
  batch: number,
  { length }: readonly PlannedVolume[],
): { volumes: string[]; whole: string } {
  const numbers = Array.from({ length }, (_, i) => i + 1);
  if (fileName === undefined)
    return {
      volumes: numbers.map((n) => bundleFileName(context, batch, n, length)),
      whole: bundleFileName(context, batch, 1, 1),
    };
  const whole = [...fileName].slice(0, NAME_ROOM).join('');
  return { volumes: length === 1 ? [whole] : numbers.map((n) => `${whole}（${n}）`), whole };
}

/** Names of everything written, the volumes first. */
export function outputNames(
  request: BundleRequest,
  batch: number,
  plans: readonly PlannedVolume[],
  prepared: readonly Prepared[],
): OutputName[] {
  const { volumes, whole } = volumeNames(request, batch, plans);
  const list = listPaper(request.context, [], { title: batchTitle(batch) });
  return [
    ...volumes.map((name) => ({ name, extension: 'pdf' })),
    ...(request.fileName === undefined ? [{ name: list.fileName, extension: 'docx' }] : []),
    { name: `${whole}-文件校验`, extension: 'txt' },
    ...prepared.flatMap(({ beside, exhibit, file }) =>
      beside && file
        ? [
            {
              name: `证据${exhibit.number}-签名原件-${file.name.replace(/\.pdf$/i, '')}`,
              extension: 'pdf',
            },
          ]
        : [],
    ),
  ];
}
