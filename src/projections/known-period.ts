import { periodOf, type Period } from '../domain/period.js';

const known = new Map<string, Period>();

/** More periods than anybody observes; beyond, they are read again and again. */
const maxKnown = 10_000;

/**
 * A period from an event, as `periodOf` reads it; remembered, because nearly every event has one
 * and they are the same few hundred.
 * @throws Error for text that is no period
 */
export function knownPeriod(text: string): Period {
  const remembered = known.get(text);
  if (remembered !== undefined) return remembered;
  const period = periodOf(text);
  if (known.size < maxKnown) known.set(text, period);
  return period;
}
