import { totalOf, type Fact, type Sums, type Weight } from './sums.js';
import type { IndicatorDefinition } from './events.js';
import { resolve, type Arrangement, type Resolution, type Standing } from './partition.js';

/** A fact without what cannot be put together under a definition: a rate without its parts. */
export function usable({ overSpace }: Pick<IndicatorDefinition, 'overSpace'>, fact: Fact): Fact {
  if (fact.status !== 'REPORTED') return fact;
  const hasParts =
    overSpace === 'RATIO_OF_SUMS'
      ? fact.numerator !== undefined && fact.denominator !== undefined
      : overSpace !== 'HISTOGRAM' || fact.histogram !== undefined;
  return hasParts ? fact : { status: 'NOT_REPORTED', flags: [], leftOut: 'WITHOUT_PARTS' };
}

const standings: Partial<Record<Fact['status'], Standing>> = {
  REPORTED: 'REPORTS',
  NOT_APPLICABLE: 'NOT_APPLICABLE',
};

/** What an arrangement of units adds up to, and how each of them was taken. */
export type Sum = { readonly sums: Sums; readonly resolution: Resolution };

/**
 * Adds up the facts of units: each counts as the resolution of overlaps says.
 * @param facts by the id of the unit; none for a unit that is silent
 */
export function addUp(arrangement: Arrangement, facts: ReadonlyMap<string, Fact>): Sum {
  const resolution = resolve(arrangement, (id) => {
    const status = facts.get(id)?.status;
    return (status && standings[status]) ?? 'SILENT';
  });
  const counted: (readonly [Fact, Weight])[] = [];
  for (const [id, weight] of resolution.weights) {
    const fact = facts.get(id);
    if (fact !== undefined) counted.push([fact, weight]);
  }
  return { sums: totalOf(counted), resolution };
}
