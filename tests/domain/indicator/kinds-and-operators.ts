import type { IndicatorDefinition, IndicatorKind } from '../../../src/domain/indicator/events.js';

type Allowed = {
  readonly overSpace: readonly IndicatorDefinition['overSpace'][];
  readonly overTime: readonly IndicatorDefinition['overTime'][];
};

/** What may be done with numbers of each kind, written down a second time, by hand. */
export const kindsAndOperators: Readonly<Record<IndicatorKind, Allowed>> = {
  COUNT_FLOW: { overSpace: ['SUM'], overTime: ['SUM', 'NONE'] },
  COUNT_STOCK: { overSpace: ['SUM'], overTime: ['LAST', 'MEAN'] },
  RATIO: { overSpace: ['RATIO_OF_SUMS', 'NONE'], overTime: ['RATIO_OF_SUMS', 'NONE'] },
  MEAN: { overSpace: ['RATIO_OF_SUMS', 'NONE'], overTime: ['RATIO_OF_SUMS', 'NONE'] },
  MEDIAN_OR_PERCENTILE: {
    overSpace: ['HISTOGRAM', 'NONE'],
    overTime: ['HISTOGRAM', 'LAST', 'NONE'],
  },
  INDEX_PUBLISHED: { overSpace: ['NONE'], overTime: ['LAST', 'NONE'] },
  SURVEY_ESTIMATE: { overSpace: ['NONE'], overTime: ['LAST', 'NONE'] },
  ORDINAL: { overSpace: ['NONE'], overTime: ['LAST', 'NONE'] },
  QUALITATIVE: { overSpace: ['NONE'], overTime: ['LAST', 'NONE'] },
};
