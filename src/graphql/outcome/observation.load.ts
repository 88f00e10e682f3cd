import type { Geography } from '../../domain/identifiers.js';
import type { CategoryChoice } from '../../domain/observation/events.js';
import type { ObservationRow } from '../../projections/observations/view.js';
import { openReading, type Reading } from '../as-of.js';
import type { RequestContext } from '../context.js';
import { readVisibility } from '../consent/visibility.js';
import { buildIndicator } from '../indicator/indicator.build.js';
import { readReviews } from '../reporting/reviews.js';
import { readOrganizations } from '../roster.js';
import { readArea } from './area.build.js';
import { buildObservation } from './observation.build.js';
import type { Observation } from './observation.object.js';
import { readQuestion, type Question } from './question.js';

/** What names one observation. */
export type ObservationKey = {
  readonly indicator: string;
  readonly geography: Geography;
  readonly period: string;
  readonly categories: readonly CategoryChoice[];
};

async function findRow(
  { indicator, period, categoriesKey }: Question,
  { kind, code }: Geography,
  { snapshot, asOf }: Reading,
): Promise<ObservationRow | undefined> {
  const number = [indicator.key, period.text, categoriesKey] as const;
  if (kind === 'AREA') return snapshot.areaObservation(...number, code, asOf);
  // A body's totals are a short series; broken-down numbers are found among those of all bodies.
  const rows =
    categoriesKey === ''
      ? await snapshot.series(indicator.key, { kind, code }, asOf)
      : await snapshot.bodyObservations(...number, asOf);
  return rows.find((row) => row.geography === code && row.period === period.text);
}

/** An observation as it stands; null when nothing was ever recorded. */
export async function loadObservation(
  { geography, ...named }: ObservationKey,
  context: RequestContext,
): Promise<Observation | null> {
  const reading = await openReading(undefined, context);
  const question = await readQuestion(named, reading);
  const row = await findRow(question, geography, reading);
  if (row === undefined) return null;
  const indicator = buildIndicator(question.indicator);
  const organizations = await readOrganizations(reading);
  const area = geography.kind === 'AREA' ? await readArea(geography.code, reading) : null;
  const visibility = await readVisibility(reading);
  const reviews = await readReviews(question.indicator, question.period.text, reading);
  const known = { question, indicator, organizations, area, reading, visibility, reviews };
  return buildObservation(geography, row, known);
}
