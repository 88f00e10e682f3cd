import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lockNumber } from '../../../src/adapters/postgres/advisory-lock.js';
import { openSession, type Session } from '../../../src/adapters/postgres/session.js';
import {
  announcementReader,
  channel,
  type Announcement,
} from '../../../src/adapters/read-models/postgres/announcement.js';
import { viewsVersion } from '../../../src/adapters/read-models/postgres/views-schema.js';
import type { ReadModels } from '../../../src/projections/read-models.js';
import * as tell from '../../support/events.js';
import { append, id, ontario, type Told } from '../../support/events.js';
import { postgresDatabases } from '../../support/postgres-databases.js';
import { postgresHub, type PostgresHub } from './postgres-hub.js';

const { hamilton, goderich } = ontario;
const housing = 'housing-cost-burden';
const enough = 20_000;
const databases = postgresDatabases();

const start: readonly Told[] = [
  tell.defined(housing),
  ...Object.values(ontario).map((body) => tell.registered(body, body)),
];

/** A year of reporting: everybody reports, corrects, is counted; one number was in error. */
const year = (number: number): readonly Told[] => [
  ...Object.values(ontario).flatMap((body) => [
    tell.observed(housing, body, String(1950 + number), { numerator: '3', denominator: '8' }),
    tell.corrected(housing, body, String(1950 + number), { numerator: '4', denominator: '9' }),
    tell.counted(body, 1_000 * number),
  ]),
  tell.planOpened(id('plan', number), [hamilton]),
  tell.inError(`observation-housing_cost_burden.${hamilton}`, 3 * number),
];

describe('nodes on one database', () => {
  let hub: PostgresHub;
  beforeEach(async () => {
    hub = await postgresHub(databases);
  });
  afterEach(() => hub.close());

  const both = async (nodes: readonly ReadModels[], position: number): Promise<void> => {
    for (const node of nodes) expect(await node.reached(position, enough)).toBe(true);
  };
  const projectorLock = BigInt.asUintN(64, BigInt(lockNumber(`projector ${viewsVersion}`)));
  const holders = `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted
    AND classid = ${projectorLock >> 32n} AND objid = ${projectorLock & 0xffffffffn}
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  const killActive = () =>
    hub.query(`SELECT pg_terminate_backend(pid) FROM (${holders}) AS active`);

  it('all hear positions and tags, whichever of them feeds the views', async () => {
    const nodes = [await hub.open(), await hub.open(), await hub.open()];
    await both(nodes, await append(hub.log, ...start));
    const before = nodes.map((node) => node.tagVersion('organizations'));
    expect(await hub.query(holders)).toHaveLength(1);
    const position = await append(hub.log, tell.planOpened(id('plan', 0), [hamilton]));
    await both(nodes, position);
    expect(nodes.map((node) => node.tagVersion('plans'))).toEqual(nodes.map(() => position));
    expect(nodes.map((node) => node.tagVersion('organizations'))).toEqual(before);
    for (const node of nodes) {
      const snapshot = await node.snapshot();
      expect(snapshot.position).toBe(position);
      expect(await snapshot.countPlans({}, snapshot)).toBe(1);
      snapshot.release();
    }
  });

  it('tell which of them feeds the views, and that another one took over', async () => {
    const nodes = [await hub.open(), await hub.open()];
    const signs = () => nodes.map((node) => node.projector?.());
    const active = () => signs().findIndex((sign) => sign?.active);
    await both(nodes, await append(hub.log, ...start));
    const first = active();
    expect(signs().filter((sign) => sign?.active)).toMatchObject([{ takeovers: 1 }]);
    const before = signs()[1 - first]?.aliveMs ?? 0;
    await killActive();
    await both(nodes, await append(hub.log, tell.planOpened(id('plan', 0), [hamilton])));
    expect(signs().filter((sign) => sign?.active)).toHaveLength(1);
    expect(signs().reduce((sum, sign) => sum + (sign?.takeovers ?? 0), 0)).toBe(2);
    expect(signs()[1 - first]?.aliveMs).toBeGreaterThan(before);
  });

  it('are in order again when a standby was cut off from what it waits for', async () => {
    const nodes = [await hub.open(), await hub.open()];
    await both(nodes, await append(hub.log, ...start));
    const standby = nodes.find((node) => !node.projector?.().active);
    await hub.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE '%pg_try_advisory_lock%'
        AND pid <> pg_backend_pid() AND pid NOT IN (${holders})`);
    while (standby?.failure() === undefined) await pause(1);
    while (standby.failure() !== undefined) await pause(1);
    expect(nodes.map((node) => node.failure())).toEqual([undefined, undefined]);
  });

  it('let one that joins late begin with everything in the log', async () => {
    await hub.open();
    const position = await append(hub.log, ...start);
    expect((await hub.open()).position()).toBe(position);
  });

  describe('while somebody listens', () => {
    let listening: Session;
    let heard: Extract<Announcement, { from: number }>[];
    beforeEach(async () => {
      heard = [];
      listening = await openSession(hub.database);
      const read = announcementReader();
      listening.onNotification((payload) => {
        const announcement = read(payload);
        if (announcement !== undefined && 'from' in announcement) heard.push(announcement);
      });
      await listening.query(`LISTEN ${channel}`);
    });
    afterEach(async () => listening[Symbol.asyncDispose]());

    it('take over from one whose connection is cut, and fold no event twice', async () => {
      const nodes = [await hub.open(), await hub.open()];
      await append(hub.log, ...start);
      const killed = new Set<unknown>();
      for (let number = 0; number < 12; number++) {
        const position = await append(hub.log, ...year(number));
        if (number % 2 === 0) {
          const [active] = await hub.query(holders);
          killed.add(active?.['pid']);
          await killActive();
        } else await both(nodes, position);
      }
      const head = await hub.log.head();
      await both(nodes, head);
      expect(killed.size).toBeGreaterThan(3);
      expect(await hub.dump()).toEqual(await hub.refolded());
      await listening.query('SELECT 1');
      expect(heard[0]?.from).toBe(0);
      expect(heard.slice(1).map(({ from }) => from)).toEqual(
        heard.slice(0, -1).map(({ to }) => to),
      );
      expect(heard.at(-1)?.to).toBe(head);
    });
  });

  it('let a standby feed the views once the active one closes', async () => {
    const [first, second] = [await hub.open(), await hub.open()];
    await both([first, second], await append(hub.log, ...start));
    await first.close();
    await both([second], await append(hub.log, ...year(0)));
    expect(await hub.dump()).toEqual(await hub.refolded());
  });

  it('go on when every connection was cut, and count all tags as touched', async () => {
    const node = await hub.open();
    await both([node], await append(hub.log, ...start));
    const replaced = new Promise((resolve) => {
      node.onProgress((progress) => progress.replaced && resolve(true));
    });
    await hub.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`);
    expect(await replaced).toBe(true);
    expect(node.tagVersion('plan:nobody-opened')).toBe(node.position());
    const position = await append(hub.log, tell.renamed(goderich, 'Port of Goderich'));
    await both([node], position);
    const snapshot = await node.snapshot();
    expect((await snapshot.organizations(snapshot)).get(goderich)?.name.en).toContain('Port');
    snapshot.release();
    expect(node.failure()).toBeUndefined();
  });
});
