import {
  differenceOf,
  isNumeric,
  noDifference,
  type Difference,
} from '../../domain/indicator/difference.js';
import type { IndicatorRow } from '../../projections/roster/view.js';
import type { Numbers } from '../outcome/observed-value.js';

/** A value as a caller may read it. */
type Readable = Pick<Numbers, 'value' | 'absence'>;

/** How far a value is from another of the same indicator, as far as the caller may know. */
export function compared(
  from: Readable,
  to: Readable,
  indicator: IndicatorRow,
  isBroken: boolean,
): Difference {
  if (!isNumeric(indicator)) return noDifference('NOT_NUMERIC');
  const isHidden = from.absence === 'NOT_RELEASED' || to.absence === 'NOT_RELEASED';
  if (isHidden) return noDifference('NOT_RELEASED');
  if (isBroken && from.value !== null && to.value !== null) return noDifference('BREAK');
  return differenceOf(from.value, to.value);
}
