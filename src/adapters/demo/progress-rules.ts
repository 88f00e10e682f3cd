import { setProgressRule } from '../../domain/indicator/commands-progress.js';
import { catalogueKey } from './indicators.js';
import { cell, type SourceFiles, type SourceRow } from './source-files.js';
import type { DemoWriter } from './step.js';

// The publisher writes years and whole numbers as "2015.0".
const plain = (row: SourceRow, column: string): string => cell(row, column).replace(/\.0$/, '');

function ruleOf(row: SourceRow) {
  const [value, limit] = [plain(row, 'target'), plain(row, 'limit')];
  return {
    baselinePeriod: plain(row, 'base_year'),
    ...(value !== '' && { target: { period: plain(row, 'target_year'), value } }),
    ...(limit !== '' && { limit }),
    reason: {
      en: 'As Statistics Canada computes the progress of Canada for this indicator',
      fr: 'Comme Statistique Canada calcule les progrès du Canada pour cet indicateur',
    },
  };
}

/**
 * Baselines, targets and limits of the catalogue, of the indicators whose progress is published
 * for the indicator as a whole: one of many series has no rule of its own.
 */
export async function loadProgressRules(files: SourceFiles, writer: DemoWriter): Promise<void> {
  const rows = files.csv('cif_progress_calculation_oracle.csv');
  const whole = rows.filter((row) => cell(row, 'series') === cell(row, 'indicator'));
  await writer.each(whole, (row) => {
    const indicator = catalogueKey(cell(row, 'indicator'));
    return writer.write(setProgressRule, `rule ${indicator}`, { indicator, ...ruleOf(row) });
  });
}
