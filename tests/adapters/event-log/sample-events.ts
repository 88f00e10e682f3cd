import { v7 } from 'uuid';
import type { EventBody, NewEvent, StoredEvent } from '../../../src/domain/event.js';

let streams = 0;
const run = v7().slice(-12);

/** A stream that no other test uses, also when the log outlives the test. */
export const aStream = (category = 'plan'): string => `${category}-${run}.${++streams}`;

/** An event about Thunder Bay, with a body of the test's choice. */
export function anEvent(data: EventBody = { name: 'Thunder Bay' }): NewEvent {
  const id = v7();
  return {
    id,
    type: 'PlanOpened',
    schemaVersion: 1,
    data,
    metadata: {
      actor: 'editor-3',
      actingFor: '3558004',
      recordedAt: '2026-01-05T14:00:00.000Z',
      effectiveOn: '2026-01-05',
      correlationId: id,
      causationId: id,
      idempotencyKey: `open ${id}`,
      commandHash: '0f343b0931126a20f133d67c2b018a3b',
    },
  };
}

/** So many events, numbered in their bodies. */
export const events = (count: number): NewEvent[] =>
  Array.from({ length: count }, (_, number) => anEvent({ number }));

/** The ids of events, which say which they are and in what order. */
export const idsOf = (all: readonly Pick<NewEvent, 'id'>[]): string[] => all.map(({ id }) => id);

/** All events of an iteration of batches. */
export async function collected(
  batches: AsyncIterable<readonly StoredEvent[]>,
): Promise<StoredEvent[]> {
  const all: StoredEvent[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
}

/** The first so many events of a subscription, which is then left. */
export async function take(
  count: number,
  batches: AsyncIterable<readonly StoredEvent[]>,
): Promise<StoredEvent[]> {
  const all: StoredEvent[] = [];
  if (count === 0) return all;
  for await (const batch of batches) {
    all.push(...batch);
    if (all.length >= count) break;
  }
  return all;
}

/** Whole numbers from `first`, so many of them. */
export const numbersFrom = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => first + at);
