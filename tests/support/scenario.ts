import { expect } from '@jest/globals';
import type { Noun } from '../../src/domain/command.js';
import type { Decision } from '../../src/domain/decision.js';
import type { EventSchemas, Happening, StoredEvent } from '../../src/domain/event.js';
import { foldEvents, type AnyFold } from '../../src/domain/fold.js';
import type { RefusalCode } from '../../src/domain/refusal-codes.js';

/** Events as a stream holds them, each effective on the day given or on 2024-06-01. */
export const stored = (
  events: readonly { type: string; data: object; effectiveOn?: string }[],
  stream = 'plan-0',
): readonly StoredEvent[] =>
  events.map(({ type, data, effectiveOn = '2024-06-01' }, revision) => ({
    id: `00000000-0000-7000-8000-${String(revision).padStart(12, '0')}`,
    stream,
    revision,
    position: revision + 1,
    type,
    schemaVersion: 1,
    data: data as StoredEvent['data'],
    metadata: {
      actor: 'tester',
      actingFor: '3525005',
      recordedAt: '2024-06-01T12:00:00.000Z',
      effectiveOn,
      correlationId: 'c',
      causationId: 'c',
      idempotencyKey: `k${revision}`,
      commandHash: 'h',
    },
  }));

/**
 * A scenario in the words of a planner: given what was decided before, when a decision is
 * taken, then these events follow, or it is refused with a code.
 */
export const scenario = <State, S extends EventSchemas>(noun: Noun<State, S>) => ({
  given: (...history: Happening<S>[]) => ({
    when: (decide: (state: State) => Decision<S>) => {
      const state = foldEvents(noun.fold as AnyFold<State>, stored(history as never));
      const decision = decide(state);
      return {
        then: (...events: Happening<S>[]) => {
          expect(decision).toEqual({ accepted: true, events });
          for (const { type, data } of events) noun.events[type]?.parse(data);
        },
        thenNothing: () => expect(decision).toEqual({ accepted: true, events: [] }),
        thenRefused: (code: RefusalCode, field?: string) => {
          const refusals = decision.accepted ? [] : decision.refusals;
          expect(refusals.map((refusal) => refusal.code)).toEqual([code]);
          if (field !== undefined) expect(refusals[0]?.field).toBe(field);
        },
      };
    },
  }),
});
