import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { problems } from '../../src/adapters/http/http-problem.js';
import type { StoredEvent } from '../../src/domain/event.js';
import { rawAnswer } from '../support/contract-answers.js';
import { postgresDatabases } from '../support/postgres-databases.js';
import { twoNodes, type TwoNodes } from '../support/two-nodes.js';
import { balancer, type Balancer } from './cluster/balancer.js';
import { preparePlans, readLog } from './cluster/shared-plans.js';
import { subscriber, type Heard } from './cluster/subscriber.js';
import { commandOf, type ClientCommand } from './cluster/writing-clients.js';

const writers = 16;
const subscribers = 4;
const settings = { JALON_STOP_NOTICE_MS: '1s', JALON_DRAIN_MS_MAX: '60s' };
const databases = postgresDatabases();

/** What became of commands: positions of those acknowledged, and whatever else was answered. */
type Outcomes = { readonly acknowledged: Map<string, number>; readonly others: string[] };

type Body = {
  readonly data?: { readonly command?: { readonly position: string | null } } | null;
  readonly errors?: readonly { readonly extensions: { readonly reason: string } }[];
};

describe(`two nodes replaced one after the other under ${writers} writers`, () => {
  let nodes: TwoNodes;
  let through: Balancer;
  let token: string;
  const exits: (number | null)[] = [];
  const careful: Outcomes = { acknowledged: new Map(), others: [] };
  const blind: Outcomes = { acknowledged: new Map(), others: [] };
  let heard: readonly Heard[];
  let events: readonly StoredEvent[];

  /** Sends a command once, and notes what became of it. */
  async function send(
    address: string,
    { key, query, input }: ClientCommand,
    { acknowledged, others }: Outcomes,
  ): Promise<boolean> {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await rawAnswer(address, { query, variables: { input } }, headers).catch(
      ({ cause }: { cause?: { code?: string } }) => cause?.code ?? 'no answer',
    );
    if (typeof answer === 'string') return (void others.push(answer), false);
    const { data, errors } = JSON.parse(answer.body) as Body;
    const position = data?.command?.position;
    if (position) acknowledged.set(key, Number(position));
    else others.push(errors?.[0]?.extensions.reason ?? answer.body);
    return position != null;
  }

  /** Gives one command after the other until the signal, each until it is acknowledged. */
  async function write(
    client: number,
    plans: readonly string[],
    url: (node: number) => string | undefined,
    outcomes: Outcomes,
    signal: AbortSignal,
  ): Promise<void> {
    for (let number = 0; !signal.aborted; number++) {
      const command = commandOf(client, number, plans);
      for (let node = client, isDone = false; !isDone; node++) {
        const address = url(node % 2);
        isDone = address !== undefined && (await send(address, command, outcomes));
        await sleep(20);
      }
    }
  }

  beforeAll(async () => {
    nodes = await twoNodes(await databases.create(), 1, settings);
    await Promise.all([nodes.start(0), nodes.start(1)]);
    const order = ['token', '--role', 'administrator', '--organization', 'solgen'] as const;
    token = (await nodes.run(...order)).stdout.trim();
    const plans = await preparePlans(nodes, token);
    heard = Array.from({ length: subscribers }, (_, at) => ({
      planId: plans[at % plans.length] as string,
      positions: [],
      asked: 0,
    }));
    const [storm, listening] = [new AbortController(), new AbortController()];
    through = balancer(nodes.url, listening.signal);
    const following = heard.map((each, at) => subscriber(each, at, through.url, listening.signal));
    const writing = Array.from({ length: writers }, (_, client) =>
      client % 2 === 0
        ? write(client, plans, through.url, careful, storm.signal)
        : write(client, plans, nodes.url, blind, storm.signal),
    );
    const untilReady = async (node: number): Promise<void> => {
      while (through.url(node) === undefined) await sleep(20);
    };
    await Promise.all([untilReady(0), untilReady(1)]);
    for (const node of [0, 1]) {
      exits.push(await nodes.stop(node));
      await nodes.start(node);
      await untilReady(node);
    }
    storm.abort();
    await Promise.all(writing);
    events = await readLog(nodes.server.url);
    const last = (planId: string) => events.findLast(({ stream }) => stream === planId)?.position;
    while (heard.some(({ planId, positions }) => positions.at(-1) !== last(planId)))
      await sleep(20);
    listening.abort();
    await Promise.all([...following, through.done]);
  }, 120_000);
  afterAll(() => nodes?.close());

  it('end in good order, having said so while they still listened', () => {
    expect(exits).toEqual([0, 0]);
    for (const seen of through.seen) expect(seen.slice(-4)).toEqual([200, 503, 'no listener', 200]);
  });

  it('fail nobody who asks a node that is ready', () => {
    expect(careful.acknowledged.size).toBeGreaterThan(writers);
    expect(careful.others).toEqual([]);
  });

  it('answer everybody else, unless they came when nobody listened', () => {
    expect(blind.acknowledged.size).toBeGreaterThan(writers);
    // The system resets connections that wait to be taken when a listener closes.
    const notTaken = ['ECONNREFUSED', 'ECONNRESET'];
    const reasons = new Set(blind.others.filter((other) => !notTaken.includes(other)));
    expect(Object.keys(problems)).toEqual(expect.arrayContaining([...reasons]));
  });

  it('have every acknowledged command exactly once, and no command twice', () => {
    const keys = events.map(({ metadata }) => metadata.idempotencyKey);
    expect(new Set(keys).size).toBe(keys.length);
    const positions = new Map(
      events.map((event) => [event.metadata.idempotencyKey, event.position]),
    );
    const acknowledged = [...careful.acknowledged, ...blind.acknowledged];
    expect(acknowledged.filter(([key, position]) => positions.get(key) !== position)).toEqual([]);
  });

  it('send every subscriber each change of its plan once, in order', () => {
    for (const { planId, positions, asked } of heard) {
      const ofPlan = events.filter(({ stream }) => stream === planId);
      expect(ofPlan.length).toBeGreaterThan(1);
      expect(asked).toBeGreaterThan(1);
      expect(positions).toEqual(ofPlan.map(({ position }) => position));
    }
  });
});
