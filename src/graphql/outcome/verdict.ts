import type { LeftOut } from '../../domain/indicator/sums.js';
import type { ObservationStatus } from '../../domain/observation/events.js';
import type { PutTogether } from './rollup.js';

/** How what a unit reported was taken into a number. */
export type Verdict =
  | 'COUNTED'
  | Exclude<ObservationStatus, 'REPORTED'>
  | LeftOut
  | 'STANDS_ASIDE'
  | 'SPOKEN_FOR'
  | 'ACROSS_BORDER';

/** What became of a unit of an arrangement. */
export function verdictOf(
  id: string,
  { facts, resolution }: Pick<PutTogether, 'facts' | 'resolution'>,
): Verdict {
  const fact = facts.get(id);
  if (resolution.aside.has(id)) return 'STANDS_ASIDE';
  if (!resolution.weights.has(id)) return 'SPOKEN_FOR';
  if (fact?.leftOut !== undefined) return fact.leftOut;
  if (fact?.status === 'REPORTED') return 'COUNTED';
  return fact?.status ?? 'NOT_REPORTED';
}
