/** The volumes of a book, made under other names and cut until they keep the limits. */
import { basename } from 'node:path';
import {
  type PlanItem,
  type PlannedVolume,
  planVolumes,
} from '../../../shared/case/bundle-plan.ts';
import type { Exhibit } from '../../../shared/case/exhibits.ts';
import type { VolumeLine } from '../../../templates/bundle-papers.ts';
import type { Helpers } from './helpers.ts';
import { sampleJpeg } from './image/sampler.ts';
import { outputNames } from './output-names.ts';
import type { Prepared } from './prepare.ts';
import type { BundleRequest, BundleResult } from './types.ts';
import { type MadeVolume, makeVolume } from './volume.ts';
import { freeNames, type TempFiles } from './write.ts';

export interface BundleHooks {
  /** Work done, in bytes read; the total is twice the size of all files. */
  progress: (done: number) => void;
  /** Throws to stop; nothing is left behind. */
  check: () => void;
}

/** What a volume has besides its exhibits, before it is known. */
export const EXTRA = { pages: 4, bytes: 200_000 };
const MAX_ROUNDS = 8;

export interface Batch {
  number: number;
  list: Exhibit[];
  firstPage: number;
  /** Handed in already: numbers and pages are frozen. */
  released: BundleResult['exhibits'] | null;
}

export interface Draft {
  path: string;
  volume: MadeVolume;
  plan: PlannedVolume;
  sha256: string;
  size: number;
}

export class Builder {
  readonly #request: BundleRequest;
  readonly #batch: Batch;
  readonly #prepared: readonly Prepared[];
  readonly #temp: TempFiles;
  readonly #helpers: Helpers;
  readonly #hooks: BundleHooks;
  readonly #before: number;
  readonly #total: number;

  constructor(
    request: BundleRequest,
    batch: Batch,
    prepared: readonly Prepared[],
    temp: TempFiles,
    helpers: Helpers,
    hooks: BundleHooks,
  ) {
    this.#request = request;
    this.#batch = batch;
    this.#prepared = prepared;
    this.#temp = temp;
    this.#helpers = helpers;
    this.#hooks = hooks;
    this.#before = request.files.reduce((sum, f) => sum + f.size, 0);
    this.#total = this.#before * 2;
  }

  #items(): PlanItem[] {
    return this.#batch.list.map((e) => {
      const own = this.#prepared.filter((p) => p.exhibit.number === e.number);
      return {
        number: e.number,
        pages: own.reduce((sum, p) => sum + p.pages, 0),
        bytes: own.reduce((sum, p) => sum + p.bytes, 0),
      };
    });
  }

  plan(extraPages: number, extraBytes: number): PlannedVolume[] {
    const { maxBytes, maxPages, duplex } = this.#request.options;
    const limits = { maxBytes, maxPages, duplex, extraPages, extraBytes };
    return planVolumes(this.#items(), this.#batch.firstPage, limits);
  }

  async #draft(
    plans: readonly PlannedVolume[],
    plan: PlannedVolume,
    files: readonly string[],
  ): Promise<Draft> {
    const { context, options } = this.#request;
    const volumes: VolumeLine[] = plans.map((v) => ({
      number: v.number,
      exhibits: { first: v.exhibits[0]?.number ?? 0, last: v.exhibits.at(-1)?.number ?? 0 },
      pages: { from: v.from, to: v.to },
      file: files[v.number - 1] ?? '',
    }));
    const own = new Set(plan.exhibits.map((e) => e.number));
    const prepared = this.#prepared.filter((p) => own.has(p.exhibit.number));
    let done = this.#before;
    for (const p of this.#prepared) {
      const first = plan.exhibits[0];
      if (first && p.exhibit.number < first.number) done += p.file?.size ?? 0;
    }
    const file = await this.#temp.open();
    const volume = await makeVolume({
      context,
      look: { batch: this.#batch.number, volume: plan.number, volumes },
      plan,
      prepared,
      duplex: options.duplex,
      sample: (jpeg, part) => sampleJpeg(jpeg, part, this.#helpers),
      sink: (pieces) => file.write(pieces),
      step: (bytes) => {
        done += bytes;
        this.#hooks.check();
        this.#hooks.progress(Math.min(done, this.#total));
      },
    }).catch(async (error: unknown) => {
      await file.abandon();
      throw error;
    });
    return { path: file.path, plan, volume, ...(await file.close()) };
  }

  /** Builds all volumes; cuts them finer and builds again while one is over the limit for no need. */
  async drafts(): Promise<{ drafts: Draft[]; paths: string[] }> {
    const { maxBytes, maxPages } = this.#request.options;
    let { pages: extraPages, bytes: extraBytes } = EXTRA;
    for (let round = 1; ; round++) {
      const plans = this.plan(extraPages, extraBytes);
      // Volumes name each other's files, so the names are settled before they are made.
      const names = outputNames(this.#request, this.#batch.number, plans, this.#prepared);
      const paths = await freeNames(this.#request.folder, names);
      const files = paths.map((path) => basename(path));
      const drafts: Draft[] = [];
      let over = false;
      for (const plan of plans) {
        const draft = await this.#draft(plans, plan, files);
        drafts.push(draft);
        const { volume, size } = draft;
        if (plan.exhibits.length > 1 && maxBytes !== null && size > maxBytes) {
          extraBytes += size - maxBytes + 1;
          over = true;
        }
        if (plan.exhibits.length > 1 && maxPages !== null && volume.expected.pages > maxPages) {
          extraPages = Math.max(extraPages + 1, volume.extraPages);
          over = true;
        }
        if (over) break;
      }
      if (!over || round >= MAX_ROUNDS) return { drafts, paths };
      for (const { path } of drafts) await this.#temp.drop(path);
    }
  }
}
