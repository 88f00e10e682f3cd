import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DatabaseOptions } from '../../src/adapters/postgres/database-options.js';
import type { StoredEvent } from '../../src/domain/event.js';
import { contractAnswers } from '../support/contract-answers.js';
import { postgresDatabases } from '../support/postgres-databases.js';
import { countTakeovers, disturbances, type Disturbance } from './cluster/disturbances.js';
import { preparePlans, readLog } from './cluster/shared-plans.js';
import { subscriber, type Heard } from './cluster/subscriber.js';
import { twoNodes, type TwoNodes } from '../support/two-nodes.js';
import { writingClients } from './cluster/writing-clients.js';

const seconds = Number(process.env['CLUSTER_SECONDS'] ?? 30);
const seed = Number(process.env['CLUSTER_SEED'] ?? 20_260_101);
const clients = 64;
const subscribers = 6;
const overallMs = seconds * 1_000 + 600_000;
const databases = postgresDatabases();

describe(`two nodes disturbed for ${seconds} s under ${clients} clients, seed ${seed}`, () => {
  let nodes: TwoNodes;
  let database: DatabaseOptions;
  let headers: { readonly authorization: string };
  let acknowledged: ReadonlyMap<string, number>;
  let heard: readonly Heard[];
  let done: Readonly<Record<Disturbance['kind'], number>>;
  let takeovers: number;
  let events: readonly StoredEvent[];

  beforeAll(async () => {
    database = await databases.create();
    const query = (sql: string) => databases.query(database, sql);
    nodes = await twoNodes(database);
    await Promise.all([nodes.start(0), nodes.start(1)]);
    const order = ['token', '--role', 'administrator', '--organization', 'solgen'] as const;
    const token = (await nodes.run(...order)).stdout.trim();
    headers = { authorization: `Bearer ${token}` };
    const plans = await preparePlans(nodes, token);
    heard = Array.from({ length: subscribers }, (_, at) => ({
      planId: plans[at % plans.length] as string,
      positions: [],
      asked: 0,
    }));
    const [storm, listening] = [new AbortController(), new AbortController()];
    const following = heard.map((each, at) => subscriber(each, at, nodes.url, listening.signal));
    const writing = writingClients(clients, plans, { ...nodes, token, signal: storm.signal });
    const counting = countTakeovers(query, listening.signal);
    const over = AbortSignal.timeout(seconds * 1_000);
    done = await disturbances(seed, nodes, query, over);
    storm.abort();
    acknowledged = await writing;
    events = await readLog(nodes.server.url);
    await untilHeard();
    listening.abort();
    await Promise.all(following);
    takeovers = await counting;
  }, overallMs);

  /** Gives subscribers the time that what is under way needs to reach them. */
  async function untilHeard(): Promise<void> {
    const last = (planId: string) => events.findLast(({ stream }) => stream === planId)?.position;
    const isMissing = ({ planId, positions }: Heard) => positions.at(-1) !== last(planId);
    for (let looks = 0; looks < 600 && heard.some(isMissing); looks++) await sleep(100);
  }
  afterAll(async () => {
    await nodes?.close();
  });

  /** What a node answers once it has reached a position. */
  async function settledAnswers(node: number, position: number) {
    const url = nodes.url(node) as string;
    for (;;) {
      const { status } = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'jalon-min-position': String(position) },
        body: JSON.stringify({ query: '{ __typename }' }),
      });
      if (status === 200) return contractAnswers(url, headers);
    }
  }

  it('acknowledged much, and was disturbed in every way', () => {
    const resumed = heard.reduce((sum, { asked }) => sum + asked - 1, 0);
    const counts = [
      `${acknowledged.size} commands acknowledged`,
      `${events.length} events`,
      `${done.node + done.projector} nodes killed`,
      `${done.projector} of them with the active projector`,
      `${done.connections} times connections cut`,
      `event server killed ${done['event server']} times`,
      `${takeovers} takeovers`,
      `${resumed} subscriptions resumed`,
    ];
    process.stdout.write(`cluster, seed ${seed}: ${counts.join(', ')}\n`);
    expect(acknowledged.size).toBeGreaterThan(clients);
    expect(Math.min(...Object.values(done))).toBeGreaterThan(0);
    expect(takeovers).toBeGreaterThan(0);
  });

  it('has every acknowledged command exactly once, and no command twice', () => {
    expect(events.map(({ position }) => position)).toEqual(events.map((_, at) => at + 1));
    const keys = events.map(({ metadata }) => metadata.idempotencyKey);
    expect(new Set(keys).size).toBe(keys.length);
    const positions = new Map(
      events.map((event) => [event.metadata.idempotencyKey, event.position]),
    );
    const lost = [...acknowledged].filter(([key, position]) => positions.get(key) !== position);
    expect(lost).toEqual([]);
  });

  it('sent every subscriber each change of its plan once, in order', () => {
    for (const { planId, positions } of heard) {
      const ofPlan = events.filter(({ stream }) => stream === planId);
      expect(ofPlan.length).toBeGreaterThan(1);
      expect(positions).toEqual(ofPlan.map(({ position }) => position));
    }
  });

  it('answers the same bytes at both nodes, and after the views are made anew', async () => {
    const [first, second] = [
      await settledAnswers(0, events.length),
      await settledAnswers(1, events.length),
    ];
    expect(Object.keys(first).length).toBeGreaterThan(20);
    expect(second).toEqual(first);
    expect(JSON.stringify(first)).not.toContain('"redacted":true');
    expect(await nodes.run('rebuild')).toMatchObject({ code: 0 });
    for (const node of [0, 1]) {
      await nodes.kill(node);
      await nodes.start(node);
      expect(await settledAnswers(node, events.length)).toEqual(first);
    }
  }, 300_000);
});
