import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { parse, subscribe, type ExecutionResult } from 'graphql';
import { identifyRisk } from '../../src/domain/plan/commands.js';
import { reportCommitmentProgress } from '../../src/domain/commitment/commands.js';
import { followPlan } from '../../src/graphql/timeline/follow-plan.js';
import type { ReadModels, Snapshot } from '../../src/projections/read-models.js';
import { approver } from '../support/command-desk.js';
import { operation } from '../support/contract-operations.js';
import {
  body,
  defineIndicators,
  openHamiltonPlan,
  registerTowns,
  type HamiltonPlan,
} from './query-town.js';
import { queryHub, type QueryHub } from './query-hub.js';

type Payload = ExecutionResult<{ planChanged: { position: string; type: string } }>;
type Stream = AsyncGenerator<Payload, void, void>;

const hamilton = approver(body.hamilton);
let hub: QueryHub;
let ids: HamiltonPlan;
let opened: number;
const open: Stream[] = [];
beforeAll(async () => {
  hub = await queryHub();
  await registerTowns(hub);
  await defineIndicators(hub);
  opened = hub.readModels.position() + 1;
  ids = await openHamiltonPlan(hub);
});
afterEach(async () => {
  for (const stream of open.splice(0)) await stream.return();
});
afterAll(() => hub.close());

async function follow(variables: object = {}, source = operation('PlanChanged')) {
  const answer = await subscribe({
    schema: hub.schema,
    document: parse(source),
    variableValues: { planId: ids.planId, ...variables },
    contextValue: await hub.contextOf(),
  });
  if (!(Symbol.asyncIterator in answer)) return { refused: answer.errors?.[0] };
  const stream = answer as Stream;
  open.push(stream);
  return { stream, refused: undefined };
}

async function take(stream: Stream | undefined, count: number) {
  const taken: { position: string; type: string }[] = [];
  while (taken.length < count) {
    const { value } = (await stream?.next()) ?? {};
    if (!value?.data) throw new Error(JSON.stringify(value));
    taken.push(value.data.planChanged);
  }
  return taken;
}

