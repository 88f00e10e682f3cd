import { exclude, include, noSums, type Fact, type Sums } from './sums.js';

/** One fact in the place of another, of one body that weighs so many persons. */
export type Replacement = {
  readonly before: Fact | undefined;
  readonly after: Fact | undefined;
  readonly population: number;
};

/** Exact sums after each of some replacements, in order, from no facts on. */
export function sumsAlong(replacements: readonly Replacement[]): readonly Sums[] {
  let sums = noSums;
  return replacements.map(({ before, after, population }) => {
    if (before !== undefined) sums = exclude(sums, before, population);
    if (after !== undefined) sums = include(sums, after, population);
    return sums;
  });
}
