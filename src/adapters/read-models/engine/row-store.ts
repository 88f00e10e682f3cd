import type { AnyTable, Key } from '../../../projections/projection.js';

/** A row whose type is forgotten. */
export type AnyRow = Readonly<Record<string, unknown>>;

/** A row and the positions between which it stood; it still stands without an `until`. */
export type RowVersion = {
  readonly row: AnyRow;
  readonly since: number;
  readonly until: number | undefined;
};

/** What a batch makes of one key. */
export type KeyWrite = {
  readonly key: Key;
  /** Where the row that stood before the batch ended; undefined when there was none. */
  readonly endedAt: number | undefined;
  /** Rows that began in the batch, in order; only the last one may still stand. */
  readonly versions: readonly RowVersion[];
};

/** What a batch makes of one table. */
export type TableWrites = { readonly table: AnyTable; readonly writes: readonly KeyWrite[] };

/**
 * Where the rows of the views are. An engine folds synchronously over it; a store that can only
 * be reached asynchronously fetches the rows of a batch before and flushes them after.
 */
export type RowStore = {
  /** Position up to which events are folded into the rows. */
  position(): number;
  /** The row of a key that stands now. */
  get(table: AnyTable, key: Key): AnyRow | undefined;
  /** Rows that stand now and whose key starts with these values. */
  scan(table: AnyTable, keyPrefix: Key): readonly AnyRow[];
  /**
   * Stores what a batch wrote and moves the position, all or nothing.
   * @throws Error when the position is no longer `from`: somebody else writes these rows
   */
  flush(batch: readonly TableWrites[], from: number, to: number): void;
};

/** Text that identifies a key within its table. */
export const keyText = (key: Key): string => (key.length === 1 ? String(key[0]) : key.join('\0'));

/** Key of a row. */
export const keyOfRow = (table: AnyTable, row: AnyRow): Key =>
  table.key.map((column) => row[column] as Key[number]);

/** True for a key that starts with these values. */
export const startsWith = (key: Key, prefix: Key): boolean =>
  prefix.every((value, at) => key[at] === value);
