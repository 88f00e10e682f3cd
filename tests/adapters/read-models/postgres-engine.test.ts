import { migrate } from '../../../src/adapters/postgres/migrate.js';
import { openSession } from '../../../src/adapters/postgres/session.js';
import { remoteViewEngine } from '../../../src/adapters/read-models/engine/remote-view-engine.js';
import { postgresRowStore } from '../../../src/adapters/read-models/postgres/postgres-row-store.js';
import {
  createSchema,
  enterSchema,
  serve,
  viewsMigrations,
} from '../../../src/adapters/read-models/postgres/served-views.js';
import { tablesSql } from '../../../src/adapters/read-models/postgres/views-schema.js';
import { postgresDatabases } from '../../support/postgres-databases.js';
import { engineContract } from './engine-contract.js';

const databases = postgresDatabases();

engineContract('PostgreSQL', async (tables) => {
  const database = await databases.create();
  const session = await openSession(database);
  await migrate(session, viewsMigrations);
  const schema = await createSchema(session, serve);
  await enterSchema(session, schema);
  await session.query(tablesSql(tables));
  const store = postgresRowStore(session, schema, tables);
  return {
    engineOf: (projections) => remoteViewEngine(store, projections, async () => []),
    async rowsOf(name) {
      const order = name === 'note' ? 'seat' : 'seat, since';
      return (await session.query(`SELECT * FROM ${name} ORDER BY ${order}`)).rows;
    },
    position: store.position,
    async close() {
      await session[Symbol.asyncDispose]();
      await databases.drop(database);
    },
  };
});
