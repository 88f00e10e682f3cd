import { DatabaseSync } from 'node:sqlite';
import { tablesOf } from '../../src/adapters/read-models/rows/create-views.js';
import { rowCodec } from '../../src/adapters/read-models/rows/row-codec.js';
import { quoted } from '../../src/adapters/read-models/rows/view-schema.js';
import type { AnyTable } from '../../src/projections/projection.js';
import { projections } from '../../src/projections/projections.js';

/** All rows of all views, by table, with the checkpoint; equal exactly when the views are. */
export type ViewsDump = Readonly<Record<string, readonly unknown[]>>;

function rowsOf(db: DatabaseSync, table: AnyTable): readonly unknown[] {
  const { decode } = rowCodec(table);
  const order = [...table.key, ...(table.versioned ? ['since'] : [])].map(quoted).join(', ');
  const rows = db.prepare(`SELECT * FROM ${quoted(table.name)} ORDER BY ${order}`).all();
  return rows.map(decode);
}

/**
 * Reads everything in a views file, or in an open database of views.
 * @param source path of the file; `servingFile(directory)` names the one that is served
 */
export function dumpViews(source: string | DatabaseSync): ViewsDump {
  if (typeof source === 'string') {
    using db = new DatabaseSync(source, { readOnly: true });
    return dumpViews(db);
  }
  const tables = tablesOf(projections).map((table) => [table.name, rowsOf(source, table)] as const);
  const checkpoint = source.prepare('SELECT position, viewVersion FROM checkpoint').all();
  return { ...Object.fromEntries(tables), checkpoint: checkpoint.map((row) => ({ ...row })) };
}
