import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { tryLock } from '../../../src/adapters/postgres/advisory-lock.js';
import { openSession } from '../../../src/adapters/postgres/session.js';
import {
  rebuildPostgresViews,
  type PostgresRebuildOptions,
} from '../../../src/adapters/read-models/postgres/rebuild-postgres-views.js';
import { viewsVersion } from '../../../src/adapters/read-models/postgres/views-schema.js';
import { viewNames } from '../../../src/adapters/read-models/view-group.js';
import * as tell from '../../support/events.js';
import { append, ontario, storedEvents } from '../../support/events.js';
import { postgresDatabases } from '../../support/postgres-databases.js';
import { randomHistories } from '../../support/random-histories.js';
import { postgresHub, type PostgresHub } from './postgres-hub.js';
import { province } from './rebuilt-province.js';

const { hamilton } = ontario;
const enough = 20_000;
const databases = postgresDatabases();

describe('rebuilding views in PostgreSQL', () => {
  let hub: PostgresHub;
  beforeEach(async () => {
    hub = await postgresHub(databases);
  });
  afterEach(() => hub.close());

  const rebuild = ({ database, log }: PostgresHub, options: Partial<PostgresRebuildOptions> = {}) =>
    rebuildPostgresViews({ database, log, ...options });

  it('gives the views that folding everything at once gives, whichever view is named', () =>
    fc.assert(
      fc
        .asyncProperty(
          randomHistories(),
          fc.constantFrom(undefined, ...viewNames),
          async (history, view) => {
            await append(hub.log, ...history);
            await rebuild(hub);
            await rebuild(hub, view === undefined ? {} : { view });
            expect(await hub.dump()).toEqual(await hub.refolded());
          },
        )
        .beforeEach(async () => {
          await hub.close();
          hub = await postgresHub(databases);
        }),
      { numRuns: 5 },
    ));

  it('mends a view with those it is folded together with, and copies the others', async () => {
    await append(hub.log, ...province);
    await rebuild(hub);
    const whole = await hub.dump();
    const [schema] = await hub.schemas();
    await hub.query(`DELETE FROM ${schema}.observation; DELETE FROM ${schema}.organization;
      UPDATE ${schema}.timeline SET revision = 7`);
    await rebuild(hub, { view: 'province-outcomes' });
    const { timeline, ...mended } = await hub.dump();
    expect(mended).toEqual({ ...whole, timeline: undefined });
    expect(timeline).not.toEqual(whole['timeline']);
    await rebuild(hub, { view: 'audit-timeline' });
    expect(await hub.dump()).toEqual(whole);
  });

  it('tells how far it is, and leaves one schema behind', async () => {
    const head = await append(hub.log, ...province);
    const told: unknown[] = [];
    for (let time = 0; time < 3; time++)
      await rebuild(hub, { onProgress: (progress) => told.push(progress) });
    expect(told).toEqual([1, 2, 3].map(() => ({ position: head, head })));
    expect(await hub.schemas()).toHaveLength(1);
  });

  it('refuses a view that does not exist', async () => {
    await expect(rebuild(hub, { view: 'weather' })).rejects.toThrow(RangeError);
  });

  it('goes on one at a time', async () => {
    await using session = await openSession(hub.database);
    expect(await tryLock(session, `rebuild ${viewsVersion}`)).toBe(true);
    await expect(rebuild(hub)).rejects.toThrow('being rebuilt already');
  });

  it('leaves the serving views alone when the log holds an event nobody knows', async () => {
    await append(hub.log, ...province);
    await rebuild(hub);
    const before = await hub.schemas();
    const [event] = storedEvents([tell.renamed(hamilton, 'Steeltown')]);
    const unknown = { ...event, id: 'other', type: 'CouncilAbolished' };
    await hub.log.append('plan-unknown', -1, [unknown as never]);
    await expect(rebuild(hub)).rejects.toThrow('CouncilAbolished');
    expect(await hub.schemas()).toEqual(before);
  });

  it('leaves nothing behind for good when it is cut off, whenever that is', async () => {
    const position = await append(hub.log, ...province);
    await rebuild(hub);
    const [before] = await hub.schemas();
    const node = await hub.open();
    let looks = 0;
    for (const last of [1, 2]) {
      looks = 0;
      // Looks at the end of the log once before it builds, and once in its swap.
      const head = async (): Promise<number> => {
        if ((looks += 1) === last)
          await hub.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = 'rebuild'`);
        return hub.log.head();
      };
      const url = new URL(hub.database.url);
      url.searchParams.set('application_name', 'rebuild');
      const database = { ...hub.database, url: url.href };
      await expect(rebuild(hub, { database, log: { ...hub.log, head } })).rejects.toThrow();
      expect(looks).toBe(last);
    }
    const next = await append(hub.log, tell.renamed(hamilton, 'Steeltown'));
    expect(next).toBe(position + 1);
    expect(await node.reached(next, enough)).toBe(true);
    await node.close();
    await hub.open();
    expect(await hub.schemas()).toEqual([before]);
    expect(await hub.dump()).toEqual(await hub.refolded());
  });

  it('swaps the views under nodes that go on answering, and none sees them go back', async () => {
    await append(hub.log, ...province);
    const nodes = [await hub.open(), await hub.open()] as const;
    const [before] = await hub.schemas();
    const held = await nodes[0].snapshot();
    let rebuilding = true;
    const rebuilt = (async () => {
      for (let time = 0; time < 3; time++) await rebuild(hub);
    })().finally(() => (rebuilding = false));
    const last = [0, 0];
    for (let count = 0; rebuilding; count++) {
      const name = `Hamilton ${count}`;
      const position = await append(hub.log, tell.renamed(hamilton, name));
      for (const [at, node] of nodes.entries()) {
        expect(await node.reached(position, enough)).toBe(true);
        const snapshot = await node.snapshot();
        expect(snapshot.position).toBeGreaterThanOrEqual(Math.max(position, last[at] as number));
        last[at] = snapshot.position;
        expect((await snapshot.organizations(snapshot)).get(hamilton)?.name.en).toBe(name);
        snapshot.release();
      }
    }
    await rebuilt;
    expect((await held.organizations(held)).get(hamilton)?.name.en).toBe('Hamilton');
    expect(await hub.schemas()).toContain(before);
    const position = await append(hub.log, tell.renamed(hamilton, 'Steeltown'));
    for (const node of nodes) expect(await node.reached(position, enough)).toBe(true);
    expect(await hub.dump()).toEqual(await hub.refolded());
    held.release();
    await Promise.all(nodes.map((node) => node.close()));
    await rebuild(hub);
    expect(await hub.schemas()).toHaveLength(1);
  });

  it('drops the views of other programs only once none of them has run for a while', async () => {
    const oldSchema = 'jalon_views_0123456789ab_1';
    const used = `schema ${oldSchema}`;
    await rebuild(hub);
    await hub.query(`CREATE SCHEMA ${oldSchema}; CREATE TABLE ${oldSchema}.checkpoint ();
      INSERT INTO jalon_meta.views VALUES ('0123456789ab', '${oldSchema}')`);
    const database = { ...hub.database, retryMs: 150 };
    const aWhile = 30 * database.retryMs;
    {
      await using other = await openSession(hub.database);
      await tryLock(other, used);
      const node = await hub.open({ database });
      await pause(aWhile);
      await node.close();
    }
    expect(await hub.schemas()).toContain(oldSchema);
    // As after a restart of the database, where the first to be back is not the only one.
    await using back = await openSession(hub.database);
    const first = await hub.open({ database });
    await pause(2 * database.retryMs);
    await tryLock(back, used);
    await pause(aWhile);
    expect(await hub.schemas()).toContain(oldSchema);
    await first.close();
    await back[Symbol.asyncDispose]();
    await hub.open();
    while ((await hub.schemas()).length > 1) await pause(10);
    expect(await hub.query('SELECT version FROM jalon_meta.views')).toEqual([
      { version: viewsVersion },
    ]);
  });

  it('leaves one schema that is fed when it begins together with a node', async () => {
    for (let time = 0; time < 8; time++) {
      const [node] = await Promise.all([hub.open(), rebuild(hub)]);
      const position = await append(hub.log, tell.registered(hamilton, `Hamilton ${time}`));
      expect(await node.reached(position, enough)).toBe(true);
      await hub.close();
      hub = await postgresHub(databases);
    }
  });
});
