import { readEntries, readGrid, type StatementGrid } from '../../main/statements/read-file.ts';
import type { Mapping, ParsedStatement } from '../../shared/statements/types.ts';

const pace = () => Promise.resolve();

export const gridOf = (bytes: Buffer, name = 'bill.csv'): Promise<StatementGrid> =>
  readGrid(bytes, name, pace);

/** Reads a file by the layout it is recognised as. @throws when it is not recognised for certain */
export async function readAs(
  bytes: Buffer,
  name = 'bill.csv',
  by?: Mapping,
): Promise<ParsedStatement & { grid: StatementGrid }> {
  const grid = await gridOf(bytes, name);
  const mapping = by ?? (grid.found.sure ? grid.found.mapping : null);
  if (!mapping) throw new Error(`${name} is not recognised for certain`);
  return { ...(await readEntries(grid, mapping, grid.found.source, pace)), grid };
}
