import {
  conclude,
  include,
  noSums,
  type Expected,
  type Rollup,
  type Sums,
} from '../../domain/indicator/aggregation.js';
import { isExpected } from '../../domain/universe.js';
import type { ObservationRow } from '../../projections/observations/view.js';
import { factOf } from '../../projections/province-outcomes/project.js';
import type { OrganizationRow } from '../../projections/roster/view.js';
import type { Reading } from '../as-of.js';
import { mayReadNumbers } from '../authorization.js';
import { readVisibility } from '../consent/visibility.js';
import { readOrganizations } from '../roster.js';
import type { Question } from './question.js';

/** Bodies a number is expected from, by code. */
type Bodies = ReadonlyMap<string, OrganizationRow>;

// Who is expected follows from the roster, of which the read models hand out one until it changes.
const expectedOf = new WeakMap<Bodies, Map<string, Bodies>>();
const rememberedMax = 1_000;

/** Bodies the number is expected from, by code. */
export async function readExpected(
  { indicator, period }: Question,
  reading: Reading,
): Promise<Bodies> {
  const organizations = await readOrganizations(reading);
  const remembered = expectedOf.get(organizations) ?? new Map<string, Bodies>();
  expectedOf.set(organizations, remembered);
  const key = `${JSON.stringify(indicator.universe)} ${period.text}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const expected = new Map(
    [...organizations].filter(([, body]) => isExpected(indicator.universe, body, period)),
  );
  if (remembered.size >= rememberedMax) remembered.clear();
  remembered.set(key, expected);
  return expected;
}

/** Bodies whose numbers may count; a First Nation's do with its consent, and then are expected. */
async function readCounted(question: Question, reading: Reading): Promise<Bodies> {
  const expected = await readExpected(question, reading);
  const { isCounted } = await readVisibility(reading);
  const left = [...expected].filter(([code]) => !isCounted(code, question.indicator.key));
  if (left.length === 0) return expected;
  const out = new Set(left.map(([code]) => code));
  return new Map([...expected].filter(([code]) => !out.has(code)));
}

/** What bodies reported, expected or not, by code. */
export async function readReports(
  { indicator, period, categoriesKey }: Question,
  { snapshot, asOf, context }: Reading,
): Promise<ReadonlyMap<string, ObservationRow>> {
  context.tags.add(`outcome:${indicator.key}:${period.text}`);
  const rows = await snapshot.bodyObservations(indicator.key, period.text, categoriesKey, asOf);
  return new Map(rows.map((row) => [row.geography, row]));
}

const populationOf = ({ population = 0 }: OrganizationRow): number => population;

const sizeOf = (bodies: Bodies): Expected => ({
  bodies: bodies.size,
  population: [...bodies.values()].reduce((persons, body) => persons + populationOf(body), 0),
});

/** Sums over the reports of the bodies expected: the fold that the stored sums follow too. */
function sumsOf(bodies: Bodies, reports: ReadonlyMap<string, ObservationRow>): Sums {
  return [...reports.values()].reduce((sums, row) => {
    const body = bodies.get(row.geography);
    return body === undefined ? sums : include(sums, factOf(row), populationOf(body));
  }, noSums);
}

/** Stored sums answer for the present and all who are expected; the rest is made of facts. */
async function readSums(question: Question, bodies: Bodies, reading: Reading): Promise<Sums> {
  const isWhole = bodies === (await readExpected(question, reading));
  if (!reading.isCurrent || !isWhole) return sumsOf(bodies, await readReports(question, reading));
  const { indicator, period, categoriesKey } = question;
  reading.context.tags.add(`outcome:${indicator.key}:${period.text}`);
  const sums = await reading.snapshot.currentSums(indicator.key, period.text, categoriesKey);
  return sums ?? noSums;
}

/** The province's value from sums, withheld from one who may not read it yet. */
function rollupOf(
  { indicator }: Question,
  sums: Sums,
  bodies: Bodies,
  { context }: Reading,
): Rollup {
  const rollup = conclude(indicator, sums, sizeOf(bodies));
  if (rollup.value === null || mayReadNumbers(context.caller, indicator)) return rollup;
  return { ...rollup, value: null, numerator: null, denominator: null, absence: 'NOT_RELEASED' };
}

/** The province's value out of what its bodies reported. */
export async function readRollup(question: Question, reading: Reading): Promise<Rollup> {
  const bodies = await readCounted(question, reading);
  return rollupOf(question, await readSums(question, bodies, reading), bodies, reading);
}

/** The same with the reports it is made of, for one who also asks when and how they came. */
export async function readRollupOfReports(
  question: Question,
  reading: Reading,
): Promise<{ readonly rollup: Rollup; readonly reports: readonly ObservationRow[] }> {
  const bodies = await readCounted(question, reading);
  const reports = await readReports(question, reading);
  return {
    rollup: rollupOf(question, sumsOf(bodies, reports), bodies, reading),
    reports: [...reports.values()].filter(({ geography }) => bodies.has(geography)),
  };
}

/** What is said of an area without bodies of its own: how it would read with no reports. */
export const emptyRollup = ({ indicator }: Question): Rollup =>
  conclude(indicator, noSums, { bodies: 0, population: 0 });
