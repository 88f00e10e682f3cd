import { openSession } from '../../src/adapters/postgres/session.js';
import type { DatabaseOptions } from '../../src/adapters/postgres/database-options.js';
import { servingSchema } from '../../src/adapters/read-models/postgres/served-views.js';
import { tablesOf } from '../../src/adapters/read-models/rows/create-views.js';
import { rowCodec } from '../../src/adapters/read-models/rows/row-codec.js';
import { quoted } from '../../src/adapters/read-models/rows/view-schema.js';
import { projections } from '../../src/projections/projections.js';
import type { ViewsDump } from './dump-views.js';

/** Reads everything in the served views of a database, in the form of `dumpViews`. */
export async function dumpPostgresViews(database: DatabaseOptions): Promise<ViewsDump> {
  await using session = await openSession(database);
  const schema = quoted((await servingSchema(session.query)) ?? 'none');
  const dump: Record<string, readonly unknown[]> = {};
  for (const table of tablesOf(projections)) {
    const order = [...table.key, ...(table.versioned ? ['since'] : [])].map(quoted).join(', ');
    const sql = `SELECT * FROM ${schema}.${quoted(table.name)} ORDER BY ${order}`;
    dump[table.name] = (await session.query(sql)).rows.map(rowCodec(table).decode);
  }
  const checkpoint = `SELECT position, "viewVersion" FROM ${schema}.checkpoint`;
  return { ...dump, checkpoint: (await session.query(checkpoint)).rows };
}
