import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Outcome } from '../../src/domain/command-handler.js';
import type { StoredEvent } from '../../src/domain/event.js';
import { AppendTooLarge, noStream } from '../../src/domain/event-log.js';
import { defineIndicator } from '../../src/domain/indicator/commands.js';
import {
  correctObservation,
  recordObservation,
  withdrawObservation,
} from '../../src/domain/observation/commands.js';
import { order, type Order } from '../../src/domain/order.js';
import { countPopulation } from '../../src/domain/organization/commands.js';
import { markRecordedInError } from '../../src/domain/record/commands.js';
import { accepted, brockton, kincardine, registered, type Desk } from '../support/bruce.js';
import { administrator, approver } from '../support/command-desk.js';

const stream = `observation-population.${kincardine}`;

async function deskWithIndicator(): Promise<Desk> {
  const desk = await registered();
  const definition = {
    key: 'population',
    name: { en: 'Population' },
    kind: 'COUNT_STOCK' as const,
    unit: { en: 'persons' },
    decimals: 0,
    direction: 'NONE' as const,
    universe: { kind: 'MUNICIPALITIES' as const },
    sensitivity: 'PUBLIC' as const,
    overTime: 'LAST' as const,
    overSpace: 'SUM' as const,
    periodKind: 'YEAR' as const,
    dimensions: [],
    proportion: false,
    idempotencyKey: 'define',
  };
  accepted(await desk.execute(defineIndicator, definition, administrator));
  return desk;
}

const of = (organization: string, period: string) => ({
  indicator: 'population',
  organization,
  period,
});

const recording = (period: string, value: string, idempotencyKey = `${period} ${value}`): Order =>
  order(recordObservation, { ...of(kincardine, period), value, idempotencyKey });

/** What a log holds, but for what no two runs share. */
const told = (events: readonly StoredEvent[]) =>
  events.map(({ type, data, revision, position, metadata }) => ({
    type,
    data: { ...data, reason: data['reason'] === undefined ? undefined : 'sealed' },
    revision,
    position,
    key: metadata.idempotencyKey,
    actingFor: metadata.actingFor,
  }));

const answer = (outcome: Outcome) =>
  outcome.outcome === 'accepted' ? { ...outcome, events: told(outcome.events) } : outcome;

