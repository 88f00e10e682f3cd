import type { AnyTable } from '../../../projections/projection.js';
import { keyOfRow, keyText, startsWith, type AnyRow, type RowStore } from './row-store.js';

type Rows = Map<string, AnyRow>;

/**
 * Keeps the rows of resident tables in memory between batches: they are small and looked up
 * for nearly every event.
 */
export function withResidentRows(store: RowStore): RowStore {
  const resident = new Map<AnyTable, Rows>();
  const rowsOf = (table: AnyTable): Rows => {
    const known = resident.get(table);
    if (known !== undefined) return known;
    const stored = store.scan(table, []);
    const rows = new Map(stored.map((row) => [keyText(keyOfRow(table, row)), row]));
    resident.set(table, rows);
    return rows;
  };
  return {
    position: () => store.position(),
    get: (table, key) => (table.resident ? rowsOf(table).get(keyText(key)) : store.get(table, key)),
    scan: (table, prefix) =>
      table.resident
        ? [...rowsOf(table).values()].filter((row) => startsWith(keyOfRow(table, row), prefix))
        : store.scan(table, prefix),
    flush(batch, from, to) {
      store.flush(batch, from, to);
      for (const { table, writes } of batch) {
        const rows = resident.get(table);
        if (rows === undefined) continue;
        for (const { key, versions } of writes) {
          const last = versions.at(-1);
          if (last === undefined || last.until !== undefined) rows.delete(keyText(key));
          else rows.set(keyText(key), last.row);
        }
      }
    },
  };
}
