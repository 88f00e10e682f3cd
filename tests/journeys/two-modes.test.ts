import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contractAnswers } from '../support/contract-answers.js';
import { contractOperations, operation } from '../support/contract-operations.js';
import { startEventServer, type EventServer } from '../support/event-server/event-server.js';
import { dataFolder, runJalon, startHub, type HubProcess } from '../support/hub-process.js';
import { postgresDatabases } from '../support/postgres-databases.js';
import { firstStreamed } from '../support/streamed.js';

const databases = postgresDatabases();
const analyst = ['token', '--role', 'ministry-analyst', '--organization', 'solgen'] as const;

describe('one log, in files and on a cluster', () => {
  const { folder, remove } = dataFolder();
  const elsewhere = dataFolder();
  let server: EventServer;
  let inFiles: HubProcess;
  let onCluster: HubProcess;
  let bearers: { readonly authorization: string }[];

  beforeAll(async () => {
    server = await startEventServer();
    const { url } = await databases.create();
    const settings = { ESDB_URL: server.url, DATABASE_URL: url, JALON_READ_MODELS: 'postgres' };
    const first = await startHub(folder, '--demo');
    await first.stop();
    const copied = await runJalon({ folder, settings }, 'copy', '--from', 'sqlite', '--to', 'esdb');
    if (copied.code !== 0) throw new Error(copied.stderr);
    // Another folder: nothing a node needs is in its own.
    const node = { folder: elsewhere.folder, settings: { ...settings, JALON_EVENT_LOG: 'esdb' } };
    inFiles = await startHub(folder);
    onCluster = await startHub(node);
    const tokens = [await runJalon(folder, ...analyst), await runJalon(node, ...analyst)];
    bearers = tokens.map(({ stdout }) => ({ authorization: `Bearer ${stdout.trim()}` }));
  }, 180_000);
  afterAll(async () => {
    await Promise.all([inFiles?.stop(), onCluster?.stop()]);
    await server.dispose();
    remove();
    elsewhere.remove();
  });

  it.each(['the public', 'the ministry'])('answers %s with the same bytes', async (who) => {
    const [a, b] = who === 'the public' ? [{}, {}] : bearers;
    const files = await contractAnswers(inFiles.url, a as never);
    const cluster = await contractAnswers(onCluster.url, b as never);
    expect(Object.keys(files).length).toBeGreaterThan(20);
    for (const { body } of Object.values(files))
      expect(JSON.parse(body)).not.toHaveProperty('errors');
    expect(cluster).toEqual(files);
    const asked = new Set(Object.keys(files).map((name) => name.split(' ')[0]));
    const queries = [...contractOperations].filter(([, text]) => text.startsWith('query'));
    expect(queries.map(([name]) => name).filter((name) => !asked.has(name))).toEqual([]);
  });

  it('sends a subscriber the same past', async () => {
    const { body } = await inFiles.ask(operation('Plans'), { first: 1 });
    const planId = /"id":"(plan-[^"]+)"/.exec(JSON.stringify(body.data))?.[1];
    const question = { query: operation('PlanChanged'), variables: { planId, since: '0' } };
    const [files, cluster] = await Promise.all(
      [inFiles, onCluster].map(({ url }) => firstStreamed(url, question, 10)),
    );
    expect(files).toHaveLength(10);
    expect(cluster).toEqual(files);
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
