import type { StoredEvent } from '../../../domain/event.js';
import type { AnyTable, Key, Views } from '../../../projections/projection.js';
import type { AnyRow, RowStore, TableWrites } from './row-store.js';
import { tableBatch, type TableBatch } from './table-batch.js';

/** Events of a stream up to a position, in the current versions. */
export type History = (stream: string, position: number) => readonly StoredEvent[];

/** What projections see while a batch is folded, and what they did. */
export type BatchViews = {
  readonly views: Views;
  readonly tags: ReadonlySet<string>;
  writes(): readonly TableWrites[];
};

/** Opens a batch over a store. Nothing is stored before what it wrote is flushed. */
export function batchViews(store: RowStore, history: History): BatchViews {
  const tables = new Map<AnyTable, TableBatch>();
  const tags = new Set<string>();
  const of = (table: AnyTable): TableBatch => {
    const known = tables.get(table);
    if (known !== undefined) return known;
    const opened = tableBatch(store, table);
    tables.set(table, opened);
    return opened;
  };
  const views = {
    get: (table: AnyTable, key: Key) => of(table).get(key),
    scan: (table: AnyTable, keyPrefix: Key) => of(table).scan(keyPrefix),
    put: (table: AnyTable, row: AnyRow, position: number) => of(table).put(row, position),
    remove: (table: AnyTable, key: Key, position: number) => of(table).remove(key, position),
    changes: (table: AnyTable) => of(table).changes(),
    history,
    touch: (tag: string) => void tags.add(tag),
  };
  return {
    views: views as Views,
    tags,
    writes: () => [...tables].map(([table, batch]) => ({ table, writes: batch.writes() })),
  };
}
