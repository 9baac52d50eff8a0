/** How an evidence bundle is cut into volumes and numbered. Pure: what is known of the files comes in as figures. */

export interface PlanItem {
  number: number;
  /** Pages of the exhibit itself. */
  pages: number;
  /** What it adds to the file, in bytes; an estimate is enough. */
  bytes: number;
}

export interface PlanLimits {
  /** Largest volume in bytes; null = no limit. */
  maxBytes: number | null;
  /** Most pages of a volume, front matter and hash register included; null = no limit. */
  maxPages: number | null;
  /** Print on both sides: every exhibit starts on a front side. */
  duplex: boolean;
  /** Pages and bytes of a volume besides its exhibits. */
  extraPages: number;
  extraBytes: number;
}

export interface PlannedExhibit {
  number: number;
  /** First and last page over the evidence body. */
  from: number;
  to: number;
  /** Empty pages after it, numbered on, so that the next exhibit starts on a front side. */
  blanks: number;
}

export interface PlannedVolume {
  /** 1, 2, 3 … */
  number: number;
  exhibits: PlannedExhibit[];
  /** First and last page of the body, blanks included. */
  from: number;
  to: number;
}

/**
 * Volumes in the order of the exhibits, cut at their borders only; an exhibit over the limit has a volume of
 * its own. Page numbers run on over all volumes.
 * @param firstPage number of the first page: 1, or one more than the last page handed in before
 */
export function planVolumes(
  items: readonly PlanItem[],
  firstPage: number,
  limits: PlanLimits,
): PlannedVolume[] {
  const volumes: PlannedVolume[] = [];
  let next = firstPage;
  let bytes = 0;
  for (const { number, pages, bytes: own } of items) {
    const blanks = limits.duplex ? pages % 2 : 0;
    const open = volumes.at(-1);
    const count = open ? open.to - open.from + 1 + pages + blanks + limits.extraPages : 0;
    const full =
      !open ||
      (limits.maxPages !== null && count > limits.maxPages) ||
      (limits.maxBytes !== null && bytes + own + limits.extraBytes > limits.maxBytes);
    const volume = full ? { number: volumes.length + 1, exhibits: [], from: next, to: next } : open;
    if (full) {
      volumes.push(volume);
      bytes = 0;
    }
    bytes += own;
    volume.exhibits.push({ number, from: next, to: next + pages - 1, blanks });
    next += pages + blanks;
    volume.to = next - 1;
  }
  return volumes;
}

/** How the pages of one exhibit differ from those handed in before. */
export interface PageChange {
  number: number;
  before: { from: number; to: number } | null;
  now: { from: number; to: number } | null;
  /** The files are not the same ones (their fingerprints differ). */
  files: boolean;
}

interface Paged {
  number: number;
  from: number;
  to: number;
  files: readonly string[];
}

/** What changed between two versions of a book, exhibit by exhibit; empty when nothing did. */
export function pageChanges(before: readonly Paged[], now: readonly Paged[]): PageChange[] {
  const numbers = [...new Set([...before, ...now].map((e) => e.number))].sort((a, b) => a - b);
  return numbers.flatMap((number) => {
    const old = before.find((e) => e.number === number);
    const new_ = now.find((e) => e.number === number);
    const files = old?.files.join() !== new_?.files.join();
    if (old && new_ && old.from === new_.from && old.to === new_.to && !files) return [];
    const range = (e: Paged | undefined) => (e ? { from: e.from, to: e.to } : null);
    return [{ number, before: range(old), now: range(new_), files }];
  });
}
