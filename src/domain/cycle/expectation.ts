import { periodOf } from '../period.js';
import { isExpected, type Member, type Universe } from '../universe.js';
import type { CycleTerms } from './state.js';

/** The universe of an indicator, by its key; undefined when there is no such indicator. */
export type UniverseOf = (indicator: string) => Universe | undefined;

/** Keys of the indicators that a cycle expects of a body, in the cycle's order. */
export function expectedOf(
  { period, expectations }: Pick<CycleTerms, 'period' | 'expectations'>,
  body: Member,
  universeOf: UniverseOf,
): readonly string[] {
  const days = periodOf(period);
  return expectations
    .filter(({ indicator, bodies }) => {
      const universe = universeOf(indicator);
      if (universe === undefined || bodies?.includes(body.code) === false) return false;
      return isExpected(universe, body, days);
    })
    .map(({ indicator }) => indicator);
}
