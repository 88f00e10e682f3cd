import { round } from '../../domain/decimal.js';
import { conclude, type Expected } from '../../domain/indicator/aggregation.js';
import { definitionOf, epochOf } from '../../domain/indicator/epochs.js';
import type { Sums } from '../../domain/indicator/sums.js';
import { sumsAlong } from '../../domain/indicator/sums-along.js';
import type { ObservationVersion } from '../../projections/observations/versions.js';
import { factOf } from '../../projections/province-outcomes/sums.js';
import type { IndicatorRow, OrganizationRow } from '../../projections/roster/view.js';
import type { Reading } from '../as-of.js';
import { mayReadNumbers } from '../authorization.js';
import { numbersOf, type Numbers } from '../outcome/observed-value.js';
import type { Question } from '../outcome/question.js';
import { readExpected } from '../outcome/body-reports.js';
import type { Step } from './revision-steps.js';

/** What an area reads before and after each step, and from when on it is complete. */
export type AreaSteps = {
  readonly basis: 'PUBLISHED' | 'ROLLED_UP';
  /** What the area reads before and after a step of its own. */
  readonly around: (step: Step) => readonly [before: Numbers, after: Numbers];
  /** The first step after which nothing expected is missing. */
  readonly firstComplete: Step | undefined;
  /** What it reads after the last step. */
  readonly now: Numbers;
};

const nothing: Numbers = {
  value: null,
  numerator: null,
  denominator: null,
  absence: 'NO_REPORTS',
};

/** What a source published for an area, step by step. */
export function publishedSteps(steps: readonly Step[], { indicator }: Question): AreaSteps {
  const read = (row: ObservationVersion | undefined): Numbers => {
    const { value, ...numbers } = numbersOf(row, indicator, true);
    return { value: value && round(value, indicator.decimals), ...numbers };
  };
  return {
    basis: 'PUBLISHED',
    around: ({ before, after }) => [read(before), read(after)],
    firstComplete: steps[0],
    now: read(steps.at(-1)?.after),
  };
}

const sizeOf = (bodies: ReadonlyMap<string, OrganizationRow>): Expected => ({
  bodies: bodies.size,
  population: [...bodies.values()].reduce((sum, { population = 0 }) => sum + population, 0),
});

const isComplete = (sums: Sums, { bodies }: Expected): boolean =>
  sums.reporting + sums.suppressedAtSource + sums.notApplicable + sums.withdrawn === bodies;

const fact = (row: ObservationVersion | undefined, indicator: IndicatorRow) =>
  row && factOf(row, definitionOf(indicator, epochOf(indicator, row.indicatorVersion)));

/**
 * What the reports of bodies make together, step by step: of the bodies expected and as they
 * weigh now, or as of the past asked about, so that nothing but reports moves it.
 * @param steps of all bodies, in order of position
 */
export async function rolledUpSteps(
  steps: readonly Step[],
  question: Question,
  reading: Reading,
): Promise<AreaSteps> {
  const { indicator } = question;
  const expected = await readExpected(question, reading);
  const size = sizeOf(expected);
  const bodyOf = ({ before, after }: Step) => expected.get((after ?? before)?.geography ?? '');
  const counted = steps.filter((step) => bodyOf(step) !== undefined);
  const sums = sumsAlong(
    counted.map((step) => ({
      before: fact(step.before, indicator),
      after: fact(step.after, indicator),
      population: bodyOf(step)?.population ?? 0,
    })),
  );
  const mayRead = mayReadNumbers(reading.context.caller, indicator);
  const read = (after: Sums | undefined): Numbers => {
    if (after === undefined) return nothing;
    const { completeness: _, ...numbers } = conclude(indicator, after, size);
    return numbers.value === null || mayRead ? numbers : { ...nothing, absence: 'NOT_RELEASED' };
  };
  const placeOf = new Map(counted.map((step, place) => [step, place]));
  return {
    basis: 'ROLLED_UP',
    around(step) {
      // A body that is not expected moves nothing.
      const place = placeOf.get(step) ?? counted.findLastIndex(({ at }) => at < step.at);
      const before = placeOf.has(step) ? place - 1 : place;
      return [read(sums[before]), read(sums[place])];
    },
    firstComplete: counted[sums.findIndex((after) => isComplete(after, size))],
    now: read(sums.at(-1)),
  };
}