/** Lets everything happen that needs no further event. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
}

const types = (entries: readonly { readonly type: string }[]) => entries.map(({ type }) => type);

async function report(percent: number) {
  const reportedOn = '2024-06-10';
  const { commitmentId } = ids;
  return hub.record(reportCommitmentProgress, { commitmentId, reportedOn, percent }, hamilton);
}

describe('a subscription to a plan', () => {
  test('begins after the position it names and goes on live, without gap or duplicate', async () => {
    const { stream } = await follow({ since: String(opened + 2) });
    expect(types(await take(stream, 3))).toEqual([
      'StrategyAdopted',
      'CommitmentMade',
      'MeasureDefined',
    ]);
    const waiting = take(stream, 2);
    const first = await report(10);
    const second = await report(20);
    expect(await waiting).toEqual([
      { position: String(first.position), type: 'CommitmentProgressReported' },
      { position: String(second.position), type: 'CommitmentProgressReported' },
    ]);
  });

  test('begins with what is decided next when it names no position', async () => {
    const { stream } = await follow();
    const waiting = take(stream, 1);
    const { position } = await report(30);
    expect(await waiting).toMatchObject([{ position: String(position) }]);
  });

  test('misses nothing that is decided while its client is slow', async () => {
    const since = hub.readModels.position();
    const { stream } = await follow({ since: String(since) });
    for (let percent = 31; percent <= 40; percent++) await report(percent);
    const before = await take(stream, 4);
    for (let percent = 41; percent <= 45; percent++) await report(percent);
    const positions = [...before, ...(await take(stream, 11))].map(({ position }) => +position);
    expect(positions).toEqual(Array.from({ length: 15 }, (_, at) => since + 1 + at));
  });

  test('resumes over more than one page of history', async () => {
    const since = hub.readModels.position();
    for (let at = 0; at < 120; at++) await report(46 + Math.floor(at / 3));
    const { stream } = await follow({ since: String(since) });
    const positions = (await take(stream, 120)).map(({ position }) => Number(position));
    expect(positions).toEqual(Array.from({ length: 120 }, (_, at) => since + 1 + at));
  });

  test('says nothing of other plans, and does not even look', async () => {
    const { stream } = await follow();
    const waiting = take(stream, 1);
    const { snapshot } = hub.readModels;
    let looked = 0;
    await turns();
    hub.readModels.snapshot = () => ((looked += 1), snapshot());
    await openHamiltonPlan(hub);
    await turns();
    hub.readModels.snapshot = snapshot;
    expect(looked).toBe(0);
    const risk = { planId: ids.planId, code: 'antisocial-behaviour' };
    await hub.record(identifyRisk, risk, hamilton);
    expect(types(await waiting)).toEqual(['RiskIdentified']);
  });

  test('tells each decision in words', async () => {
    const source = `subscription ($planId: ID!, $since: Position) {
      planChanged(planId: $planId, since: $since) {
        sentence(lang: FR) actingFor { name { en } } actor recordedInError } }`;
    const { stream } = await follow({ since: String(opened - 1) }, source);
    const [entry] = await take(stream, 1);
    expect(entry).toEqual({
      sentence: expect.stringContaining('Hamilton en sécurité'),
      actingFor: { name: { en: 'Hamilton' } },
      actor: null,
      recordedInError: false,
    });
  });

  test('ends when its client leaves, even while it waits, and listens no more', async () => {
    const { onProgress } = hub.readModels;
    let listening = 0;
    hub.readModels.onProgress = (listener) => {
      listening += 1;
      const stop = onProgress(listener);
      return () => {
        listening -= 1;
        stop();
      };
    };
    const { stream } = await follow();
    const waiting = stream?.next();
    await turns();
    expect(listening).toBe(1);
    await stream?.return();
    hub.readModels.onProgress = onProgress;
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(listening).toBe(0);
  });

  test('holds no snapshot while it waits', async () => {
    const { snapshot } = hub.readModels;
    let held = 0;
    hub.readModels.snapshot = async (): Promise<Snapshot> => {
      const opening = await snapshot();
      held += 1;
      return { ...opening, release: () => void ((held -= 1), opening.release()) };
    };
    const { stream } = await follow({ since: String(opened) });
    await take(stream, 5);
    const waiting = take(stream, 160);
    waiting.catch(() => undefined);
    await turns();
    hub.readModels.snapshot = snapshot;
    expect(held).toBe(0);
  });

  test('waits for the position of a client who comes from a node that was further on', async () => {
    const coming = follow({ since: String(hub.readModels.position() + 1) });
    await turns();
    await report(61);
    const { stream } = await coming;
    await report(62);
    const [entry] = await take(stream, 1);
    expect(entry?.position).toBe(String(hub.readModels.position()));
  });

  test.each([
    ['plan-unknown', 'NOT_FOUND', { planId: `plan-${'0'.repeat(32)}` }],
    ['plan-unknown', 'NOT_FOUND', { planId: 'organization-3525005' }],
    ['since-in-the-future', 'BAD_USER_INPUT', { since: '1000000' }],
    ['position-invalid', 'BAD_USER_INPUT', { since: '-1' }],
  ])('is refused as %s', async (reason, code, variables) => {
    const { refused } = await follow(variables);
    expect(refused?.extensions).toEqual({ code, reason });
  });

  test('hears of what came while the views were replaced, which no tag tells', async () => {
    const context = await hub.contextOf();
    const { services } = context;
    const readModels: ReadModels = {
      ...services.readModels,
      onProgress: (listener) =>
        services.readModels.onProgress(({ position }) =>
          listener({ position, tags: [], replaced: true }),
        ),
    };
    const following = { ...context, services: { ...services, readModels } };
    const entries = await followPlan(ids.planId, undefined, following);
    const next = entries.next();
    await turns();
    await report(1);
    expect(await next).toMatchObject({ value: { type: 'CommitmentProgressReported' } });
    await entries.return(undefined);
  });
});
