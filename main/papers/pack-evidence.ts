/** The evidence book as part of a filing pack: one PDF for its slot, cut under the portal's limit (form 03 F). */
import type { Case } from '../../shared/case/case.ts';
import type { Pack, PackItem } from '../../templates/packs.ts';
import { fileName } from '../../templates/parts/words.ts';
import type { PaperContext } from '../../templates/template.ts';

/** The book as it was made, or why it was not. */
export type PackBook =
  | {
      /** Paths of everything written, the volumes first. */
      files: string[];
      volumes: number;
      exhibits: readonly { id: string; from: number; to: number }[];
      notes: string[];
    }
  | { problem: string };

/**
 * Makes the book in the pack's folder.
 * @param name what its volumes are called, without （1）
 * @param maxBytes largest volume
 */
export type MakeBook = (folder: string, name: string, maxBytes: number) => Promise<PackBook>;

const NAME = '证据目录及证据材料';

/** What the book is called in a pack; null when the pack has no place for evidence. */
export function bookName(pack: Pack, who: string): string | null {
  const item = pack.items.find((i) => i.evidence);
  if (!item) return null;
  return fileName(String(item.slot + 1).padStart(2, '0'), NAME, who);
}

/** A pack whose evidence is, or will be, made with it. */
export function withBook(pack: Pack, note: string): Pack {
  const items = pack.items.map(
    (item): PackItem =>
      item.evidence ? { ...item, name: `${NAME}（证据册）`, state: 'ready', note } : item,
  );
  return { ...pack, items };
}

/** What a pack says of the book that was made. */
export function bookNote({ volumes }: { volumes: number }): string {
  const cut = volumes > 1 ? `分 ${volumes} 册，按顺序上传` : '一册';
  return `含封面、目录、全部证据和文件校验，${cut}；原件开庭时带去，电子数据保留原始载体`;
}

/** The case with the pages of the book, so that the list in the pack says the same. */
export function withPages(
  x: PaperContext,
  exhibits: readonly { id: string; from: number; to: number }[],
): PaperContext {
  const pages = new Map(exhibits.map((e) => [e.id, e.to - e.from + 1]));
  const evidence: Case['evidence'] = x.case.evidence.map((e) => ({
    ...e,
    pages: pages.get(e.id) ?? e.pages,
  }));
  return { ...x, case: { ...x.case, evidence } };
}
