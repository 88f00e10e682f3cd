import { afterAll, beforeAll, expect } from '@jest/globals';
import { operation } from './contract-operations.js';
import { dataFolder, runJalon, startHub, type HubProcess } from './hub-process.js';

/** The built program with the demonstration, for all tests of a file. */
export function demoHub() {
  const { folder, remove } = dataFolder();
  let hub: HubProcess;
  beforeAll(async () => {
    hub = await startHub(folder, '--demo');
  });
  afterAll(async () => {
    await hub.stop();
    remove();
  });
  return {
    hub: () => hub,
    /** A token that an administrator issues on the command line. */
    async issue(role: string, organization: string): Promise<string> {
      const order = ['token', '--role', role, '--organization', organization];
      return (await runJalon(folder, ...order)).stdout.trim();
    },
    /** What the root field of an operation answers to the public, which must be without errors. */
    async query(name: string, variables: object): Promise<never> {
      const { body } = await hub.ask(operation(name), variables);
      expect(body.errors).toBeUndefined();
      const [field] = Object.keys(body.data ?? {});
      return body.data?.[field ?? ''] as never;
    },
  };
}
