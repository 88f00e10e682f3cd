import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Faults } from './faults.js';
import type { Order, Report, ServerArguments } from './server-messages.js';

const hook = new URL('../../../scripts/dev-hook.mjs', import.meta.url).href;
const script = fileURLToPath(new URL('./server-process.ts', import.meta.url));

/** A server in a process of its own, as the tests see it. */
export type EventServer = {
  readonly ports: readonly number[];
  /** How to connect: to its one member, or to find the leader among several. */
  readonly url: string;
  /** Orders faults; those not named stay as they are. */
  fail(faults: Partial<Faults>): Promise<void>;
  /** The faults still to come, the number of events, system events included, and what was sent. */
  look(): Promise<Extract<Report, { events: number }>>;
  freeze(isFrozen: boolean): Promise<void>;
  cut(): Promise<void>;
  killLeader(): Promise<void>;
  elect(member: number): Promise<void>;
  /** Kills the process as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same journal and ports. */
  restart(): Promise<void>;
  /** Ends the process and removes the journal. */
  dispose(): Promise<void>;
};

async function launch(options: ServerArguments): Promise<[ChildProcess, readonly number[]]> {
  const child = fork(script, [JSON.stringify(options)], { execArgv: ['--import', hook] });
  const [report] = (await once(child, 'message')) as [Extract<Report, { ports: unknown }>];
  return [child, report.ports];
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

/**
 * Starts a server with an empty journal, on free ports.
 * @param members size of the cluster; the first member leads
 */
export async function startEventServer(
  members = 1,
  options: Partial<ServerArguments> = {},
): Promise<EventServer> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-event-server-'));
  const all: ServerArguments = {
    journal: join(folder, 'journal'),
    ports: Array.from({ length: members }, () => 0),
    version: '23.10.8',
    maxAppendSize: 1_048_576,
    ...options,
  };
  const isEncrypted = all.certificate !== undefined;
  let [child, ports] = await launch(all);
  const tell = async (order: Order): Promise<Extract<Report, { events: number }>> => {
    const answered = once(child, 'message');
    child.send(order);
    const [report] = await answered;
    return report as Extract<Report, { events: number }>;
  };
  const order = async (given: Order): Promise<void> => void (await tell(given));
  return {
    ports,
    url: `esdb://${ports.map((port) => `127.0.0.1:${port}`).join(',')}?tls=${isEncrypted}`,
    fail: (faults) => order({ order: 'fail', faults }),
    look: () => tell({ order: 'look' }),
    freeze: (isFrozen) => order({ order: 'freeze', isFrozen }),
    cut: () => order({ order: 'cut' }),
    killLeader: () => order({ order: 'kill-leader' }),
    elect: (member) => order({ order: 'elect', member }),
    kill: () => end(child),
    async restart() {
      await end(child);
      [child, ports] = await launch({ ...all, ports });
    },
    async dispose() {
      await end(child);
      rmSync(folder, { recursive: true });
    },
  };
}
