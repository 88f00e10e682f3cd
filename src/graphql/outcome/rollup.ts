import { conclude, type Rollup } from '../../domain/indicator/aggregation.js';
import { noSums, type Fact, type Sums } from '../../domain/indicator/sums.js';
import { definitionOf, epochOf } from '../../domain/indicator/epochs.js';
import type { IndicatorDefinition } from '../../domain/indicator/events.js';
import { unitsIn, type Resolution, type Unit } from '../../domain/indicator/partition.js';
import { addUp } from '../../domain/indicator/rollup.js';
import { geographyOf, unitId } from '../../domain/indicator/units.js';
import { partsOf } from '../../domain/period.js';
import type { ObservationRow, ReportedNumbers } from '../../projections/observations/view.js';
import { chosenEpoch } from '../../projections/province-outcomes/sums.js';
import type { Reading } from '../as-of.js';
import { mayReadNumbers } from '../authorization.js';
import { readVisibility } from '../consent/visibility.js';
import { countPending } from '../reporting/reviews.js';
import { arrangedFor, listsAreas, readRosters, type Arranged, type Rosters } from './arranged.js';
import type { Place } from './place.js';
import type { Question } from './question.js';
import { factsOf, readNumbers, readReports, type Reports } from './reports.js';

/** A value as it is shown, with how many of the numbers in it are yet to be accepted. */
export type ShownRollup = Omit<Rollup, 'completeness'> & {
  readonly completeness: Rollup['completeness'] & { readonly pending: number };
};

/** A number put together out of what was reported, with everything that went into it. */
export type Unreviewed<Row extends ReportedNumbers = ObservationRow> = {
  readonly rollup: Rollup;
  readonly epoch: number;
  readonly definition: IndicatorDefinition;
  /** Exact sums the value follows from. */
  readonly sums: Sums;
  readonly arranged: Arranged;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly resolution: Resolution;
  readonly reports: Reports<Row>;
  readonly rosters: Rosters;
};

/** The same with how many of the numbers in it are yet to be accepted. */
export type PutTogether<Row extends ReportedNumbers = ObservationRow> = Unreviewed<Row> & {
  readonly rollup: ShownRollup;
};

/** True of a rollup that was read off counts by bucket: the exact value may differ. */
export const isApproximate = (
  { overSpace }: Pick<IndicatorDefinition, 'overSpace'>,
  { value }: Pick<Rollup, 'value'>,
): boolean => overSpace === 'HISTOGRAM' && value !== null;

/** The province as a place. */
export const province: Place = { kind: 'PROVINCE' };

const withPending = (rollup: Rollup, pending: number): ShownRollup => ({
  ...rollup,
  completeness: { ...rollup.completeness, pending },
});

const withheld = (rollup: Rollup): Rollup => ({
  ...rollup,
  value: null,
  numerator: null,
  denominator: null,
  absence: 'NOT_RELEASED',
});

/** Units whose numbers may count in sums, and be shown in nothing else. */
async function onlyInSums(
  { indicator }: Question,
  { arrangement }: Arranged,
  reading: Reading,
): Promise<readonly Unit[]> {
  const { hidden } = await readVisibility(reading);
  const ids = new Set(hidden(indicator.key).map((code) => unitId('BODY', code)));
  return ids.size === 0 ? [] : unitsIn(arrangement).filter(({ id }) => ids.has(id));
}

/** Withholds the sum of one that may count in sums only: it would be its number. */
async function inSums(
  { rollup, arranged, facts }: Pick<Unreviewed, 'rollup' | 'arranged' | 'facts'>,
  question: Question,
  reading: Reading,
): Promise<Rollup> {
  const hidden = await onlyInSums(question, arranged, reading);
  if (hidden.length === 0 || rollup.value === null) return rollup;
  const hasNumber = ({ id }: Unit): boolean => facts.get(id)?.status === 'REPORTED';
  const [only, ...others] = unitsIn(arranged.arrangement).filter(hasNumber);
  const isAlone = only !== undefined && others.length === 0 && hidden.includes(only);
  return isAlone ? withheld(rollup) : rollup;
}

/** A number withheld from one who may not read the numbers of every unit it is made of. */
function released(
  rollup: Rollup,
  { indicator }: Question,
  { arrangement }: Arranged,
  { context }: Reading,
): Rollup {
  const mayReadUnit = ({ id }: Unit): boolean => {
    const { kind, code } = geographyOf(id);
    return mayReadNumbers(context.caller, indicator, kind === 'BODY' ? code : undefined);
  };
  if (rollup.value === null || mayReadNumbers(context.caller, indicator)) return rollup;
  if (unitsIn(arrangement).every(mayReadUnit)) return rollup;
  return withheld(rollup);
}

type Numbers = Reports<ReportedNumbers>;

const epochsIn = (indicator: Question['indicator'], { rows }: Numbers): ReadonlySet<number> => {
  const versions = new Set<number>();
  for (const part of rows) for (const row of part.values()) versions.add(row.indicatorVersion);
  return new Set(Array.from(versions, (version) => epochOf(indicator, version)));
};

type Summed = Omit<PutTogether, 'rollup' | 'reports' | 'rosters'>;

