import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSession } from '../../../src/adapters/postgres/session.js';
import { rebuildPostgresViews } from '../../../src/adapters/read-models/postgres/rebuild-postgres-views.js';
import type { ReadModels } from '../../../src/projections/read-models.js';
import { proxied, type ProxiedDatabase } from '../../support/database-proxy.js';
import * as tell from '../../support/events.js';
import { append, ontario } from '../../support/events.js';
import { postgresDatabases } from '../../support/postgres-databases.js';
import { postgresHub, type PostgresHub } from './postgres-hub.js';
import { province } from './rebuilt-province.js';

const { hamilton, goderich } = ontario;
const enough = 30_000;
const databases = postgresDatabases();

describe('views of which a node froze, or was cut off,', () => {
  let hub: PostgresHub;
  let way: ProxiedDatabase;
  /** The node that feeds the views, over connections that can freeze, and one that stands by. */
  let active: ReadModels;
  let standby: ReadModels;
  beforeEach(async () => {
    hub = await postgresHub(databases);
    await append(hub.log, ...province);
    way = await proxied(hub.database);
    active = await hub.open({ database: way.database });
    standby = await hub.open();
  });
  afterEach(async () => {
    way.proxy.freeze(false);
    await hub.close();
    way.proxy.kill();
  });

  const rename = (name: string) => append(hub.log, tell.renamed(hamilton, name));

  /** Lets the frozen node go on, and both nodes have the same views, each event in them once. */
  async function wakeAndCompare(): Promise<void> {
    way.proxy.freeze(false);
    const position = await append(hub.log, tell.renamed(goderich, 'Port of Goderich'));
    for (const node of [active, standby]) expect(await node.reached(position, enough)).toBe(true);
    expect(await hub.dump()).toEqual(await hub.refolded());
    expect(standby.projector?.()).toMatchObject({ active: true, takeovers: 1 });
    expect(active.projector?.().active).toBe(false);
  }

  it('are fed by another, and not by the frozen one once it wakes', async () => {
    way.proxy.freeze(true);
    expect(await standby.reached(await rename('Steeltown'), enough)).toBe(true);
    await wakeAndCompare();
  });

  it('are fed by another though it froze in the middle of a batch', async () => {
    await using other = await openSession(hub.database);
    const [schema] = await hub.schemas();
    await other.query(`BEGIN; LOCK TABLE ${schema}.organization IN SHARE MODE`);
    const position = await rename('Steeltown');
    const waiting = `SELECT FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'
        AND query LIKE '%"organization"%'`;
    while ((await hub.query(waiting)).length === 0) await pause(5);
    way.proxy.freeze(true);
    await other.query('COMMIT');
    expect(await standby.reached(position, enough)).toBe(true);
    await wakeAndCompare();
  });

  it('are swapped and fed although a rebuild froze in the middle of its swap', async () => {
    const frozen = Promise.withResolvers<void>();
    let looks = 0;
    const head = async (): Promise<number> => {
      // The second look at the end of the log is the one between retiring and serving.
      if ((looks += 1) === 2) {
        way.proxy.freeze(true);
        frozen.resolve();
      }
      return hub.log.head();
    };
    const log = { ...hub.log, head };
    const rebuilding = Promise.allSettled([rebuildPostgresViews({ database: way.database, log })]);
    await frozen.promise;
    const position = await rename('Steeltown');
    expect(await standby.reached(position, enough)).toBe(true);
    way.proxy.freeze(false);
    expect(await rebuilding).toMatchObject([{ status: 'rejected' }]);
    expect(await hub.dump()).toEqual(await hub.refolded());
    await rebuildPostgresViews(hub);
    expect(await standby.reached(await rename('Hamilton'), enough)).toBe(true);
    await Promise.all([active.close(), standby.close()]);
    await hub.open();
    expect(await hub.schemas()).toHaveLength(1);
  });
});
