import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { progressOf, type ProgressStatus } from '../../../src/domain/indicator/progress.js';

type Row = Readonly<Record<string, string>>;

const file = new URL('../../../data/cif_progress_calculation_oracle.csv', import.meta.url);
const rows: readonly Row[] = parse(readFileSync(file), { columns: true });

const statuses: Readonly<Record<string, ProgressStatus>> = {
  target_achieved: 'TARGET_ACHIEVED',
  substantial_progress: 'SUBSTANTIAL',
  moderate_progress: 'MODERATE',
  limited_progress: 'LIMITED',
  deterioration: 'DETERIORATION',
  not_available: 'NOT_AVAILABLE',
};

const at = (year = '', value = '') =>
  value === '' ? undefined : { year: Number(year), value: value.replace(/\.0$/, '') };

const progressOfRow = (row: Row) =>
  progressOf({
    direction: row['direction'] === '1' ? 'HIGHER' : 'LOWER',
    baseline: at(row['base_year'], row['base_value']),
    current: at(row['current_year'], row['current_value']),
    target: at(row['target_year'], row['target']),
    limit: row['limit'] || undefined,
  });

const series = (of: readonly Row[]) => of.map((row) => [row['series'] ?? '', row] as const);

describe('the progress Statistics Canada published', () => {
  const usable = rows.filter((row) => row['progress_value'] !== '');

  it('has 66 series, of which 63 can be computed', () => {
    expect([rows.length, usable.length]).toEqual([66, 63]);
  });

  it.each(series(usable))('for %s is reproduced, value and status', (_, row) => {
    const { ratio, status, gap } = progressOfRow(row);
    expect(Math.abs(Number(ratio) - Number(row['progress_value']))).toBeLessThan(1e-9);
    expect({ status, gap }).toEqual({ status: statuses[row['status'] ?? ''], gap: null });
  });

  it.each(series(rows.filter((row) => !usable.includes(row))))(
    'for %s is not available, because it has one value only',
    (_, row) => {
      expect(row['status']).toBe('not_available');
      expect(progressOfRow(row)).toMatchObject({
        status: 'NOT_AVAILABLE',
        ratio: null,
        gap: 'WITHIN_ONE_YEAR',
      });
    },
  );
});
