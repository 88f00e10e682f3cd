import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contractAnswers } from '../support/contract-answers.js';
import {
  becameOf,
  contractCommands,
  giveCommands,
  givenBefore,
  type Giver,
  type KincardinePlan,
} from '../support/contract-commands.js';
import { contractOperations, operation } from '../support/contract-operations.js';
import { startEventServer, type EventServer } from '../support/event-server/event-server.js';
import {
  dataFolder,
  runJalon,
  startHub,
  type HubPlace,
  type HubProcess,
} from '../support/hub-process.js';
import { postgresDatabases } from '../support/postgres-databases.js';
import { stillClock } from '../support/still-clock.js';
import { firstStreamed } from '../support/streamed.js';

const databases = postgresDatabases();
const analyst = ['ministry-analyst', 'solgen'] as const;
const editor = ['municipal-editor', '3541024'] as const;
const administrator = ['administrator', 'solgen'] as const;

type Bearer = Readonly<Record<string, string>>;
/** A hub that runs, and who asks it. */
type Mode = { readonly hub: HubProcess; readonly tokens: Readonly<Record<string, Bearer>> };

async function bearerAt(
  place: HubPlace,
  [role, organization]: readonly [string, string],
): Promise<Bearer> {
  const order = ['token', '--role', role, '--organization', organization];
  return { authorization: `Bearer ${(await runJalon(place, ...order)).stdout.trim()}` };
}

/** Starts a hub whose clock stands still, so that it records what the other one records. */
async function startMode(
  folder: string,
  settings: Readonly<Record<string, string>>,
): Promise<Mode> {
  const place = { folder, settings: { ...settings, ...stillClock('2030-11-03T15:00:00.000Z') } };
  const tokens = {
    analyst: await bearerAt(place, analyst),
    editor: await bearerAt(place, editor),
    ministry: await bearerAt(place, administrator),
  };
  return { hub: await startHub(place), tokens };
}

const headersAt =
  ({ tokens }: Mode) =>
  (giver: Giver): Bearer =>
    giver === 'nobody' ? {} : (tokens[giver] as Bearer);

describe('one log, in files and on a cluster', () => {
  const { folder, remove } = dataFolder();
  const elsewhere = dataFolder();
  let server: EventServer;
  let files: Mode;
  let cluster: Mode;

  beforeAll(async () => {
    server = await startEventServer();
    const { url } = await databases.create();
    const settings = { ESDB_URL: server.url, DATABASE_URL: url, JALON_READ_MODELS: 'postgres' };
    const first = await startHub(
      { folder, settings: stillClock('2030-11-02T15:00:00.000Z') },
      '--demo',
    );
    const token = first.tokens.get(editor.join(' ')) ?? '';
    await first.ask(operation('OpenPlan'), { input: givenBefore }, { token });
    await first.stop();
    const copied = await runJalon({ folder, settings }, 'copy', '--from', 'sqlite', '--to', 'esdb');
    if (copied.code !== 0) throw new Error(copied.stderr);
    files = await startMode(folder, {});
    // Another folder: nothing a node needs is in its own.
    cluster = await startMode(elsewhere.folder, { ...settings, JALON_EVENT_LOG: 'esdb' });
  }, 180_000);
  afterAll(async () => {
    await Promise.all([files?.hub.stop(), cluster?.hub.stop()]);
    await server.dispose();
    remove();
    elsewhere.remove();
  });

  /** What both answer to every query of the contract. */
  const answersTo = (who: string) =>
    [files, cluster].map(({ hub, tokens }) => contractAnswers(hub.url, tokens[who] ?? {}));

  it.each(['the public', 'analyst'])('answers %s with the same bytes', async (who) => {
    const [inFiles = {}, onCluster] = await Promise.all(answersTo(who));
    expect(Object.keys(inFiles).length).toBeGreaterThan(20);
    for (const { body } of Object.values(inFiles))
      expect(JSON.parse(body)).not.toHaveProperty('errors');
    expect(onCluster).toEqual(inFiles);
    const asked = new Set(Object.keys(inFiles).map((name) => name.split(' ')[0]));
    const queries = [...contractOperations].filter(([, text]) => text.startsWith('query'));
    expect(queries.map(([name]) => name).filter((name) => !asked.has(name))).toEqual([]);
  });

  it('sends a subscriber the same past', async () => {
    const { body } = await files.hub.ask(operation('Plans'), { first: 1 });
    const planId = /"id":"(plan-[^"]+)"/.exec(JSON.stringify(body.data))?.[1];
    const question = { query: operation('PlanChanged'), variables: { planId, since: '0' } };
    const [inFiles, onCluster] = await Promise.all(
      [files, cluster].map(({ hub }) => firstStreamed(hub.url, question, 10)),
    );
    expect(inFiles).toHaveLength(10);
    expect(onCluster).toEqual(inFiles);
  });

  it('takes, repeats and refuses commands with the same bytes, and answers alike after', async () => {
    const mine = { first: 5, filter: { body: '3541024', status: 'PUBLISHED' } };
    const { body } = await files.hub.ask(operation('Plans'), mine);
    const id = /"id":"(plan-[^"]+)"/.exec(JSON.stringify(body.data))?.[1];
    const plan = (await files.hub.ask(operation('Plan'), { id })).body.data?.['plan'];
    const given = contractCommands(plan as unknown as KincardinePlan);
    const mutations = [...contractOperations].filter(([, text]) => text.startsWith('mutation'));
    expect(new Set(given.map(({ name }) => name))).toEqual(
      new Set(mutations.map(([name]) => name)),
    );
    const askers = ['the public', 'analyst', 'editor'];
    const before = await Promise.all(askers.flatMap(answersTo));
    const inFiles = await giveCommands(files.hub.url, given, headersAt(files));
    expect(inFiles.map(becameOf)).toEqual(given.map(({ becomes }) => becomes));
    expect(await giveCommands(cluster.hub.url, given, headersAt(cluster))).toEqual(inFiles);
    for (const [at, who] of askers.entries()) {
      const [filesAfter, clusterAfter] = await Promise.all(answersTo(who));
      expect(clusterAfter).toEqual(filesAfter);
      expect(filesAfter).not.toEqual(before[2 * at]);
    }
  });

  it('refuses to serve a copied log whose keys were left behind', async () => {
    const { url } = await databases.create();
    const settings = {
      ESDB_URL: server.url,
      DATABASE_URL: url,
      JALON_READ_MODELS: 'postgres',
      JALON_EVENT_LOG: 'esdb',
    };
    const { code, stderr } = await runJalon({ folder, settings }, 'start');
    expect(code).toBe(1);
    expect(stderr).toContain('The database holds no keys of the texts in the log.');
  });
});
