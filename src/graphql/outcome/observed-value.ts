import { ratioValue, type Absence } from '../../domain/indicator/aggregation.js';
import { round } from '../../domain/decimal.js';
import { percentileOf } from '../../domain/indicator/percentile.js';
import { definitionOf, epochOf } from '../../domain/indicator/epochs.js';
import type { ObservationRow } from '../../projections/observations/view.js';
import type { IndicatorRow } from '../../projections/roster/view.js';

/** The numbers of one observation, as somebody may read them. */
export type Numbers = Pick<ObservationRow, 'value' | 'numerator' | 'denominator'> & {
  readonly absence: Absence | null;
};

const without = (absence: Absence): Numbers => ({
  value: null,
  numerator: null,
  denominator: null,
  absence,
});

/**
 * Numbers of an observation: of a ratio its parts are kept and the value follows from them.
 * @param mayRead false for one who may not read it before it is released
 */
export function numbersOf(
  row: ObservationRow | undefined,
  indicator: IndicatorRow,
  mayRead: boolean,
): Numbers {
  if (row?.status === 'SUPPRESSED_AT_SOURCE') return without('SUPPRESSED');
  if (row?.status !== 'REPORTED') return without('NO_REPORTS');
  if (!mayRead) return without('NOT_RELEASED');
  const { value, numerator, denominator } = row;
  const definition = definitionOf(indicator, epochOf(indicator, row.indicatorVersion));
  if (value === null && row.histogram !== null && definition.histogram !== undefined) {
    const read = percentileOf(definition.histogram, row.histogram);
    const approximate = read === undefined ? null : round(read, definition.decimals);
    return {
      value: approximate,
      numerator,
      denominator,
      absence: approximate ? null : 'NO_REPORTS',
    };
  }
  if (value !== null || numerator === null || denominator === null)
    return { value, numerator, denominator, absence: null };
  const computed = ratioValue(definition, numerator, denominator);
  return { value: computed, numerator, denominator, absence: null };
}

/** True of a value that was read off counts by bucket: the exact one may differ. */
export const isReadOff = (row: ObservationRow | undefined, { value }: Numbers): boolean =>
  value !== null && row?.value === null && row.histogram !== null;
