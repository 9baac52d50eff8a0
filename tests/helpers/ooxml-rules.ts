/** What Word refuses or repairs in a DOCX: children out of the schema's order, names that lead nowhere. */

const ORDER: Record<string, string> = {
  pPr: 'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr',
  rPr: 'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang',
  tblPr:
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook',
  tcPr: 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  sectPr:
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid',
  style:
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr tblPr trPr tcPr',
};

interface Element {
  tag: string;
  value: string;
  children: Element[];
}

/** A small tree of the `w:` elements of one part. */
function tree(xml: string): Element {
  const root: Element = { tag: '', value: '', children: [] };
  const open = [root];
  for (const [, close, tag = '', attributes = '', empty] of xml.matchAll(
    /<(\/?)w:(\w+)((?:\s[^<>]*?)?)(\/?)>/g,
  )) {
    if (close) {
      open.pop();
      continue;
    }
    const value = /w:(?:val|styleId)="([^"]*)"/.exec(attributes)?.[1] ?? '';
    const element = { tag, value, children: [] };
    open.at(-1)?.children.push(element);
    if (!empty) open.push(element);
  }
  return root;
}

function* walk(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* walk(child);
}

const ALWAYS = ['TableNormal', 'Normal', 'DefaultParagraphFont'];
const REFERENCES = ['pStyle', 'rStyle', 'tblStyle', 'basedOn', 'next', 'link'];

function* partBreaches(xml: string, ids: readonly string[]): Generator<string> {
  for (const { tag, value, children } of walk(tree(xml))) {
    const order = ORDER[tag]?.split(' ') ?? [];
    let last = -1;
    for (const child of order.length > 0 ? children : []) {
      const at = order.indexOf(child.tag);
      if (at < 0) yield `${child.tag} in ${tag}`;
      else if (at < last) yield `${child.tag} out of order in ${tag}`;
      last = Math.max(last, at);
    }
    if (tag === 'tc' && children.at(-1)?.tag !== 'p') yield 'a cell does not end with a paragraph';
    if (REFERENCES.includes(tag) && !ids.includes(value)) yield `no style ${value}`;
  }
}

/** Every breach in the parts of a DOCX, in words; an empty list is a sound file. */
export function ooxmlBreaches(parts: Record<string, string>): string[] {
  const own = Object.entries(parts).filter(([name]) => /^word\/\w+\.xml$/.test(name));
  const elements = own.flatMap(([, xml]) => [...walk(tree(xml))]);
  const ids = elements.filter((e) => e.tag === 'style').map((e) => e.value);
  const used = new Set(elements.filter((e) => REFERENCES.includes(e.tag)).map((e) => e.value));
  return [
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `style ${id} twice`),
    ...ids.filter((id) => !used.has(id) && !ALWAYS.includes(id)).map((id) => `style ${id} unused`),
    ...own.flatMap(([name, xml]) => [
      ...new Set([...partBreaches(xml, ids)].map((breach) => `${name}: ${breach}`)),
    ]),
  ];
}
