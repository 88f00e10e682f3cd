import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfiguration } from '../../src/main/configuration.js';
import { openHub } from '../../src/main/open-hub.js';

/** What a hub tells that runs: the files here may name nothing else. */
export type RunningHub = {
  /** Names of all metrics, those of histograms with their endings. */
  readonly metrics: ReadonlySet<string>;
  /** Labels with their values, as `type="query"`, of a hub that was asked one query. */
  readonly labels: ReadonlySet<string>;
  /** The status of an address. */
  status(path: string, method?: string): Promise<number>;
  /** Why HTTP refuses an address; undefined when it does not. */
  reason(path: string, method?: string): Promise<string | undefined>;
  stop(): Promise<void>;
};

const namesIn = (exposition: string): readonly string[] =>
  exposition.split('\n').flatMap((line) => {
    const [, type] = /^# TYPE (\S+) histogram$/.exec(line) ?? [];
    if (type !== undefined) return ['_bucket', '_count', '_sum'].map((end) => type + end);
    return /^# TYPE (\S+)/.exec(line)?.[1] ?? [];
  });

const labelsIn = (exposition: string): readonly string[] =>
  [...exposition.matchAll(/[{,](\w+="[^"]*")/g)].map(([, label = '']) => label);

/** Starts a hub in memory, on a free port. */
export async function runningHub(): Promise<RunningHub> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-infra-'));
  const reading = readConfiguration({
    JALON_DATA_DIR: folder,
    JALON_EVENT_LOG: 'memory',
    JALON_PORT: '0',
  });
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  const hub = await openHub(reading.configuration);
  const server = await hub.listen(pino({ level: 'silent' }));
  await fetch(`${server.url}/graphql?query={__typename}`, {
    headers: { 'apollo-require-preflight': 'true' },
  });
  const exposition = await (await fetch(`${server.url}/metrics`)).text();
  return {
    metrics: new Set(namesIn(exposition)),
    labels: new Set(labelsIn(exposition)),
    status: async (path, method = 'GET') => (await fetch(server.url + path, { method })).status,
    async reason(path, method = 'GET') {
      const text = await (await fetch(server.url + path, { method })).text();
      return /"reason":"([\w-]+)"/.exec(text)?.[1];
    },
    async stop() {
      await server.stop();
      await hub.close();
      rmSync(folder, { recursive: true });
    },
  };
}
