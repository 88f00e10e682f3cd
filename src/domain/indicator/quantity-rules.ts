import { equal, isDecimal, isNegative, round } from '../decimal.js';
import { refuse, type Refusal } from '../decision.js';
import { isWhole } from './definition-rules.js';
import type { IndicatorDefinition } from './events.js';

/** A number must be an exact decimal and, where it counts or ranks, whole and not negative. */
export function checkQuantity(
  definition: Pick<IndicatorDefinition, 'kind'>,
  value: string,
  field: string,
): readonly Refusal[] {
  if (!isDecimal(value)) return refuse('decimal-invalid', field, { value }).refusals;
  if (!isWhole(definition)) return [];
  if (isNegative(value)) return refuse('negative-count', field, { value }).refusals;
  return equal(value, round(value, 0)) ? [] : refuse('count-not-whole', field, { value }).refusals;
}
