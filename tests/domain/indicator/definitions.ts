import type { IndicatorDefinition } from '../../../src/domain/indicator/events.js';

/** A stock: persons counted by the census. */
export const population: IndicatorDefinition = {
  name: { en: 'Population', fr: 'Population' },
  kind: 'COUNT_STOCK',
  unit: { en: 'persons', fr: 'personnes' },
  decimals: 0,
  direction: 'NONE',
  universe: { kind: 'MUNICIPALITIES' },
  sensitivity: 'PUBLIC',
  overTime: 'LAST',
  overSpace: 'SUM',
  periodKind: 'YEAR',
  proportion: false,
  dimensions: [],
};

/** A proportion: households spending 30 % or more of their income on shelter. */
export const housingCostBurden: IndicatorDefinition = {
  ...population,
  name: { en: 'Housing cost burden' },
  kind: 'RATIO',
  unit: { en: 'percent' },
  decimals: 2,
  direction: 'LOWER',
  overTime: 'RATIO_OF_SUMS',
  overSpace: 'RATIO_OF_SUMS',
  factor: '100',
  proportion: true,
};

/** A flow broken down by age and gender, expected from the bodies that must plan. */
export const discussions: IndicatorDefinition = {
  ...population,
  name: { en: 'Discussions at situation tables' },
  kind: 'COUNT_FLOW',
  unit: { en: 'discussions' },
  universe: { kind: 'OBLIGED' },
  sensitivity: 'CELL_11',
  overTime: 'SUM',
  periodKind: 'QUARTER',
  dimensions: ['age-groups', 'genders'],
};

/** An index its source publishes for areas; no body reports it. */
export const crimeSeverityIndex: IndicatorDefinition = {
  ...population,
  name: { en: 'Crime severity index' },
  kind: 'INDEX_PUBLISHED',
  unit: { en: 'index (2006 = 100)' },
  decimals: 2,
  direction: 'LOWER',
  universe: { kind: 'LISTED', bodies: [] },
  overTime: 'NONE',
  overSpace: 'NONE',
};
