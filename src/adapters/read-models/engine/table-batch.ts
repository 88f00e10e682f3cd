import type { AnyTable, Change, Key } from '../../../projections/projection.js';
import { batchEntry, beginRow, endRow, isWritten, rowNow, type BatchEntry } from './batch-entry.js';
import {
  keyOfRow,
  keyText,
  startsWith,
  type AnyRow,
  type KeyWrite,
  type RowStore,
} from './row-store.js';

/** One table as a batch sees it: rows as they are stored, overlaid with what the batch writes. */
export type TableBatch = {
  get(key: Key): AnyRow | undefined;
  scan(keyPrefix: Key): readonly AnyRow[];
  put(row: AnyRow, position: number): void;
  remove(key: Key, position: number): void;
  changes(): readonly Change<AnyRow>[];
  writes(): readonly KeyWrite[];
};

/** Opens a table for one batch. */
export function tableBatch(store: RowStore, table: AnyTable): TableBatch {
  const { versioned } = table;
  const entries = new Map<string, BatchEntry>();
  const written = (): BatchEntry[] => [...entries.values()].filter(isWritten);
  const entryOf = (key: Key): BatchEntry => {
    const text = keyText(key);
    const known = entries.get(text);
    if (known !== undefined) return known;
    const entry = batchEntry(key, () => store.get(table, key));
    entries.set(text, entry);
    return entry;
  };
  return {
    get: (key) => rowNow(entryOf(key)),
    scan(prefix) {
      const own = written().filter(({ key }) => startsWith(key, prefix));
      const overlaid = new Set(own.map(({ key }) => keyText(key)));
      const stored = store.scan(table, prefix);
      return [
        ...stored.filter((row) => !overlaid.has(keyText(keyOfRow(table, row)))),
        ...own.map(rowNow).filter((row) => row !== undefined),
      ];
    },
    put: (row, position) => beginRow(entryOf(keyOfRow(table, row)), row, position, versioned),
    remove: (key, position) => endRow(entryOf(key), position, versioned),
    changes: () =>
      written()
        .map((entry) => ({ before: entry.before(), after: rowNow(entry) }))
        .filter(({ before, after }) => before !== undefined || after !== undefined),
    // Of an unversioned row nobody asks whether it is new, so it is not read for that.
    writes: () =>
      written().map(({ key, before, endedAt, versions }) => ({
        key,
        endedAt: versioned && before() === undefined ? undefined : endedAt,
        versions,
      })),
  };
}
