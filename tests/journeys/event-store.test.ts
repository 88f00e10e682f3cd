import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operation } from '../support/contract-operations.js';
import { startEventServer, type EventServer } from '../support/event-server/event-server.js';
import { dataFolder, runJalon, startHub, type HubProcess } from '../support/hub-process.js';

describe('a hub that moves from its own file to an event store and back', () => {
  const { folder, remove } = dataFolder();
  let server: EventServer;
  let onCluster: { folder: string; settings: Record<string, string> };
  beforeAll(async () => {
    server = await startEventServer(3);
    const cluster = { ESDB_URL: server.url, JALON_EVENT_LOG: 'esdb', JALON_READ_MODELS: 'memory' };
    onCluster = { folder, settings: cluster };
  });
  afterAll(async () => {
    await server.dispose();
    remove();
  });

  const copy = (from: string, to: string) =>
    runJalon({ folder, settings: { ESDB_URL: server.url } }, 'copy', '--from', from, '--to', to);
  const plans = async (hub: HubProcess) =>
    (await hub.ask(operation('Plans'), { first: 50 })).body.data?.['plans'];
  const order = ['token', '--role', 'municipal-editor', '--organization', '3541024'] as const;
  let before: unknown;

  it('copies the whole log, and says that both are the same', async () => {
    const hub = await startHub(folder, '--demo');
    before = await plans(hub);
    await hub.stop();
    const { code, stderr } = await copy('sqlite', 'esdb');
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stderr).toMatch(/^\d+ events are the same in both logs\.$/m);
  }, 120_000);

  it('answers from the event store as it did, and takes commands', async () => {
    const token = (await runJalon(onCluster, ...order)).stdout.trim();
    const hub = await startHub(onCluster);
    expect(await plans(hub)).toEqual(before);
    const input = { idempotencyKey: 'moved', title: { en: 'A plan' }, bodies: ['3541024'] };
    const { body } = await hub.ask(operation('OpenPlan'), { input }, { token });
    expect(body.errors).toBeUndefined();
    expect(body.data?.['openPlan']).toMatchObject({ refusals: [], plan: { revision: 0 } });
    await hub.stop();
  }, 120_000);

  it('copies back what was added', async () => {
    const { code, stderr } = await copy('esdb', 'sqlite');
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const hub = await startHub(folder);
    const after = JSON.stringify(await plans(hub));
    expect(after).toContain('A plan');
    await hub.stop();
  }, 120_000);

  it('says plainly when the event store is not there, and keeps its password to itself', async () => {
    const away = {
      ...onCluster.settings,
      ESDB_URL: 'esdb://hub:hunter2@127.0.0.1:9',
      JALON_ESDB_MS_MAX: '1s',
    };
    const { code, stdout, stderr } = await runJalon({ folder, settings: away }, 'start');
    expect(code).toBe(1);
    expect(stderr).toContain('EventStoreDB at 127.0.0.1:9');
    expect(stdout + stderr).not.toContain('hunter2');
  });
});
