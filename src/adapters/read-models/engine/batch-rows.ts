import type { AnyTable, Key } from '../../../projections/projection.js';
import type { Found, Wanted } from './remote-row-store.js';
import { keyOfRow, keyText, type AnyRow, type RowStore } from './row-store.js';

/** Rows that were fetched for a batch, and a note of those that were asked for and are not here. */
export type BatchRows = Pick<RowStore, 'get' | 'scan'> & {
  /** What was asked for and not found here, by table; empty when the batch had all it needed. */
  missing(): readonly Wanted[];
  /** Takes in what was fetched for everything that was missing. */
  add(wanted: readonly Wanted[], found: readonly Found[]): void;
};

type Keys = Map<string, Key>;

/** The rows of one table, and what is missing of them. */
type KnownTable = {
  readonly table: AnyTable;
  /** Undefined for a key without a row. */
  readonly rows: Map<string, AnyRow | undefined>;
  readonly scans: Map<string, AnyRow[]>;
  readonly keys: Keys;
  readonly prefixes: Keys;
};

/** A projection cannot go on without the rows of a table that is kept from batch to batch. */
const untilFetched = new Error('the rows of a resident table are fetched first');

function addFound(known: KnownTable, { keys, prefixes }: Wanted, { rows }: Found): void {
  for (const key of keys) known.rows.set(keyText(key), undefined);
  for (const prefix of prefixes) known.scans.set(keyText(prefix), []);
  const lengths = new Set(prefixes.map(({ length }) => length));
  const keyed = new Map(rows.map((row) => [keyText(keyOfRow(known.table, row)), row]));
  for (const [text, row] of keyed) {
    known.rows.set(text, row);
    const key = keyOfRow(known.table, row);
    for (const length of lengths) known.scans.get(keyText(key.slice(0, length)))?.push(row);
  }
  known.keys.clear();
  known.prefixes.clear();
}

/** Knows no rows yet. */
export function batchRows(): BatchRows {
  const tables = new Map<AnyTable, KnownTable>();
  const of = (table: AnyTable): KnownTable => {
    const empty = { rows: new Map(), scans: new Map(), keys: new Map(), prefixes: new Map() };
    const known = tables.get(table) ?? { table, ...empty };
    tables.set(table, known);
    return known;
  };
  return {
    get(table, key) {
      const { rows, keys } = of(table);
      const text = keyText(key);
      if (!rows.has(text)) keys.set(text, key);
      return rows.get(text);
    },
    scan(table, prefix) {
      const { scans, prefixes } = of(table);
      const text = keyText(prefix);
      const found = scans.get(text);
      if (found === undefined) prefixes.set(text, prefix);
      if (found === undefined && table.resident) throw untilFetched;
      return found ?? [];
    },
    missing: () =>
      [...tables.values()]
        .filter(({ keys, prefixes }) => keys.size + prefixes.size > 0)
        .map(({ table, keys, prefixes }) => ({
          table,
          keys: [...keys.values()],
          prefixes: [...prefixes.values()],
        })),
    add(wanted, found) {
      for (const [at, each] of wanted.entries()) addFound(of(each.table), each, found[at] as Found);
    },
  };
}
