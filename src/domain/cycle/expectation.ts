import type { IndicatorDefinition } from '../indicator/events.js';
import { periodOf } from '../period.js';
import { isExpected, type Member } from '../universe.js';
import type { CycleTerms } from './state.js';

/** The indicator of a key as it is defined now; undefined when none is in use. */
export type IndicatorInUse = (
  key: string,
) => Pick<IndicatorDefinition, 'universe' | 'periodKind'> | undefined;

/**
 * Keys of the indicators that a cycle expects of a body, in the cycle's order. What can be
 * observed no more, because it was retired or is observed for other periods, is not expected.
 */
export function expectedOf(
  { period, expectations }: Pick<CycleTerms, 'period' | 'expectations'>,
  body: Member,
  indicatorInUse: IndicatorInUse,
): readonly string[] {
  const days = periodOf(period);
  return expectations
    .filter(({ indicator, bodies }) => {
      const definition = indicatorInUse(indicator);
      if (definition?.periodKind !== days.kind || bodies?.includes(body.code) === false)
        return false;
      return isExpected(definition.universe, body, days);
    })
    .map(({ indicator }) => indicator);
}
