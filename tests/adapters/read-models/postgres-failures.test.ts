import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSession } from '../../../src/adapters/postgres/session.js';
import { openPostgresReadModels } from '../../../src/adapters/read-models/postgres/open-postgres-read-models.js';
import { translateSql } from '../../../src/adapters/read-models/postgres/translate-sql.js';
import { EventLogUnavailable, type EventLog } from '../../../src/domain/event-log.js';
import * as tell from '../../support/events.js';
import { append, ontario } from '../../support/events.js';
import { proxied } from '../../support/database-proxy.js';
import { postgresDatabases } from '../../support/postgres-databases.js';
import { postgresHub, type PostgresHub } from './postgres-hub.js';

const { hamilton } = ontario;
const enough = 20_000;
const databases = postgresDatabases();

describe('views in a PostgreSQL that fails', () => {
  let hub: PostgresHub;
  beforeEach(async () => {
    hub = await postgresHub(databases);
  });
  afterEach(() => hub.close());

  /** Lets every write of an organization fail, so many times. */
  const failTimes = async (times: number, code: string): Promise<void> => {
    const [schema] = await hub.schemas();
    await hub.query(`CREATE SEQUENCE tries;
      CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF nextval('public.tries') <= ${times} THEN
          RAISE EXCEPTION 'planted' USING ERRCODE = '${code}';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER fail BEFORE INSERT ON ${schema}.organization
        FOR EACH ROW EXECUTE FUNCTION public.fail()`);
  };
  const tries = async () => (await hub.query('SELECT last_value FROM tries'))[0]?.['last_value'];

  it.each([
    ['a deadlock', '40P01'],
    ['a serialization failure', '40001'],
  ])('try a batch again after %s, and nobody notices', async (_, code) => {
    const node = await hub.open();
    await failTimes(3, code);
    const position = await append(hub.log, tell.registered(hamilton, 'Hamilton'));
    expect(await node.reached(position, enough)).toBe(true);
    expect(await tries()).toBe('4');
    expect(node.failure()).toBeUndefined();
    expect(await hub.dump()).toEqual(await hub.refolded());
  });

  it('wait out a disk that is full, and say so meanwhile', async () => {
    const node = await hub.open();
    await failTimes(1_000_000, '53100');
    const position = await append(hub.log, tell.registered(hamilton, 'Hamilton'));
    while (Number(await tries()) < 5)
      expect(node.failure()?.message ?? 'planted').toContain('planted');
    // Between two tries it stands still, too.
    for (let look = 0; look < 50; look++) {
      expect(node.failure()?.message).toContain('planted');
      await pause(2);
    }
    await hub.query('DROP FUNCTION fail CASCADE');
    expect(await node.reached(position, enough)).toBe(true);
    expect(node.failure()).toBeUndefined();
    expect(await hub.dump()).toEqual(await hub.refolded());
  });

  it('tell why they are not ready, once for each cause, while they are brought up to date', async () => {
    await append(hub.log, tell.registered(hamilton, 'Hamilton'));
    let reason: string | undefined = 'The log is away.';
    const told: string[] = [];
    const log = {
      ...hub.log,
      subscribe(...asked: Parameters<EventLog['subscribe']>) {
        if (reason !== undefined) throw new EventLogUnavailable(reason);
        return hub.log.subscribe(...asked);
      },
    };
    const node = await hub.open({
      log,
      onTrouble({ message }) {
        told.push(message);
        reason = told.length === 1 ? 'It is still away.' : undefined;
      },
    });
    expect(told).toEqual(['The log is away.', 'It is still away.']);
    expect(node.failure()).toBeUndefined();
  });

  it('are stored once a statement that took too long does not any more', async () => {
    const node = await hub.open({ database: { ...hub.database, statementMsMax: 100 } });
    const [schema] = await hub.schemas();
    await using other = await openSession(hub.database);
    await other.query(`BEGIN; LOCK TABLE ${schema}.organization IN SHARE MODE`);
    const position = await append(hub.log, tell.registered(hamilton, 'Hamilton'));
    while (node.failure() === undefined) await pause(10);
    expect(node.failure()?.message).toContain('statement timeout');
    await other.query('ROLLBACK');
    expect(await node.reached(position, enough)).toBe(true);
    expect(node.failure()).toBeUndefined();
    expect(await hub.dump()).toEqual(await hub.refolded());
  });

  it('answer that they are unavailable when a statement takes too long', async () => {
    const node = await hub.open({ database: { ...hub.database, statementMsMax: 200 } });
    const [schema] = await hub.schemas();
    await using other = await openSession(hub.database);
    const snapshot = await node.snapshot();
    await other.query(`BEGIN; LOCK TABLE ${schema}.organization IN ACCESS EXCLUSIVE MODE`);
    const asked = [snapshot.organizations(snapshot), snapshot.countPlans({}, snapshot)];
    for (const answer of await Promise.allSettled(asked))
      expect(answer).toMatchObject({ reason: { name: 'ReadModelsUnavailable' } });
    await other.query('ROLLBACK');
    snapshot.release();
    const next = await node.snapshot();
    expect(await next.organizations(next)).toEqual(new Map());
    next.release();
  });

  it('answer that they are unavailable when they were dropped under a reader', async () => {
    const node = await hub.open();
    const [schema] = await hub.schemas();
    const snapshot = await node.snapshot();
    await hub.query(`ALTER SCHEMA ${schema} RENAME TO gone`);
    await expect(snapshot.organizations(snapshot)).rejects.toMatchObject({
      name: 'ReadModelsUnavailable',
    });
    snapshot.release();
    await expect(node.snapshot()).rejects.toMatchObject({ name: 'ReadModelsUnavailable' });
  });

  it('answer that they are unavailable, soon and not again and again, when nobody answers', async () => {
    const way = await proxied(hub.database);
    const database = { ...way.database, statementMsMax: 100, connectMsMax: 1_000 };
    const node = await hub.open({ database, connections: 1 });
    const refused = { name: 'ReadModelsUnavailable' };
    const snapshot = await node.snapshot();
    way.proxy.freeze(true);
    await expect(snapshot.organizations(snapshot)).rejects.toMatchObject(refused);
    snapshot.release();
    await expect(node.snapshot()).rejects.toMatchObject(refused);
    way.proxy.freeze(false);
    (await node.snapshot()).release();
    await node.close();
    way.proxy.kill();
  }, 13_000);

  it('lend no more connections than are allowed', async () => {
    const node = await hub.open({ connections: 2 });
    const [first, second] = [await node.snapshot(), await node.snapshot()];
    let third = false;
    const waiting = node.snapshot().then((snapshot) => {
      third = true;
      return snapshot;
    });
    await hub.query('SELECT 1');
    expect(third).toBe(false);
    first.release();
    (await waiting).release();
    second.release();
  });

  it('do not open without their database, and do not tell its password', async () => {
    const url = 'postgres://planner:goderich@127.0.0.1:1/jalon?password=goderich';
    const database = { ...hub.database, url };
    const opening = openPostgresReadModels({ database, log: hub.log });
    await expect(opening).rejects.toThrow('postgres://planner@127.0.0.1:1/jalon cannot be used');
    await expect(opening).rejects.not.toThrow('goderich');
  });

  it('do not open over a log with an event nobody knows', async () => {
    await append(hub.log, tell.registered(hamilton, 'Hamilton'));
    const [event] = await hub.log.readStream(`organization-${hamilton}`);
    const unknown = { ...event, id: 'other', schemaVersion: 99 };
    await hub.log.append('plan-unknown', -1, [unknown as never]);
    await expect(hub.open()).rejects.toThrow('unknown version 99 of OrganizationRegistered');
  });
});

describe('a query for SQLite', () => {
  it('is given numbers for values and quotes for names in camelCase', () => {
    const sql = `SELECT recordedAt, "row" FROM t WHERE a = :body AND kind = 'aB :x' AND b > :body
      AND (:status IS NULL OR c = :status)`;
    expect(translateSql(sql)).toEqual({
      text: `SELECT "recordedAt", "row" FROM t WHERE a = $1 AND kind = 'aB :x' AND b > $1
      AND ($2::text IS NULL OR c = $3)`,
      names: ['body', 'status', 'status'],
    });
  });
});
