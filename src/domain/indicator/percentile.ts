import { add, compare, divide, isZero, multiply, subtract, sum } from '../decimal.js';
import type { IndicatorDefinition } from './events.js';

/**
 * The percentile that counts by bucket tell, at 34 digits: cases are taken to lie evenly within
 * their bucket, so it is approximate. Undefined when nothing was counted.
 * @param counts one for each bucket between two bounds, in order
 */
export function percentileOf(
  { percentile, bounds }: NonNullable<IndicatorDefinition['histogram']>,
  counts: readonly string[],
): string | undefined {
  const total = sum(counts);
  if (isZero(total)) return undefined;
  const wanted = divide(multiply(total, percentile), '100');
  let before = '0';
  for (const [bucket, count] of counts.entries()) {
    const after = add(before, count);
    const [lower, upper] = [bounds[bucket], bounds[bucket + 1]];
    if (lower === undefined || upper === undefined) break;
    if (!isZero(count) && compare(after, wanted) >= 0) {
      const share = divide(subtract(wanted, before), count);
      return add(lower, multiply(subtract(upper, lower), share));
    }
    before = after;
  }
  return bounds.at(-1);
}
