import type { Sums } from '../../domain/indicator/sums.js';
import { table } from '../projection.js';

/** Exact sums over the units of an indicator's universe, for one period and combination. */
export type ProvinceOutcomeRow = {
  readonly indicator: string;
  readonly period: string;
  readonly categories: string;
  /** One for each epoch of the definition: numbers across a break are never added. */
  readonly epochs: readonly Sums[];
};

/** Sums of the province, current only. */
export const provinceOutcomeTable = table<ProvinceOutcomeRow>({
  name: 'province_outcome',
  columns: { indicator: 'text', period: 'text', categories: 'text', epochs: 'json' },
  key: ['indicator', 'period', 'categories'],
  versioned: false,
});
