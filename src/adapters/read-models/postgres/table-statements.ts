import type { AnyTable, Key } from '../../../projections/projection.js';
import type { AnyRow, KeyWrite } from '../engine/row-store.js';
import { rowCodec, type ColumnValue } from '../rows/row-codec.js';
import { columnList, quoted } from '../rows/view-schema.js';
import { columnType } from './views-schema.js';

/** One statement for many rows, which are its only value: records as JSON. */
export type BatchStatement = { readonly text: string; readonly records: readonly object[] };

/** The statements by which the rows of a table are fetched and written, many at a time. */
export type TableStatements = {
  fetch(beginnings: readonly Key[]): BatchStatement;
  /** What stores these writes, in order; a statement without records is left out. */
  write(writes: readonly KeyWrite[]): readonly BatchStatement[];
};

type ColumnRecord = Readonly<Record<string, ColumnValue>>;

const list = (names: readonly string[]): string => names.map(quoted).join(', ');

/** The records of `$1` as rows named `given`. */
function given(table: AnyTable, names: readonly string[]): string {
  const columns = names.map((name) => `${quoted(name)} ${columnType(table, name)}`);
  return `json_to_recordset($1) AS given (${columns.join(', ')})`;
}

const sameKey = (name: string, key: readonly string[]): string =>
  key.map((column) => `${name}.${quoted(column)} = given.${quoted(column)}`).join(' AND ');

function recordsOf(columns: readonly string[], keys: readonly Key[]): readonly ColumnRecord[] {
  return keys.map((key) => Object.fromEntries(key.map((value, at) => [columns[at], value])));
}

/** Columns `since` and `until`, beside those of a versioned table. */
const versionColumns = { since: 'integer', until: 'integer' } as const;

function encoder(table: AnyTable): (row: AnyRow) => ColumnRecord {
  const names = Object.keys(table.columns);
  const { encode } = rowCodec(table);
  return (row) => Object.fromEntries(encode(row).map((value, at) => [names[at], value]));
}

function versionedWrites(table: AnyTable): TableStatements['write'] {
  const dated = { ...table, columns: { ...table.columns, ...versionColumns } };
  const name = quoted(table.name);
  const record = encoder(table);
  const end = `UPDATE ${name} AS stored SET until = given.until
    FROM ${given(dated, [...table.key, 'until'])}
    WHERE ${sameKey('stored', table.key)} AND stored.until IS NULL`;
  const all = Object.keys(dated.columns);
  const insert = `INSERT INTO ${name} (${list(all)}) SELECT ${list(all)} FROM ${given(dated, all)}`;
  return (writes) => {
    const ended = writes.filter(({ endedAt }) => endedAt !== undefined);
    const keys = recordsOf(
      table.key,
      ended.map(({ key }) => key),
    );
    return [
      { text: end, records: keys.map((key, at) => ({ ...key, until: ended[at]?.endedAt })) },
      {
        text: insert,
        records: writes.flatMap(({ versions }) =>
          versions.map(({ row, since, until }) => ({ ...record(row), since, until })),
        ),
      },
    ];
  };
}

function unversionedWrites(table: AnyTable): TableStatements['write'] {
  const name = quoted(table.name);
  const record = encoder(table);
  const all = Object.keys(table.columns);
  const others = all.filter((column) => !table.key.includes(column));
  const replaced = others.map((column) => `${quoted(column)} = excluded.${quoted(column)}`);
  const conflict = replaced.length === 0 ? 'NOTHING' : `UPDATE SET ${replaced.join(', ')}`;
  const remove = `DELETE FROM ${name} AS stored USING ${given(table, table.key)}
    WHERE ${sameKey('stored', table.key)}`;
  const replace = `INSERT INTO ${name} (${list(all)})
    SELECT ${list(all)} FROM ${given(table, all)} ON CONFLICT (${list(table.key)}) DO ${conflict}`;
  return (writes) => {
    const removed = writes.filter(({ versions }) => versions.length === 0);
    const rows = writes.flatMap(({ versions }) => versions.slice(-1));
    return [
      {
        text: remove,
        records: recordsOf(
          table.key,
          removed.map(({ key }) => key),
        ),
      },
      { text: replace, records: rows.map(({ row }) => record(row)) },
    ];
  };
}

/** Builds the statements of a table; all keys of one fetch have the same number of values. */
export function tableStatements(table: AnyTable): TableStatements {
  const standing = table.versioned ? 'stored.until IS NULL' : 'true';
  const columns = Object.keys(table.columns).map((column) => `stored.${quoted(column)}`);
  const select = `SELECT ${columns.join(', ')} FROM ${quoted(table.name)} AS stored`;
  const write = (table.versioned ? versionedWrites : unversionedWrites)(table);
  return {
    fetch(beginnings) {
      const key = table.key.slice(0, beginnings[0]?.length);
      if (key.length === 0)
        return {
          text: `SELECT ${columnList(table)} FROM ${quoted(table.name)} AS stored
          WHERE ${standing} AND $1::json IS NOT NULL`,
          records: [],
        };
      const wanted = `(SELECT DISTINCT * FROM ${given(table, key)}) AS given`;
      const text = `${select} JOIN ${wanted} ON ${sameKey('stored', key)} WHERE ${standing}`;
      return { text, records: recordsOf(key, beginnings) };
    },
    write: (writes) => write(writes).filter(({ records }) => records.length > 0),
  };
}
