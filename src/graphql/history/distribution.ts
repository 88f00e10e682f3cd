import { compare } from '../../domain/decimal.js';
import { isNumeric } from '../../domain/indicator/difference.js';
import { definitionOf } from '../../domain/indicator/epochs.js';
import type { IndicatorDefinition } from '../../domain/indicator/events.js';
import { histogramOf, spreadOf } from '../../domain/indicator/distribution.js';
import { observationStatuses } from '../../domain/observation/events.js';
import type { Tier } from '../../domain/organization/events.js';
import type { ObservationRow } from '../../projections/observations/view.js';
import type { IndicatorRow } from '../../projections/roster/view.js';
import type { Reading } from '../as-of.js';
import { mayReadNumbers } from '../authorization.js';
import { buildIndicator } from '../indicator/indicator.build.js';
import { numbersOf } from '../outcome/observed-value.js';
import type { Question } from '../outcome/question.js';
import { readBodyReports, readExpected } from '../outcome/body-reports.js';
import { labelText } from '../text.build.js';
import type { OutcomeDistribution } from './distribution.object.js';
import { commonEpoch, isOfEpoch } from './one-definition.js';

type Told = Pick<OutcomeDistribution, 'spread' | 'histogram' | 'levels' | 'absence'>;

const untold: Told = { spread: null, histogram: [], levels: [], absence: null };

const levelsOf = ({ levels = [] }: IndicatorDefinition, values: readonly string[]) =>
  levels.map((label, at) => ({
    level: at + 1,
    name: labelText(label),
    count: values.filter((value) => compare(value, String(at + 1)) === 0).length,
  }));

/** What the values tell, as their kind allows. */
function toldOf(definition: IndicatorDefinition, values: readonly string[], bins?: number): Told {
  const { kind, decimals } = definition;
  if (kind === 'ORDINAL') return { ...untold, levels: levelsOf(definition, values) };
  if (!isNumeric(definition)) return { ...untold, absence: 'NOT_AGGREGATABLE' };
  const spread = spreadOf(values, decimals) ?? null;
  const absence = spread === null ? 'NO_REPORTS' : null;
  return { ...untold, spread, histogram: histogramOf(values, decimals, bins), absence };
}

function statusesOf(rows: readonly (ObservationRow | undefined)[]) {
  const counts = Map.groupBy(rows, (row) => row?.status ?? 'NOT_REPORTED');
  return observationStatuses
    .map((status) => ({ status, bodies: counts.get(status)?.length ?? 0 }))
    .filter(({ bodies }) => bodies > 0);
}

/**
 * Values that rows tell, as a reader of all numbers sees them: those of one definition, which
 * most of them were made under.
 */
export function valuesOf(
  rows: readonly (ObservationRow | undefined)[],
  indicator: IndicatorRow,
): readonly string[] {
  const epoch = commonEpoch(rows, indicator);
  return rows
    .filter((row) => row !== undefined && isOfEpoch(row, epoch, indicator))
    .map((row) => numbersOf(row, indicator, true).value)
    .filter((value): value is string => value !== null);
}

/** How the values of the bodies expected, or those of one tier, are distributed. */
export async function readDistribution(
  question: Question,
  tier: Tier | null,
  bins: number | undefined,
  reading: Reading,
): Promise<OutcomeDistribution> {
  const { indicator, period, categories } = question;
  const [expected, reports] = await Promise.all([
    readExpected(question, reading),
    readBodyReports(question, reading),
  ]);
  const bodies = [...expected.values()].filter((body) => tier === null || body.tier === tier);
  const rows = bodies.map(({ code }) => reports.get(code));
  const values = valuesOf(rows, indicator);
  const epoch = commonEpoch(rows, indicator);
  const definition = definitionOf(indicator, epoch);
  const isReadable = mayReadNumbers(reading.context.caller, indicator);
  return {
    indicator: buildIndicator(indicator),
    period: period.text,
    categories,
    tier,
    bodies: values.length,
    otherDefinition: rows.filter(
      (row) => row?.status === 'REPORTED' && !isOfEpoch(row, epoch, indicator),
    ).length,
    statuses: statusesOf(rows),
    ...(isReadable ? toldOf(definition, values, bins) : { ...untold, absence: 'NOT_RELEASED' }),
    asOf: reading.info,
  };
}
