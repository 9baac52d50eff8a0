/** One of the answers a field offers. */
export interface Option<V extends string | number | boolean = string> {
  value: V;
  label: string;
  /** A short explanation after the label, grey. */
  note?: string;
}
