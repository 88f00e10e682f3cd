import type { z } from 'zod';
import type { EventMetadata, EventSchemas, StoredEvent } from './event.js';

/** What a fold may know of an event besides its body. */
export type EventHeader = Pick<StoredEvent, 'stream' | 'revision' | 'position' | 'type'> & {
  readonly metadata: EventMetadata;
};

/** How a state follows from events: one function per type, so a forgotten one cannot compile. */
export type Fold<State, S extends EventSchemas> = {
  readonly initial: State;
  readonly on: {
    readonly [T in keyof S]: (state: State, data: z.infer<S[T]>, event: EventHeader) => State;
  };
};

/** Any fold, its events forgotten; what generic code handles. */
export type AnyFold<State> = {
  readonly initial: State;
  readonly on: Readonly<Record<string, (state: State, data: never, event: EventHeader) => State>>;
};

type Marked = Pick<StoredEvent, 'type' | 'revision' | 'data'>;

/**
 * Revisions of one stream that stand recorded in error. A mark may itself be marked; marks
 * come after what they mark, so one pass from the end resolves them all.
 * @param events all events of one stream, in order
 */
export function recordedInError(events: readonly Marked[]): ReadonlySet<number> {
  const inError = new Set<number>();
  for (let at = events.length - 1; at >= 0; at--) {
    const event = events[at] as Marked;
    if (event.type === 'DecisionRecordedInError' && !inError.has(event.revision))
      inError.add(event.data['revision'] as number);
  }
  return inError;
}

/** Applies one event; events about the record itself leave the state alone. */
export function applyEvent<State>(fold: AnyFold<State>, state: State, event: StoredEvent): State {
  const on = fold.on[event.type];
  return on === undefined ? state : on(state, event.data as never, event);
}

/**
 * State of a stream after all its events, those recorded in error left out.
 * @param events all events of one stream from revision 0, in order
 */
export function foldEvents<State>(fold: AnyFold<State>, events: readonly StoredEvent[]): State {
  const inError = recordedInError(events);
  let state = fold.initial;
  for (const event of events)
    if (!inError.has(event.revision)) state = applyEvent(fold, state, event);
  return state;
}
