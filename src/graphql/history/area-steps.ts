import { round } from '../../domain/decimal.js';
import { definitionOf, epochOf } from '../../domain/indicator/epochs.js';
import type { ObservationVersion } from '../../projections/observations/versions.js';
import { unitIdOf } from '../../projections/province-outcomes/sums.js';
import type { Reading } from '../as-of.js';
import { arrangedFor, readRosters } from '../outcome/arranged.js';
import { numbersOf, type Numbers } from '../outcome/observed-value.js';
import type { Question } from '../outcome/question.js';
import { province, putTogetherReports, type Unreviewed } from '../outcome/rollup.js';
import type { Step } from './revision-steps.js';

/** What an area read, and under the definition of which epoch. */
export type AreaNumbers = Numbers & { readonly epoch: number };

/** What an area reads before and after each step, and from when on it is complete. */
export type AreaSteps = {
  readonly basis: 'PUBLISHED' | 'ROLLED_UP';
  /** What the area reads before and after a step of its own. */
  readonly around: (step: Step) => readonly [before: AreaNumbers, after: AreaNumbers];
  /** The first step after which nothing expected is missing. */
  readonly firstComplete: Step | undefined;
  /** What it reads after the last step. */
  readonly now: AreaNumbers;
};

/** What a source published for an area, step by step. */
export function publishedSteps(steps: readonly Step[], { indicator }: Question): AreaSteps {
  const newest = indicator.breaks.length;
  const read = (row: ObservationVersion | undefined): AreaNumbers => {
    const epoch = row === undefined ? newest : epochOf(indicator, row.indicatorVersion);
    const { value, ...numbers } = numbersOf(row, indicator, true);
    const { decimals } = definitionOf(indicator, epoch);
    return { value: value && round(value, decimals), ...numbers, epoch };
  };
  return {
    basis: 'PUBLISHED',
    around: ({ before, after }) => [read(before), read(after)],
    firstComplete: steps[0],
    now: read(steps.at(-1)?.after),
  };
}

type Rows = Map<string, ObservationVersion>;

function follow(rows: Rows, { before, after }: Step): Rows {
  if (after !== undefined) rows.set(unitIdOf(after), after);
  else if (before !== undefined) rows.delete(unitIdOf(before));
  return rows;
}

/** How many units had a report after each step. */
function countsAlong(steps: readonly Step[]): readonly number[] {
  const rows: Rows = new Map();
  return steps.map((step) => follow(rows, step).size);
}

const isComplete = ({ sums, arranged }: Unreviewed<ObservationVersion>): boolean =>
  sums.reporting + sums.suppressedAtSource + sums.notApplicable + sums.withdrawn ===
  arranged.expected.bodies;

/**
 * What the reports of bodies and reporting areas make together, step by step, put together as
 * the province is: of the units expected and as they weigh now, or as of the past asked about,
 * so that nothing but reports moves it.
 * @param steps of all units, in order of position
 */
export async function rolledUpSteps(
  steps: readonly Step[],
  question: Question,
  reading: Reading,
): Promise<AreaSteps> {
  const { indicator, period } = question;
  const rosters = await readRosters(indicator, reading);
  const put = (place: number): Unreviewed<ObservationVersion> => {
    const rows = steps.slice(0, place + 1).reduce(follow, new Map());
    const reports = { parts: [period], rows: [rows] };
    return putTogetherReports(question, province, reports, rosters, reading);
  };
  const read = (place: number): AreaNumbers => {
    const { rollup, epoch } = put(place);
    const { value, numerator, denominator, absence } = rollup;
    return { value, numerator, denominator, absence, epoch };
  };
  // Nothing is complete before each nest has one that answered; only then is it worth adding up.
  const nests = [indicator, ...indicator.beforeBreaks].map(
    (definition) => arrangedFor(definition, period, province, rosters).arrangement.nests.length,
  );
  const least = Math.min(...nests);
  const counts = countsAlong(steps);
  const placeOf = new Map(steps.map((step, place) => [step, place]));
  return {
    basis: 'ROLLED_UP',
    around(step) {
      const place = placeOf.get(step) ?? -1;
      return [read(place - 1), read(place)];
    },
    firstComplete: steps.find((_, at) => (counts[at] ?? 0) >= least && isComplete(put(at))),
    now: read(steps.length - 1),
  };
}
