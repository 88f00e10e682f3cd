import type { AnyTable } from '../../../projections/projection.js';

/** Name of a table or column in SQL. Columns keep the names of the row's fields. */
export const quoted = (name: string): string => `"${name}"`;

const listed = (names: readonly string[]): string => names.map(quoted).join(', ');

/** The columns of a table, as a row is selected. */
export const columnList = (table: AnyTable): string => listed(Object.keys(table.columns));

function columnOf(table: AnyTable, name: string): string {
  const type = table.columns[name] === 'integer' ? 'INTEGER' : 'TEXT';
  return `${quoted(name)} ${type}${table.key.includes(name) ? ' NOT NULL' : ''}`;
}

function tableSql(table: AnyTable): string {
  const columns = Object.keys(table.columns).map((name) => columnOf(table, name));
  const name = quoted(table.name);
  const key = listed(table.key);
  if (!table.versioned)
    return `CREATE TABLE ${name} (${columns.join(', ')}, PRIMARY KEY (${key}))
      STRICT, WITHOUT ROWID;`;
  const standing = quoted(`${table.name}_standing`);
  return `CREATE TABLE ${name} (${columns.join(', ')}, since INTEGER NOT NULL, until INTEGER)
      STRICT;
    CREATE UNIQUE INDEX ${standing} ON ${name} (${key}) WHERE until IS NULL;`;
}

const indexSql = ({ name, indexes = [] }: AnyTable): readonly string[] =>
  indexes.map((columns) => {
    const index = quoted([name, 'by', ...columns].join('_'));
    return `CREATE INDEX ${index} ON ${quoted(name)} (${listed(columns)});`;
  });

/**
 * Statements that create the tables of views. A versioned table has `since` and `until` beside
 * its columns, and at most one row of a key that still stands.
 */
export const schemaSql = (tables: readonly AnyTable[]): string =>
  tables.flatMap((table) => [tableSql(table), ...indexSql(table)]).join('\n');

/** The one row that says how far the views are and which projections made them. */
export const checkpointSql = `CREATE TABLE checkpoint (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    position INTEGER NOT NULL,
    viewVersion TEXT NOT NULL
  ) STRICT;`;
