import { recordObservation } from '../../domain/observation/commands.js';
import { cell, type SourceFiles, type SourceRow } from './source-files.js';
import type { DemoWriter } from './step.js';

// Days on which Statistics Canada released these parts of the 2021 census.
const populationReleasedOn = '2022-02-09';
const housingReleasedOn = '2022-09-21';

/** What the census says of a body's shelter costs, summed over its dissemination areas. */
function housingContent(row: SourceRow) {
  const missing = Number(cell(row, 'dissemination_areas_missing'));
  const total = Number(cell(row, 'dissemination_areas'));
  if (missing === total) return { status: 'SUPPRESSED_AT_SOURCE' as const };
  return {
    numerator: cell(row, 'households_spending_30pct_or_more'),
    denominator: cell(row, 'households_total_in_ratio'),
    ...(missing > 0 && { flags: ['PARTIAL' as const], missingUnits: { missing, total } }),
  };
}

/**
 * Population and shelter costs of the 414 single-tier and lower-tier municipalities. Where a
 * source suppressed every dissemination area the body is SUPPRESSED_AT_SOURCE, where it
 * suppressed some the number is PARTIAL.
 */
export async function loadCensus(files: SourceFiles, writer: DemoWriter): Promise<void> {
  const municipalities = files
    .csv('ontario_municipalities_444.csv')
    .filter((row) => cell(row, 'tier') !== 'upper');
  const codes = new Set(municipalities.map((row) => cell(row, 'code')));
  await writer.each(municipalities, async (row) => {
    const organization = cell(row, 'code');
    await writer.write(recordObservation, `census population ${organization}`, {
      indicator: 'population',
      organization,
      period: '2021',
      value: cell(row, 'population_2021'),
      sourceReleasedOn: populationReleasedOn,
    });
  });
  const housing = files
    .csv('ontario_housing_affordability_csd_2021.csv')
    .filter((row) => codes.has(cell(row, 'csd_code')));
  await writer.each(housing, async (row) => {
    const organization = cell(row, 'csd_code');
    await writer.write(recordObservation, `census housing ${organization}`, {
      indicator: 'housing-cost-burden',
      organization,
      period: '2021',
      sourceReleasedOn: housingReleasedOn,
      ...housingContent(row),
    });
  });
}
