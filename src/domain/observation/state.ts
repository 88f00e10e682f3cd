import type { z } from 'zod';
import type { Noun } from '../command.js';
import type { FreeText } from '../text.js';
import {
  observationEvents,
  type CategoryChoice,
  type ObservationEvents,
  type ObservationFlag,
} from './events.js';

type Recorded = Readonly<z.infer<ObservationEvents['ObservationRecorded']>>;

/** Which observation of an indicator: about whom, for when, broken down how. */
export type ObservationKey = Pick<Recorded, 'geography' | 'period'> & {
  readonly categories: readonly CategoryChoice[];
};

/** What an observation says. */
export type ObservationContent = Pick<
  Recorded,
  | 'status'
  | 'value'
  | 'numerator'
  | 'denominator'
  | 'missingUnits'
  | 'sourceReleasedOn'
  | 'interval'
> & {
  readonly flags: readonly ObservationFlag[];
  readonly histogram?: readonly string[] | undefined;
  /** As typed; the log keeps it sealed. */
  readonly narrative?: FreeText | undefined;
};

/**
 * What stands in one stream, by name, newest first; null when nothing does. Every part
 * is larger than the one before it, so there are few and each entry is copied few times. One map
 * would be copied for every event, and a chain would be walked for every look.
 */
export type ObservationState = null | {
  readonly entries: ReadonlyMap<string, ObservationContent>;
  readonly earlier: ObservationState;
};

// A county and its census division have one code: they share a stream, not their numbers.
// JSON keeps names apart whatever a client puts into a period or category.
const nameOf = ({ geography, period, categories }: ObservationKey): string =>
  JSON.stringify([
    geography.kind,
    period,
    categories.map(({ dimension, category }) => [dimension, category]).toSorted(),
  ]);

function record(
  state: ObservationState,
  data: ObservationKey & ObservationContent,
): ObservationState {
  let entries = new Map<string, ObservationContent>([[nameOf(data), data]]);
  let earlier = state;
  for (; earlier !== null && earlier.entries.size <= entries.size; earlier = earlier.earlier)
    entries = new Map([...earlier.entries, ...entries]);
  return { entries, earlier };
}

/** What an observation says now; undefined when it was never recorded. */
export function standing(
  state: ObservationState,
  key: ObservationKey,
): ObservationContent | undefined {
  const name = nameOf(key);
  for (let part = state; part !== null; part = part.earlier) {
    const found = part.entries.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The noun "observation": its streams, events and fold. */
export const observation: Noun<ObservationState, ObservationEvents> = {
  category: 'observation',
  events: observationEvents,
  fold: {
    initial: null,
    on: {
      ObservationRecorded: record,
      // A correction says everything anew, so it stands even if the record was in error.
      ObservationCorrected: record,
      ObservationWithdrawn: (state, key) =>
        standing(state, key) === undefined
          ? state
          : record(state, { ...key, status: 'WITHDRAWN', flags: [] }),
      StoryTold: (state) => state,
    },
  },
};
