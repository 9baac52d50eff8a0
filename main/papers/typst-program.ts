/**
 * The fixed Typst program that sets every paper. The paper comes in as JSON through `sys.inputs`, so no
 * entered text is ever read as markup. Lengths arrive in points.
 */
export const typstProgram = `
#let paper = json(bytes(sys.inputs.paper))
#let pt(n) = n * 1pt
#let alignments = (left: left, center: center, right: right, justify: left)

#let (year, month, day) = paper.date
#set document(title: paper.title, author: (), date: datetime(year: year, month: month, day: day))
#set page(
  width: pt(paper.page.width),
  height: pt(paper.page.height),
  margin: (
    top: pt(paper.page.top),
    bottom: pt(paper.page.bottom),
    left: pt(paper.page.left),
    right: pt(paper.page.right),
  ),
  header: none,
  footer-descent: pt(paper.page.descent),
  footer: context align(center + top, text(
    font: paper.number.font,
    size: pt(paper.number.size),
    paper.number.prefix + if paper.number.counted { counter(page).display("1") } + paper.number.suffix,
  )),
)
#set text(lang: "zh", region: "cn", fallback: false, font: paper.number.font, hyphenate: false)
#set par(spacing: 0pt, leading: 0pt)
#set block(spacing: 0pt)
#set table(inset: 0pt)
#show heading: it => it.body

#let run(r) = {
  let body = text(font: r.font, size: pt(r.size), weight: r.weight, r.text)
  let body = if r.underline {
    underline(offset: 0.16em, stroke: 0.5pt, evade: false, body)
  } else { body }
  if r.link == none { body } else { link(r.link, body) }
}

// One paragraph. Lines are made exactly as high as the style says by moving the edges of the text.
#let para(p, above) = {
  let s = paper.styles.at(p.style)
  let slack = (s.pitch - s.size) / 2
  set text(size: pt(s.size), top-edge: 0.88em + pt(slack), bottom-edge: -0.12em - pt(slack))
  set par(
    justify: p.align == "justify",
    first-line-indent: (amount: pt(s.first), all: true),
  )
  set align(alignments.at(p.align))
  let runs = p.runs.map(run).join()
  block(
    above: pt(above),
    below: 0pt,
    width: 100%,
    inset: (left: pt(s.left), right: pt(s.right)),
    sticky: p.keep,
    if runs == none { v(pt(s.pitch)) } else if s.outline > 0 {
      heading(level: s.outline, outlined: true, bookmarked: true, h(pt(s.first)) + runs)
    } else { par(runs) },
  )
}

#let cell-body(c) = {
  for (i, p) in c.paragraphs.enumerate() { para(p, p.above) }
  if c.fill > 0 { block(height: pt(c.fill)) }
}

#let make-cell(c, row, n, t, rows) = {
  let outer = pt(t.outer)
  let inner = pt(t.inner)
  table.cell(
    colspan: c.span,
    rowspan: c.rows,
    align: if c.top { top + left } else { horizon + left },
    breakable: row.breaks or c.rows > 1,
    inset: (left: pt(t.padding), right: pt(t.padding), top: pt(c.above), bottom: pt(c.below)),
    stroke: (
      left: if c.x == 0 { outer } else { inner },
      right: if c.x + c.span == t.columns.len() { outer } else { inner },
      top: if row.first { outer } else { inner },
      bottom: if rows.at(n + c.rows - 1).last { outer } else { inner },
    ),
    cell-body(c),
  )
}

// A row's least height: fixed when its text is lower than that, else as high as the text. A row that may
// break over the page is filled up below its text instead, because a fixed row never breaks.
#let sized(row, t) = {
  if row.height == "auto" { return (row, auto) }
  if row.height == "fixed" { return (row, pt(row.least)) }
  let heights = row.cells.filter(c => c.rows == 1).map(c => measure(
    width: pt(t.columns.slice(c.x, c.x + c.span).sum() - 2 * t.padding),
    cell-body(c),
  ).height + pt(c.above + c.below))
  let tallest = calc.max(..heights)
  let least = pt(row.least)
  if tallest >= least { return (row, auto) }
  if not row.breaks { return (row, least) }
  let own = row.cells.enumerate().filter(((_, c)) => c.rows == 1).map(((k, _)) => k)
  let at = own.at(heights.position(h => h == tallest))
  row.cells.at(at).fill = (least - tallest) / 1pt
  (row, auto)
}

#let grid-table(t, rows) = {
  let sizes = rows.map(row => sized(row, t))
  let children = sizes.enumerate().map(((n, (row, _))) => row.cells.map(
    c => make-cell(c, row, n, t, rows),
  ))
  let heads = rows.position(row => not row.header)
  let heads = if heads == none { 0 } else { heads }
  let parts = ()
  if heads > 0 { parts.push(table.header(..children.slice(0, heads).flatten())) }
  for i in range(heads, rows.len()) {
    if rows.at(i).keep and i + 1 < rows.len() {
      parts.push(table.header(repeat: false, level: if heads > 0 { 2 } else { 1 }, ..children.at(i)))
    } else { parts += children.at(i) }
  }
  pad(left: pt(t.indent), table(
    columns: t.columns.map(pt),
    rows: sizes.map(((_, height)) => height),
    stroke: none,
    ..parts,
  ))
}

#let blocks = paper.blocks
#let i = 0
#while i < blocks.len() {
  let b = blocks.at(i)
  if b.type == "pageBreak" { pagebreak(weak: true) } else if b.type == "paragraph" {
    para(b, b.above)
  } else if b.tail == 0 {
    block(above: pt(b.above), context grid-table(b, b.rows))
  } else {
    // The last row and the closing block after it share a page.
    block(above: pt(b.above), context grid-table(b, b.rows.slice(0, -1)))
    block(above: 0pt, breakable: false, {
      context grid-table(b, b.rows.slice(-1))
      for p in blocks.slice(i + 1, i + 1 + b.tail) { para(p, p.above) }
    })
    i += b.tail
  }
  i += 1
}
`;