describe('a batch of commands', () => {
  const choice = fc.record({
    kind: fc.constantFrom('record', 'correct', 'withdraw', 'mark', 'malformed', 'expecting'),
    period: fc.constantFrom('2019', '2020', '2021'),
    value: fc.constantFrom('1', '2'),
    key: fc.nat(8),
    at: fc.nat(6),
  });
  type Choice = typeof choice extends fc.Arbitrary<infer T> ? T : never;

  function ordered({ kind, period, value, key, at }: Choice): Order {
    const reason = { en: 'Recount' };
    const input = { ...of(kincardine, period), idempotencyKey: `${key}` };
    if (kind === 'record') return order(recordObservation, { ...input, value });
    if (kind === 'correct') return order(correctObservation, { ...input, value, reason });
    if (kind === 'withdraw') return order(withdrawObservation, { ...input, reason });
    if (kind === 'malformed') return order(recordObservation, { ...input, idempotencyKey: 'é' });
    if (kind === 'expecting')
      return order(recordObservation, { ...input, value, expectedRevision: at - 1 });
    const mark = { stream, revision: at, reason, idempotencyKey: `${key}` };
    return order(markRecordedInError, mark);
  }

  it('comes to what the same commands come to one after the other', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(choice, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 20 }),
        async (choices, size) => {
          const [alone, together] = [await deskWithIndicator(), await deskWithIndicator()];
          const orders = choices.map(ordered);
          const first: Outcome[] = [];
          for (const each of orders) first.push(...(await alone.executeAll([each], administrator)));
          const second: Outcome[] = [];
          for (let from = 0; from < orders.length; from += size) {
            const batch = orders.slice(from, from + size);
            second.push(...(await together.executeAll(batch, administrator)));
          }
          expect(told(await together.everything())).toEqual(told(await alone.everything()));
          expect(second.map(answer)).toEqual(first.map(answer));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is appended at once', async () => {
    const desk = await deskWithIndicator();
    const outcomes = await desk.executeAll(
      [recording('2019', '1'), recording('2020', '2'), recording('2021', '3')],
      administrator,
    );
    expect(outcomes.map((each) => accepted(each).position)).toEqual([4, 5, 6]);
    expect((await desk.log.readStream(stream)).map(({ revision }) => revision)).toEqual([0, 1, 2]);
  });

  it('keeps the good commands when one of them is refused or denied', async () => {
    const desk = await deskWithIndicator();
    const twice = recording('2019', '2', 'again');
    const outcomes = await desk.executeAll(
      [recording('2019', '1'), twice, recording('2020', '2')],
      approver(kincardine),
    );
    expect(outcomes).toMatchObject([
      { outcome: 'accepted' },
      { outcome: 'refused', refusals: [{ code: 'observation-exists' }] },
      { outcome: 'accepted' },
    ]);
    const denied = await desk.executeAll([recording('2021', '1')], approver(brockton));
    expect(denied).toEqual([{ outcome: 'denied' }]);
  });

  it('is decided anew when somebody else extended the stream first', async () => {
    const desk = await deskWithIndicator();
    const { append } = desk.log;
    let isFirst = true;
    desk.log.append = async (name, revision, events) => {
      if (isFirst && revision === noStream) {
        isFirst = false;
        await append(name, revision, events.slice(0, 1));
      }
      return append(name, revision, events);
    };
    const batch = [recording('2019', '1'), recording('2020', '2')];
    const outcomes = await desk.executeAll(batch, administrator);
    expect(outcomes).toMatchObject([
      { outcome: 'accepted', replayed: true },
      { outcome: 'accepted', replayed: false },
    ]);
    expect(await desk.log.readStream(stream)).toHaveLength(2);
  });

  it('is appended in parts when that is too large at once', async () => {
    const desk = await deskWithIndicator();
    const periods = Array.from({ length: 40 }, (_, at) => `${1980 + at}`);
    await desk.executeAll(
      periods.map((period) => recording(period, '1')),
      administrator,
    );
    const sizes: number[] = [];
    const { append } = desk.log;
    desk.log.append = async (name, revision, events) => {
      const result = await append(name, revision, events);
      sizes.push(events.length);
      return result;
    };
    const reason = { en: 'x'.repeat(10_000), fr: 'é'.repeat(10_000) };
    const corrections = periods.map((period) =>
      order(correctObservation, {
        ...of(kincardine, period),
        value: '2',
        reason,
        idempotencyKey: `correct ${period}`,
      }),
    );
    const outcomes = await desk.executeAll(corrections, administrator);
    expect(outcomes.map((each) => accepted(each).events[0]?.revision)).toEqual(
      periods.map((_, at) => 40 + at),
    );
    expect(sizes).toEqual([20, 20]);
  });

  it('refuses the command that is too large by itself, and keeps the others', async () => {
    const desk = await deskWithIndicator();
    const { append } = desk.log;
    desk.log.append = (name, revision, events) =>
      events.some(({ data }) => data['value'] === '2')
        ? Promise.reject(new AppendTooLarge())
        : append(name, revision, events);
    const batch = [recording('2019', '1'), recording('2020', '2'), recording('2021', '3')];
    expect(await desk.executeAll(batch, administrator)).toMatchObject([
      { outcome: 'accepted' },
      { outcome: 'refused', refusals: [{ code: 'command-too-large' }] },
      { outcome: 'accepted' },
    ]);
  });

  it('about several streams is a bug', async () => {
    const desk = await deskWithIndicator();
    const other = order(countPopulation, {
      organization: kincardine,
      population: 1,
      censusYear: 2021,
      idempotencyKey: 'count',
    });
    await expect(desk.executeAll([recording('2019', '1'), other], administrator)).rejects.toThrow(
      'one stream',
    );
  });
});
