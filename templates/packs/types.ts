/** What a filing pack is: the papers and other materials one destination wants, in its own order. */
import type { Case } from '../../shared/case/case.ts';
import type { PackDestination } from '../../shared/packs.ts';
import type { Choice, Missing, PaperContext } from '../template.ts';

/** A material the user has to find, copy or fetch; the app cannot make it. */
export interface HandMaterial {
  name: string;
  copies: number;
  original: boolean;
  /** Where it comes from and what to mind. */
  note: string;
  /** The evidence itself: made as a book where its files are at hand. */
  evidence?: true;
}

/** A paper of the pack. */
export interface PaperPlace {
  paper: string;
  /** One for each opponent and one for the court, or a single one. */
  copies: 'all' | 'one';
  /** Left out without a word when it does not fit; else listed with the reason. */
  quiet?: boolean;
  /** In the pack only when this says so; default: always. */
  when?(x: PaperContext): boolean;
}

/** A slot of the portal (form 03 F) or, where no portal is known, a place in the order. */
export interface Slot {
  number: number;
  title: string;
  places: readonly (PaperPlace | ((c: Case) => HandMaterial[]))[];
}

export interface PackSpec {
  destination: PackDestination;
  /** Name in the window and of the folder. */
  name: string;
  /** Title of the checklist sheet. */
  title: string;
  /** The paper that decides whether the pack fits: any of these. */
  leads: readonly string[];
  /** Where the slot order comes from, printed on the sheet. */
  basis: string;
  slots: readonly Slot[];
  /** Questions of the pack, answered in `case.choices['pack-…']`. */
  choices: readonly Choice[];
  /** Who takes it in: the court, the arbitration commission. */
  receiver(x: PaperContext): { text: string; field: string };
}

/** One line of a pack as it is now. */
export interface PackItem {
  /** Slot number as the portal counts it. */
  slot: number;
  slotTitle: string;
  name: string;
  /** Template id; null for a material added by hand. */
  paperId: string | null;
  /** 序号-材料名称-当事人 without extension (form 03 F). */
  fileName: string;
  copies: number;
  original: boolean;
  /** Where it still has to be signed; empty when nowhere. */
  signatures: string[];
  /** ready: made by the app; blocked: something is missing in it; unfit: not possible now; hand: to be added. */
  state: 'ready' | 'blocked' | 'unfit' | 'hand';
  note: string;
  missing: Missing[];
  /** The evidence itself: made as a book where its files are at hand. */
  evidence?: true;
}

/** A pack of one case on one day. */
export interface Pack {
  destination: PackDestination;
  name: string;
  title: string;
  /** Where the order comes from. */
  basis: string;
  fits: boolean;
  why: string;
  receiver: string;
  items: PackItem[];
  /** What concerns the pack as a whole. */
  missing: Missing[];
  settings: PackSettings;
  choices: readonly Choice[];
}

/** What the receiving court or its portal asks for, as the user looked it up. */
export interface PackSettings {
  /** Largest file in MB. */
  sizeLimit: number;
  formats: string[];
  extraCopies: number;
  /** Where the user read it, and when; empty: the app's own defaults. */
  source: string;
  checkedOn: string | null;
}