/** Adds up what was reported under the definition of an epoch. */
function sumUp(
  epoch: number,
  { indicator, period }: Question,
  place: Place,
  reports: Numbers,
  rosters: Rosters,
): Summed {
  const definition = definitionOf(indicator, epoch);
  const arranged = arrangedFor(definition, period, place, rosters);
  const facts = factsOf(
    reports,
    definition,
    ({ indicatorVersion }) => epochOf(indicator, indicatorVersion) === epoch,
  );
  return { epoch, definition, arranged, facts, ...addUp(arranged.arrangement, facts) };
}

/** Puts together the reports of a place: under the definition most units reported by. */
export function putTogetherReports<Row extends ReportedNumbers>(
  question: Question,
  place: Place,
  reports: Reports<Row>,
  rosters: Rosters,
  reading: Reading,
): Unreviewed<Row> {
  const { indicator } = question;
  const summed = new Map<number, Summed>();
  for (const epoch of epochsIn(indicator, reports))
    summed.set(epoch, sumUp(epoch, question, place, reports, rosters));
  const newest = indicator.breaks.length;
  const epochs = Array.from({ length: newest + 1 }, (_, at) => summed.get(at)?.sums ?? noSums);
  const epoch = chosenEpoch(epochs) ?? newest;
  const chosen = summed.get(epoch) ?? sumUp(epoch, question, place, reports, rosters);
  const rollup = concluded(chosen, reports.parts.length);
  const shown = released(rollup, question, chosen.arranged, reading);
  return { ...chosen, rollup: shown, reports, rosters };
}

async function sumReports<Row extends ReportedNumbers>(
  question: Question,
  place: Place,
  reading: Reading,
  read: (question: Question, reading: Reading) => Promise<Reports<Row>>,
): Promise<PutTogether<Row>> {
  const rosters = await readRosters(question.indicator, reading);
  const reports = await read(question, reading);
  const made = putTogetherReports(question, place, reports, rosters, reading);
  const { arrangement } = made.arranged;
  const pending = await countPending(question, reports.parts, arrangement, reading);
  const rollup = await inSums(made, question, reading);
  return { ...made, rollup: withPending(rollup, pending) };
}

/** The value out of reports, with the reports and what became of each. */
export const putTogether = (
  question: Question,
  place: Place,
  reading: Reading,
): Promise<PutTogether> => sumReports(question, place, reading, readReports);

function concluded(
  { definition, sums, arranged, resolution }: Omit<Summed, 'epoch' | 'facts'>,
  parts: number,
): Rollup {
  return conclude(definition, sums, arranged.expected, {
    overlaps: resolution.overlaps,
    parts: definition.overTime === 'MEAN' ? parts : 1,
  });
}

const settled: Resolution = { weights: new Map(), aside: new Set(), overlaps: false };

/** A rollup, and the epoch of the definition it was made under. */
export type MadeRollup = ShownRollup & Pick<PutTogether, 'epoch'>;

/** The province's value for a period the indicator is observed for, out of its stored sums. */
async function readStored(question: Question, reading: Reading): Promise<MadeRollup | undefined> {
  const { indicator, period, categoriesKey } = question;
  const { snapshot, asOf, context, isCurrent } = reading;
  context.tags.add(`outcome:${indicator.key}:${period.text}`);
  const rosters = await readRosters(indicator, reading);
  if (!rosters.isWhole) return undefined;
  const named = [indicator.key, period.text, categoriesKey] as const;
  const stored = isCurrent
    ? await snapshot.currentSums(...named)
    : await snapshot.sumsAt(...named, asOf.position);
  if (stored === 'changed') return undefined;
  const { epoch = indicator.breaks.length, sums = noSums } = stored ?? {};
  const definition = definitionOf(indicator, epoch);
  const arranged = arrangedFor(definition, period, province, rosters);
  // Who counts is not stored.
  if ((await onlyInSums(question, arranged, reading)).length > 0) return undefined;
  const rollup = concluded({ definition, sums, arranged, resolution: settled }, 1);
  const pending = await countPending(question, [period], arranged.arrangement, reading);
  return { ...withPending(released(rollup, question, arranged, reading), pending), epoch };
}

/**
 * A place's value out of what its units reported. Stored sums answer for the province as it is,
 * and for a past since which little of it changed; any other past, a smaller place or a longer
 * period is made of its facts.
 */
export async function readRollup(
  question: Question,
  place: Place,
  reading: Reading,
): Promise<MadeRollup> {
  const { indicator, period } = question;
  const isStored =
    reading.asOf.sourceReleasedOn === undefined &&
    place.kind === 'PROVINCE' &&
    partsOf(period, indicator.periodKind)?.length === 1 &&
    !listsAreas(indicator);
  const stored = isStored ? await readStored(question, reading) : undefined;
  if (stored !== undefined) return stored;
  const { rollup, epoch } = await sumReports(question, place, reading, readNumbers);
  return { ...rollup, epoch };
}

/** What is said of an area without bodies of its own: how it would read with no reports. */
export const emptyRollup = ({ indicator }: Question): MadeRollup => ({
  ...withPending(conclude(indicator, noSums, { bodies: 0, population: 0 }), 0),
  epoch: indicator.breaks.length,
});
