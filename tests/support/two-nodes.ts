import type { DatabaseOptions } from '../../src/adapters/postgres/database-options.js';
import { startEventServer, type EventServer } from './event-server/event-server.js';
import { dataFolder, runJalon, startHub, type HubProcess } from './hub-process.js';

/** Two nodes of one hub, each of which may be down. */
export type TwoNodes = {
  readonly server: EventServer;
  /** Address of a node; undefined while it is down. */
  url(node: number): string | undefined;
  kill(node: number): Promise<void>;
  /** Stops every thread of a node in the middle of what it does, or lets them go on. */
  freeze(node: number, isFrozen: boolean): void;
  /** Tells a node to stop, as whoever replaces it does. @returns its exit code once it is gone */
  stop(node: number): Promise<number | null>;
  /** Starts a node that is down, as often as it takes. */
  start(node: number): Promise<void>;
  /** Runs a command of the program beside the nodes. */
  run(...args: readonly string[]): ReturnType<typeof runJalon>;
  close(): Promise<void>;
};

/** What the database calls the connections of a node. */
export const nameOf = (node: number): string => `jalon-node-${node}`;

/**
 * Prepares two nodes on one database and one event server; none runs yet.
 * @param members of the event server's cluster
 */
export async function twoNodes(
  database: DatabaseOptions,
  members = 1,
  given: Readonly<Record<string, string>> = {},
): Promise<TwoNodes> {
  const server = await startEventServer(members);
  const hubs: (HubProcess | undefined)[] = [];
  const places = [0, 1].map((node) => {
    const { folder, remove } = dataFolder();
    const url = new URL(database.url);
    url.searchParams.set('application_name', nameOf(node));
    const settings = {
      JALON_EVENT_LOG: 'esdb',
      JALON_READ_MODELS: 'postgres',
      JALON_LOG_LEVEL: 'fatal',
      ESDB_URL: server.url,
      DATABASE_URL: url.href,
      ...given,
    };
    return { folder, settings, remove };
  });
  const place = (node: number) => places[node] as (typeof places)[number];
  const start = async (node: number): Promise<void> => {
    // The event server may be away just now: whoever runs a node starts it again.
    while (hubs[node] === undefined)
      hubs[node] = await startHub(place(node)).catch(() => undefined);
  };
  const kill = async (node: number): Promise<void> => {
    const hub = hubs[node];
    hubs[node] = undefined;
    await hub?.stop('SIGKILL');
  };
  const stop = async (node: number): Promise<number | null> => {
    const hub = hubs[node];
    await hub?.stop();
    hubs[node] = undefined;
    return hub?.child.exitCode ?? null;
  };
  return {
    server,
    url: (node) => hubs[node]?.url,
    kill,
    freeze: (node, isFrozen) => void hubs[node]?.child.kill(isFrozen ? 'SIGSTOP' : 'SIGCONT'),
    stop,
    start,
    run: (...args) => runJalon(place(0), ...args),
    async close() {
      await Promise.all([kill(0), kill(1)]);
      await server.dispose();
      for (const { remove } of places) remove();
    },
  };
}
