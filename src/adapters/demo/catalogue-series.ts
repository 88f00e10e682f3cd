import { recordPublishedObservation } from '../../domain/observation/commands.js';
import { catalogueKey } from './indicators.js';
import { cell, type SourceFiles, type SourceRow } from './source-files.js';
import type { DemoWriter } from './step.js';

// "16-2-1|data.Homicide [110]": the violation is the number in brackets, 100 is their total.
const violationPattern = /\[(\d+)\]$/;
const allViolations = '100';

function seriesPoint(row: SourceRow) {
  const [number = '', series] = cell(row, 'cif_indicator').split('|');
  const violation = series && violationPattern.exec(series)?.[1];
  return {
    indicator: catalogueKey(number),
    area: cell(row, 'geocode'),
    period: cell(row, 'year'),
    value: cell(row, 'value'),
    categories:
      violation && violation !== allViolations
        ? [{ dimension: 'violation-types', category: violation }]
        : [],
  };
}

/** Published series of the catalogue: ten years of Ontario, and the newest value of Canada. */
export async function loadCatalogueSeries(files: SourceFiles, writer: DemoWriter): Promise<void> {
  await writer.each(files.csv('ontario_province_outcome_series.csv'), (row) => {
    const point = seriesPoint(row);
    const category = point.categories[0]?.category ?? 'total';
    const key = `series ${point.indicator} ${point.area} ${point.period} ${category}`;
    return writer.write(recordPublishedObservation, key, point);
  });
  const current = files
    .csv('cif_indicators_bilingual.csv')
    .filter((row) => /^\d{4}$/.test(cell(row, 'current_year')));
  await writer.each(current, (row) => {
    const indicator = catalogueKey(cell(row, 'indicator_number'));
    return writer.write(recordPublishedObservation, `current ${indicator}`, {
      indicator,
      area: '01',
      period: cell(row, 'current_year'),
      value: cell(row, 'current_value'),
    });
  });
}
