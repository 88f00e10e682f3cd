import { countWaiters } from './count-waiters.js';

/**
 * The map between positions, which count 1, 2, 3 …, and the places of the server, which are
 * bytes of its log: 8 bytes of memory for each event.
 */
export type Ordinals = {
  /** Position of the last event counted. */
  head(): number;
  /** Counts the next events. @throws Error when they are not in order behind the last one */
  add(next: readonly number[]): void;
  /** Place of an event that is counted, or 0 for position 0. */
  placeOf(position: number): number;
  /** Position of the event at a place; undefined when none was counted there. */
  positionOf(place: number): number | undefined;
  /** Resolves once everything up to a place is counted. */
  counted(place: number): Promise<void>;
  /** Resolves once so many are counted. */
  reached(position: number): Promise<void>;
};

/** It grows by half as it fills. */
const firstCapacity = 1_024;

/** Begins with nothing counted. */
export function ordinals(): Ordinals {
  let places = new Float64Array(firstCapacity);
  let head = 0;
  const { wait, wake } = countWaiters();
  const last = (): number => (head === 0 ? 0 : (places[head - 1] as number));
  return {
    head: () => head,
    add(next) {
      if (head + next.length > places.length) {
        const larger = new Float64Array(Math.ceil((head + next.length) * 1.5));
        larger.set(places);
        places = larger;
      }
      for (const place of next) {
        if (place <= last()) throw new Error(`the event at ${place} comes after ${last()}`);
        places[head++] = place;
      }
      wake();
    },
    placeOf: (position) => (position <= 0 ? 0 : (places[position - 1] as number)),
    positionOf(place) {
      let low = 0;
      for (let high = head; low < high;) {
        const middle = (low + high) >>> 1;
        if ((places[middle] as number) < place) low = middle + 1;
        else high = middle;
      }
      return low < head && places[low] === place ? low + 1 : undefined;
    },
    counted: (place) => wait(() => last() >= place),
    reached: (position) => wait(() => head >= position),
  };
}
