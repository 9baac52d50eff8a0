/**
 * Filing packs by destination: which papers go where, in the order of the portal's slots, under which file
 * names, in how many copies, what is still to be signed and what only the user can add (forms 03 E–F, 05d A).
 */
import { type PackDestination, packDestinations } from '../shared/packs.ts';
import { warning } from './checks/common.ts';
import { blockingFirst } from './checks/filing.ts';
import { finishedProblems } from './checks.ts';
import { paperTemplate } from './index.ts';
import { packSettings } from './packs/choices.ts';
import { packSpecs } from './packs/specs.ts';
import type { HandMaterial, Pack, PackItem, PackSpec, PaperPlace, Slot } from './packs/types.ts';
import type { Paper } from './paper.ts';
import { defendants, names, plaintiffs, thirdPersons } from './parts/people.ts';
import { fileName } from './parts/words.ts';
import type { Missing, PaperContext, PaperTemplate } from './template.ts';

export type { Pack, PackItem, PackSettings } from './packs/types.ts';

/** What a template lacks for this case; the exporter adds what only it can see (characters no font has). */
export type Problems = (template: PaperTemplate, x: PaperContext) => Missing[];

/** The checks of the paper itself and, when they let it pass, those of the finished paper. */
const ownProblems: Problems = (template, x) => {
  const missing = template.missing(x);
  return missing.some((m) => m.level === 'blocking')
    ? missing
    : [...missing, ...finishedProblems(template.build(x), template.stage, x)];
};

const SIGN = /^\s*(.{2,40}?)\s*[（(][^）)]*(?:签名|签字|盖章|公章)[^）)]*[）)]\s*：?\s*$/u;

/** Places of a paper that wait for a hand: 具状人（签字、盖章）： and the like, each once. */
export function signaturesPending(paper: Paper): string[] {
  const paragraphs = paper.blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [block]
      : block.type === 'table'
        ? block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs))
        : [],
  );
  const found = paragraphs.flatMap(
    (p) => SIGN.exec(p.runs.map((r) => ('box' in r ? '' : r.text)).join(''))?.[1] ?? [],
  );
  return [...new Set(found)];
}

/** Portals count slots from 0; files from 01, so that 00 is the checklist on top. */
const order = (slot: Slot) => String(slot.number + 1).padStart(2, '0');

interface Making {
  x: PaperContext;
  spec: PackSpec;
  all: number;
  problems: Problems;
}

function paperItem(m: Making, slot: Slot, place: PaperPlace): PackItem[] {
  const template = paperTemplate(place.paper);
  if (!template || place.when?.(m.x) === false) return [];
  const fit = template.fits(m.x);
  if (!fit.fits && place.quiet) return [];
  const who = names(plaintiffs(m.x.case));
  const base = {
    slot: slot.number,
    slotTitle: slot.title,
    paperId: template.id,
    copies: place.copies === 'all' ? m.all : 1,
    original: true,
  };
  if (!fit.fits) {
    const name = template.title;
    return [
      {
        ...base,
        name,
        fileName: fileName(order(slot), name, who),
        signatures: [],
        state: 'unfit',
        note: fit.why,
        missing: [],
      },
    ];
  }
  const paper = template.build(m.x);
  const missing = blockingFirst(m.problems(template, m.x));
  const stops = missing.filter((one) => one.level === 'blocking');
  return [
    {
      ...base,
      name: paper.title,
      fileName: fileName(order(slot), paper.title, who),
      signatures: signaturesPending(paper),
      state: stops.length > 0 ? 'blocked' : 'ready',
      note: stops.map((one) => one.message).join('；'),
      missing,
    },
  ];
}

function handItem(m: Making, slot: Slot, material: HandMaterial): PackItem {
  const { name, copies, original, note } = material;
  return {
    slot: slot.number,
    slotTitle: slot.title,
    name,
    paperId: null,
    fileName: fileName(order(slot), name.replace(/复印件$/, ''), names(plaintiffs(m.x.case))),
    copies,
    original,
    signatures: [],
    state: 'hand',
    note,
    missing: [],
    ...(material.evidence ? { evidence: true as const } : {}),
  };
}

/** Opponents, one each, and the court; third persons count as opponents (CPL art. 123). */
const opponents = (x: PaperContext) => defendants(x.case).length + thirdPersons(x.case).length;

/**
 * One pack of a case.
 * @param problems what a paper lacks; default: everything that can be told without rendering it
 */
export function packOf(
  destination: PackDestination,
  x: PaperContext,
  problems: Problems = ownProblems,
): Pack {
  const spec = packSpecs.find((s) => s.destination === destination);
  if (!spec) throw new Error(`no pack ${destination}`);
  const { settings, extra, problems: settingProblems } = packSettings(x, destination);
  const making = { x, spec, all: opponents(x) + 1 + settings.extraCopies, problems };
  const items = spec.slots.flatMap((slot) =>
    slot.places.flatMap((place): PackItem[] =>
      typeof place === 'function'
        ? place(x.case).map((material) => handItem(making, slot, material))
        : paperItem(making, slot, place),
    ),
  );
  const last = spec.slots.at(-1);
  const others: Slot = {
    number: (last?.number ?? 0) + (last?.title === '其他材料' ? 0 : 1),
    title: '其他材料',
    places: [],
  };
  const wanted = extra.map((name) =>
    handItem(making, others, { name, copies: 1, original: true, note: '受理法院另外要求' }),
  );
  const fits = spec.leads.map((id) => paperTemplate(id)?.fits(x) ?? { fits: false, why: '' });
  const fit = fits.find((f) => f.fits) ?? fits[0];
  const receiver = spec.receiver(x);
  return {
    destination,
    name: spec.name,
    title: spec.title,
    basis: spec.basis,
    fits: fit?.fits ?? false,
    why: fit?.why ?? '',
    receiver: receiver.text,
    items: [...items, ...wanted],
    missing: [
      ...settingProblems,
      ...(receiver.text === ''
        ? [warning(receiver.field, '还没有填收件的法院或者仲裁委员会')]
        : []),
    ],
    settings,
    choices: spec.choices,
  };
}

/** Every pack, in the order of a case's life. */
export function packsOf(x: PaperContext, problems?: Problems): Pack[] {
  return packDestinations.map((destination) => packOf(destination, x, problems));
}
