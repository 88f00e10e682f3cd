import { add } from '../decimal.js';
import type { Fact } from './sums.js';
import type { IndicatorDefinition } from './events.js';

const sumOf = (
  facts: readonly Fact[],
  part: 'value' | 'numerator' | 'denominator',
): string | undefined =>
  facts.reduce<string | undefined>((sum, fact) => {
    const term = fact[part];
    if (term === undefined) return sum;
    return sum === undefined ? term : add(sum, term);
  }, undefined);

function bucketsOf(facts: readonly Fact[]): readonly string[] | undefined {
  const [first, ...rest] = facts.flatMap(({ histogram }) => (histogram ? [histogram] : []));
  return (
    first &&
    rest.reduce((sums, counts) => sums.map((sum, at) => add(sum, counts[at] ?? '0')), first)
  );
}

const oldest = (facts: readonly Fact[]): Pick<Fact, 'knownOn'> => {
  const [day] = facts.flatMap(({ knownOn }) => (knownOn === undefined ? [] : [knownOn])).toSorted();
  return day === undefined ? {} : { knownOn: day };
};

const addedUp = (facts: readonly Fact[]): Fact => ({
  status: 'REPORTED',
  value: sumOf(facts, 'value'),
  numerator: sumOf(facts, 'numerator'),
  denominator: sumOf(facts, 'denominator'),
  histogram: bucketsOf(facts),
  flags: [...new Set(facts.flatMap(({ flags }) => flags))],
  isLate: facts.some(({ isLate }) => isLate === true),
  ...oldest(facts),
});

const nothing: Fact = { status: 'NOT_REPORTED', flags: [] };

/** Why there is no number for the whole, when a part has none. */
function missing(silent: readonly Fact[], reported: number): Fact {
  if (reported > 0) return { ...nothing, leftOut: 'INCOMPLETE_OVER_TIME' };
  const [first = nothing] = silent;
  return silent.every(({ status }) => status === first.status) ? first : nothing;
}

/**
 * What one body reports for a period made of shorter ones. A body counts when it has reported
 * all of them, so that a month without a report never passes for zero; of a stock the last one
 * stands. Sums are exact: a mean is divided once, when the province's value is concluded.
 * @param facts one for each part in order; undefined where nothing was reported
 */
export function factOverTime(
  { overTime }: Pick<IndicatorDefinition, 'overTime'>,
  facts: readonly (Fact | undefined)[],
): Fact {
  const known = facts.map((fact) => fact ?? nothing);
  if (known.length === 1 || overTime === 'LAST') return known.at(-1) ?? nothing;
  if (overTime === 'NONE') return { ...nothing, leftOut: 'INCOMPLETE_OVER_TIME' };
  const applicable = known.filter(({ status }) => status !== 'NOT_APPLICABLE');
  if (applicable.length === 0) return known[0] ?? nothing;
  const reports = applicable.filter(({ status }) => status === 'REPORTED');
  const silent = applicable.filter(({ status }) => status !== 'REPORTED');
  if (silent.length > 0) return missing(silent, reports.length);
  // The mean of a count that only existed for a while is of another length than the others'.
  if (overTime === 'MEAN' && reports.length < known.length)
    return { ...nothing, leftOut: 'INCOMPLETE_OVER_TIME' };
  return addedUp(reports);
}
