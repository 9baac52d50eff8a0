/** What screens are built from. */

export { Advice } from './advice.tsx';
export { Amount, dateWords, fenText, sizeText } from './amount.tsx';
export * from './fields.tsx';
export { FieldHint, Term } from './hint.tsx';
export { Empty, Page, PageIndex, Row, Section } from './page.tsx';
export { RecordCards } from './record-cards.tsx';
export { RecordLines } from './record-lines.tsx';
export { RecordList, sayRemoved } from './record-list.tsx';
export type { Column } from './record-row.tsx';
export { Notice, type SectionState, StateTag } from './state-tag.tsx';
