/** Column mappings that the user chose, remembered by the words of the head row. */
import { mappingInput } from '../../shared/statements/calls.ts';
import type { Mapping } from '../../shared/statements/types.ts';
import type { OpenStore } from '../store/store.ts';

/** The mapping that the user chose for this head row before, null when there is none. */
export function savedMapping(store: OpenStore, signature: string): Mapping | null {
  const row = store.db
    .prepare<[string], { mapping: string }>(
      'SELECT mapping FROM statement_mappings WHERE signature = ?',
    )
    .get(signature);
  const read = row ? mappingInput.safeParse(JSON.parse(row.mapping)) : null;
  return read?.success ? read.data : null;
}

export function saveMapping(store: OpenStore, signature: string, mapping: Mapping): void {
  if (signature === '') return;
  store.db
    .prepare<[string, string, string]>(
      `INSERT INTO statement_mappings (signature, mapping, saved_at) VALUES (?, ?, ?)
       ON CONFLICT (signature) DO UPDATE SET mapping = excluded.mapping, saved_at = excluded.saved_at`,
    )
    .run(signature, JSON.stringify(mapping), store.now().toISOString());
}
