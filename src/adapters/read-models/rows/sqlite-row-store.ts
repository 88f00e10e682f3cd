import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { AnyTable, Key } from '../../../projections/projection.js';
import type { AnyRow, KeyWrite, RowStore } from '../engine/row-store.js';
import { rowCodec } from './row-codec.js';
import { columnList, quoted } from './view-schema.js';

/** The rows of one table, read and written through statements that are prepared once. */
type StoredTable = {
  get(key: Key): AnyRow | undefined;
  scan(prefix: Key): readonly AnyRow[];
  write(write: KeyWrite): void;
};

const equals = (columns: readonly string[]): string =>
  columns.map((column) => `${quoted(column)} = ?`).join(' AND ');

function versionedWriter(db: DatabaseSync, table: AnyTable): StoredTable['write'] {
  const { encode } = rowCodec(table);
  const name = quoted(table.name);
  const places = Array(Object.keys(table.columns).length + 2).fill('?');
  const insert = db.prepare(
    `INSERT INTO ${name} (${columnList(table)}, since, until) VALUES (${places.join(', ')})`,
  );
  const end = db.prepare(
    `UPDATE ${name} SET until = ? WHERE ${equals(table.key)} AND until IS NULL`,
  );
  return ({ key, endedAt, versions }) => {
    if (endedAt !== undefined) end.run(endedAt, ...key);
    for (const { row, since, until = null } of versions) insert.run(...encode(row), since, until);
  };
}

function unversionedWriter(db: DatabaseSync, table: AnyTable): StoredTable['write'] {
  const { encode } = rowCodec(table);
  const name = quoted(table.name);
  const places = Object.keys(table.columns).map(() => '?');
  const replace = db.prepare(
    `INSERT OR REPLACE INTO ${name} (${columnList(table)}) VALUES (${places.join(', ')})`,
  );
  const remove = db.prepare(`DELETE FROM ${name} WHERE ${equals(table.key)}`);
  return ({ key, versions }) => {
    const last = versions.at(-1);
    if (last === undefined) remove.run(...key);
    else replace.run(...encode(last.row));
  };
}

function storedTable(db: DatabaseSync, table: AnyTable): StoredTable {
  const { decode } = rowCodec(table);
  const scans = new Map<number, StatementSync>();
  const select = (columns: readonly string[]): StatementSync => {
    const conditions = [
      ...(columns.length > 0 ? [equals(columns)] : []),
      ...(table.versioned ? ['until IS NULL'] : []),
    ];
    const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
    return db.prepare(`SELECT ${columnList(table)} FROM ${quoted(table.name)}${where}`);
  };
  const get = select(table.key);
  return {
    get(key) {
      const stored = get.get(...key);
      return stored && decode(stored);
    },
    scan(prefix) {
      const { length } = prefix;
      const statement = scans.get(length) ?? select(table.key.slice(0, length));
      scans.set(length, statement);
      return statement.all(...prefix).map(decode);
    },
    write: (table.versioned ? versionedWriter : unversionedWriter)(db, table),
  };
}

/** The rows of some tables of an open views file, for the one connection that writes them. */
export function sqliteRowStore(db: DatabaseSync, tables: readonly AnyTable[]): RowStore {
  const stored = new Map(tables.map((table) => [table.name, storedTable(db, table)]));
  const rowsOf = ({ name }: AnyTable): StoredTable => {
    const rows = stored.get(name);
    if (rows === undefined) throw new Error(`${name} belongs to views of another group`);
    return rows;
  };
  const position = db.prepare('SELECT position FROM checkpoint');
  const advance = db.prepare('UPDATE checkpoint SET position = ? WHERE position = ?');
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  return {
    position: () => position.get()?.['position'] as number,
    get: (table, key) => rowsOf(table).get(key),
    scan: (table, prefix) => rowsOf(table).scan(prefix),
    flush(batch, from, to) {
      begin.run();
      try {
        for (const { table, writes } of batch)
          for (const write of writes) rowsOf(table).write(write);
        if (advance.run(to, from).changes !== 1)
          throw new Error(
            `the views are no longer at position ${from}: another process feeds them`,
          );
        commit.run();
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK');
        throw error;
      }
    },
  };
}
