import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openLogReader } from '../../src/adapters/event-log/sqlite/open-log-reader.js';
import { rebuildViews } from '../../src/adapters/read-models/sqlite/rebuild-views.js';
import { servingFile } from '../../src/adapters/read-models/sqlite/views-folder.js';
import { dumpViews } from '../support/dump-views.js';
import { dataFolder, runJalon, startHub, type HubProcess } from '../support/hub-process.js';

const cycles = Number(process.env['CRASH_CYCLES'] ?? 20);
const writers = 64;

const register = `mutation ($input: RegisterOrganizationInput!) {
  registerOrganization(input: $input) { position refusals { code } }
}`;

const organization = (key: string) => ({
  input: {
    idempotencyKey: key,
    code: `partner-${key}`,
    kind: 'PARTNER',
    sector: 'health',
    name: { en: `Partner ${key}` },
  },
});

/** Position of an accepted command; undefined when the answer never came. */
async function write(hub: HubProcess, key: string, token: string): Promise<number | undefined> {
  const answer = await hub.ask(register, organization(key), { token }).catch(() => undefined);
  if (answer === undefined || answer.status >= 500) return undefined;
  const payload = answer.body.data?.['registerOrganization'] as
    { position: string; refusals: [] } | undefined;
  if (payload?.position === undefined) throw new Error(JSON.stringify(answer.body));
  return Number(payload.position);
}

/** Writes from many callers at once until the hub is gone; returns what was acknowledged. */
async function writeUntilKilled(hub: HubProcess, cycle: number, token: string) {
  const acknowledged = new Map<string, number>();
  let alive = true;
  const writer = async (number: number): Promise<void> => {
    for (let count = 0; alive; count++) {
      const key = `${cycle}-${number}-${count}`;
      const position = await write(hub, key, token);
      if (position === undefined) return;
      acknowledged.set(key, position);
    }
  };
  const writing = Promise.all(Array.from({ length: writers }, (_, at) => writer(at)));
  await sleep(50 + Math.random() * 400);
  alive = false;
  await hub.stop('SIGKILL');
  await writing;
  return acknowledged;
}

async function administratorToken(folder: string): Promise<string> {
  const order = ['token', '--role', 'administrator', '--organization', 'solgen'] as const;
  const { stdout, stderr } = await runJalon(folder, ...order);
  const token = /jalon_\S+/.exec(stdout)?.[0];
  if (token === undefined) throw new Error(stderr);
  return token;
}

describe(`a hub killed ${cycles} times under ${writers} concurrent writers`, () => {
  const { folder, remove } = dataFolder();
  const acknowledged = new Map<string, number>();

  beforeAll(async () => {
    const token = await administratorToken(folder);
    for (let cycle = 0; cycle < cycles; cycle++) {
      const hub = await startHub(folder);
      for (const [key, position] of await writeUntilKilled(hub, cycle, token))
        acknowledged.set(key, position);
    }
  }, 3_600_000);
  afterAll(remove);

  it('acknowledged something to lose', () => {
    expect(acknowledged.size).toBeGreaterThan(cycles);
  });

  it('lost nothing, left no gap and wrote nothing twice', () => {
    const reader = openLogReader(`${folder}/log.db`);
    const events = reader.readAll(1, Number.MAX_SAFE_INTEGER);
    reader.close();
    expect(events.map(({ position }) => position)).toEqual(events.map((_, at) => at + 1));
    const streams = Map.groupBy(events, ({ stream }) => stream);
    for (const stream of streams.values())
      expect(stream.map(({ revision }) => revision)).toEqual(stream.map((_, at) => at));
    const byKey = new Map(events.map((event) => [event.metadata.idempotencyKey, event]));
    expect(byKey.size).toBe(events.length);
    const lost = [...acknowledged].filter(
      ([key, position]) => byKey.get(key)?.position !== position,
    );
    expect(lost).toEqual([]);
  });

  it('has the views that a rebuild from zero makes', async () => {
    const anew = mkdtempSync(join(tmpdir(), 'jalon-anew-'));
    const hub = await startHub(folder);
    await hub.stop();
    await rebuildViews({ directory: anew, logFile: `${folder}/log.db` });
    const served = dumpViews(servingFile(`${folder}/views`) ?? '');
    expect(dumpViews(servingFile(anew) ?? '')).toEqual(served);
    rmSync(anew, { recursive: true });
  });

  it('answers a repeated command with the position it had', async () => {
    const token = await administratorToken(folder);
    const hub = await startHub(folder);
    const sample = [...acknowledged].filter((_, at) => at % 50 === 0);
    for (const [key, position] of sample) expect(await write(hub, key, token)).toBe(position);
    await hub.stop();
  });
});
