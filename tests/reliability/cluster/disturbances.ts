import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { lockNumber } from '../../../src/adapters/postgres/advisory-lock.js';
import { viewsVersion } from '../../../src/adapters/read-models/postgres/views-schema.js';
import { nameOf, type TwoNodes } from '../../support/two-nodes.js';

const kinds = ['node', 'projector', 'connections', 'event server'] as const;

/** What is taken away. */
export type Disturbance = {
  readonly kind: (typeof kinds)[number];
  readonly node: number;
  /** Milliseconds before it, and while what was taken away is gone. */
  readonly restMs: number;
  readonly goneMs: number;
};

/** Sends a statement to the database of the nodes. */
export type Query = (sql: string) => Promise<readonly Record<string, unknown>[]>;

const lock = BigInt.asUintN(64, BigInt(lockNumber(`projector ${viewsVersion}`)));
const activeSql = `SELECT pid, application_name AS name FROM pg_locks
  JOIN pg_stat_activity USING (pid)
  WHERE locktype = 'advisory' AND granted AND datname = current_database()
    AND classid = ${lock >> 32n} AND objid = ${lock & 0xffffffffn}`;

/** Disturbances that a seed decides, in order; each round has one of every kind. */
const disturbancesOf = (seed: number): readonly Disturbance[] =>
  fc
    .sample(
      fc.tuple(
        fc.shuffledSubarray([...kinds], { minLength: kinds.length }),
        fc.array(
          fc.record({
            node: fc.nat({ max: 1 }),
            restMs: fc.integer({ min: 500, max: 2_500 }),
            goneMs: fc.integer({ min: 0, max: 1_500 }),
          }),
          { minLength: kinds.length, maxLength: kinds.length },
        ),
      ),
      { seed, numRuns: 200 },
    )
    .flatMap(([order, times]) =>
      order.map((kind, at) => ({ kind, ...(times[at] as (typeof times)[number]) })),
    );

async function activeNode(query: Query): Promise<{ readonly pid: unknown; readonly node: number }> {
  for (;;) {
    const [active] = await query(activeSql);
    if (active !== undefined)
      return { pid: active['pid'], node: active['name'] === nameOf(1) ? 1 : 0 };
    await sleep(50);
  }
}

async function killNode(nodes: TwoNodes, node: number, goneMs: number): Promise<void> {
  await nodes.kill(node);
  await sleep(goneMs);
  await nodes.start(node);
}

async function disturb(
  { kind, node, goneMs }: Disturbance,
  nodes: TwoNodes,
  query: Query,
): Promise<void> {
  if (kind === 'node') await killNode(nodes, node, goneMs);
  if (kind === 'projector') await killNode(nodes, (await activeNode(query)).node, goneMs);
  if (kind === 'connections')
    await query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = '${nameOf(node)}'`);
  if (kind === 'event server') {
    await nodes.server.kill();
    await sleep(goneMs);
    await nodes.server.restart();
  }
}

/** Notes who holds the lock of the active projector until the signal. @returns changes */
export async function countTakeovers(query: Query, signal: AbortSignal): Promise<number> {
  let takeovers = -1;
  let last: unknown;
  while (!signal.aborted) {
    const [active] = await query(activeSql);
    if (active !== undefined && active['pid'] !== last) {
      takeovers += 1;
      last = active['pid'];
    }
    await sleep(100);
  }
  return takeovers;
}

/** Disturbs until the signal, in every way at least once. @returns how often each kind was done */
export async function disturbances(
  seed: number,
  nodes: TwoNodes,
  query: Query,
  signal: AbortSignal,
): Promise<Readonly<Record<Disturbance['kind'], number>>> {
  const done = { node: 0, projector: 0, connections: 0, 'event server': 0 };
  for (const disturbance of disturbancesOf(seed)) {
    if (signal.aborted && Math.min(...Object.values(done)) > 0) break;
    await sleep(disturbance.restMs);
    await disturb(disturbance, nodes, query);
    done[disturbance.kind] += 1;
  }
  return done;
}
