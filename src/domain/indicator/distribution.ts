import {
  add,
  compare,
  divide,
  equal,
  multiply,
  round,
  subtract,
  type DecimalText,
} from '../decimal.js';

/** Values in ascending order, compared as numbers. */
const ascending = (values: readonly DecimalText[]): readonly DecimalText[] =>
  values.toSorted(compare);

/** Least, middle and greatest of some values. */
export type Spread = {
  readonly min: DecimalText;
  readonly lowerQuartile: DecimalText;
  readonly median: DecimalText;
  readonly upperQuartile: DecimalText;
  readonly max: DecimalText;
};

const quarters = ['0', '0.25', '0.5', '0.75'] as const;

/**
 * Quartiles by linear interpolation between closest ranks: type 7 of Hyndman & Fan, "Sample
 * Quantiles in Statistical Packages" (1996). Exact, then rounded; undefined of no values.
 * @param decimals places that quartiles are rounded to, half away from zero
 */
export function spreadOf(values: readonly DecimalText[], decimals: number): Spread | undefined {
  const sorted = ascending(values);
  const [min] = sorted;
  const max = sorted.at(-1);
  if (min === undefined || max === undefined) return undefined;
  const quartile = (number: 1 | 2 | 3): DecimalText => {
    const place = (sorted.length - 1) * number;
    const lower = sorted[Math.floor(place / 4)] ?? max;
    const upper = sorted[Math.floor(place / 4) + 1] ?? max;
    const share = quarters[place % 4] ?? '0';
    return round(add(lower, multiply(subtract(upper, lower), share)), decimals);
  };
  const [lowerQuartile, median, upperQuartile] = [quartile(1), quartile(2), quartile(3)];
  return { min, lowerQuartile, median, upperQuartile, max };
}

/** Values counted from one edge up to the next; the last bin holds its upper edge too. */
export type Bin = { readonly from: DecimalText; readonly to: DecimalText; readonly count: number };

/** Most bins a histogram has. */
export const binsMax = 50;

/** Number of bins by Sturges' rule: the least k with 2^(k − 1) ≥ n. */
function binsBySturges(count: number): number {
  let bins = 1;
  for (let holds = 1; holds < count; holds *= 2) bins += 1;
  return bins;
}

/** Edges at equal distances; those that rounding makes equal are one. */
function edgesOf(min: DecimalText, max: DecimalText, bins: number, decimals: number) {
  const range = subtract(max, min);
  const inner = Array.from({ length: bins - 1 }, (_, at) =>
    round(add(min, divide(multiply(range, String(at + 1)), String(bins))), decimals),
  );
  const distinct = inner.filter(
    (edge, at) =>
      compare(edge, min) > 0 && compare(edge, max) < 0 && !equal(edge, inner[at - 1] ?? min),
  );
  return [min, ...distinct, max];
}

/**
 * A histogram from the least to the greatest value, its bins about equally wide: edges are
 * rounded as values are, so a narrow range has fewer bins. Empty of no values.
 * @param decimals places that edges are rounded to
 * @param bins how many bins, by Sturges' rule when absent
 */
export function histogramOf(
  values: readonly DecimalText[],
  decimals: number,
  bins = binsBySturges(values.length),
): readonly Bin[] {
  const sorted = ascending(values);
  const [min] = sorted;
  const max = sorted.at(-1);
  if (min === undefined || max === undefined) return [];
  const edges = edgesOf(min, max, bins, decimals);
  let next = 0;
  return edges.slice(1).map((to, at) => {
    const isLast = at === edges.length - 2;
    const first = next;
    while (next < sorted.length && (isLast || compare(sorted[next] ?? max, to) < 0)) next += 1;
    return { from: edges[at] ?? min, to, count: next - first };
  });
}

/**
 * Rank of each value among all, 1 for the best: equal numbers share a rank and the next one is
 * as much further down, "1, 2, 2, 4".
 */
export function ranksOf(
  values: readonly DecimalText[],
  better: 'HIGHER' | 'LOWER',
): readonly number[] {
  const sorted = better === 'LOWER' ? ascending(values) : ascending(values).toReversed();
  return values.map((value) => sorted.findIndex((other) => equal(other, value)) + 1);
}
