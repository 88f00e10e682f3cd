import { createHash } from 'node:crypto';
import type { AnyTable } from '../../../projections/projection.js';
import { projections, viewVersion } from '../../../projections/projections.js';
import { tablesOf } from '../rows/create-views.js';
import { quoted } from '../rows/view-schema.js';

const listed = (names: readonly string[]): string => names.map(quoted).join(', ');

/** Type of a column, and of a record that is compared with it: text is sorted as in SQLite. */
export const columnType = (table: AnyTable, column: string): string =>
  table.columns[column] === 'integer' ? 'bigint' : 'text COLLATE "C"';

function tableSql(table: AnyTable): string {
  const columns = Object.keys(table.columns).map((column) =>
    [quoted(column), columnType(table, column), table.key.includes(column) ? 'NOT NULL' : ''].join(
      ' ',
    ),
  );
  const name = quoted(table.name);
  const key = listed(table.key);
  if (!table.versioned)
    return `CREATE TABLE ${name} (${columns.join(', ')}, PRIMARY KEY (${key}));`;
  const standing = quoted(`${table.name}_standing`);
  return `CREATE TABLE ${name} (${columns.join(', ')}, since bigint NOT NULL, until bigint);
    CREATE UNIQUE INDEX ${standing} ON ${name} (${key}) WHERE until IS NULL;`;
}

/** Names of indexes are the database's business: PostgreSQL cuts long ones. */
const indexSql = ({ name, indexes = [] }: AnyTable): readonly string[] =>
  indexes.map((columns) => `CREATE INDEX ON ${quoted(name)} (${listed(columns)});`);

/** A batch is stored only by whom the position expects, and only while the views are served. */
const checkpointSql = `CREATE TABLE checkpoint (
    id integer PRIMARY KEY CHECK (id = 1),
    position bigint NOT NULL,
    "viewVersion" text NOT NULL,
    retired boolean NOT NULL DEFAULT false
  );`;

/** Statements that create the tables of views, as `schemaSql` does in SQLite. */
export const tablesSql = (tables: readonly AnyTable[]): string =>
  tables.flatMap((table) => [tableSql(table), ...indexSql(table)]).join('\n');

const viewsSql = `${checkpointSql} ${tablesSql(tablesOf(projections))}`;

/** Statements that create the views of this program, empty, in a schema of their own. */
export const createViewsSql = (schema: string): string =>
  `CREATE SCHEMA ${quoted(schema)}; SET LOCAL search_path TO ${quoted(schema)}; ${viewsSql}
  INSERT INTO checkpoint VALUES (1, 0, '${viewVersion}');`;

/** What the views of this program are known by: other rules or tables make another version. */
export const viewsVersion: string = createHash('sha256')
  .update(`${viewVersion}\n${viewsSql}`)
  .digest('hex')
  .slice(0, 12);
