import { DatabaseSync } from 'node:sqlite';
import { viewEngine } from '../../../src/adapters/read-models/engine/view-engine.js';
import { createViews } from '../../../src/adapters/read-models/rows/create-views.js';
import { sqliteRowStore } from '../../../src/adapters/read-models/rows/sqlite-row-store.js';
import { schemaSql } from '../../../src/adapters/read-models/rows/view-schema.js';
import { engineContract } from './engine-contract.js';

engineContract('SQLite', async (tables) => {
  const db = new DatabaseSync(':memory:');
  createViews(db);
  db.exec(schemaSql(tables));
  return {
    engineOf: async (projections) => viewEngine(sqliteRowStore(db, tables), projections, () => []),
    rowsOf: async (name) =>
      db.prepare(`SELECT * FROM ${name} ORDER BY seat${name === 'note' ? '' : ', since'}`).all(),
    position: async () =>
      db.prepare('SELECT position FROM checkpoint').get()?.['position'] as number,
    close: () => db.close(),
  };
});
