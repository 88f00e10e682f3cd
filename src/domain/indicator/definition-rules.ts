import { compare, equal, isDecimal } from '../decimal.js';
import { refuse, type Refusal } from '../decision.js';
import { checkText } from '../text-rules.js';
import type { IndicatorDefinition, IndicatorKind } from './events.js';

type Operators = {
  readonly overSpace: readonly IndicatorDefinition['overSpace'][];
  readonly overTime: readonly IndicatorDefinition['overTime'][];
};

const ratioOfSums: Operators = {
  overSpace: ['RATIO_OF_SUMS', 'NONE'],
  overTime: ['RATIO_OF_SUMS', 'NONE'],
};

const notAggregatable: Operators = { overSpace: ['NONE'], overTime: ['LAST', 'NONE'] };

// A percentile is not put together from percentiles, only read off counts by bucket.
const histogram: Operators = {
  overSpace: ['HISTOGRAM', 'NONE'],
  overTime: ['HISTOGRAM', 'LAST', 'NONE'],
};

/** What may be done with values of a kind; rates are never averaged, stocks never summed. */
const operators: Readonly<Record<IndicatorKind, Operators>> = {
  COUNT_FLOW: { overSpace: ['SUM'], overTime: ['SUM', 'NONE'] },
  COUNT_STOCK: { overSpace: ['SUM'], overTime: ['LAST', 'MEAN'] },
  RATIO: ratioOfSums,
  MEAN: ratioOfSums,
  MEDIAN_OR_PERCENTILE: histogram,
  INDEX_PUBLISHED: notAggregatable,
  SURVEY_ESTIMATE: notAggregatable,
  ORDINAL: notAggregatable,
  QUALITATIVE: notAggregatable,
};

const wholeKinds: readonly IndicatorKind[] = ['COUNT_FLOW', 'COUNT_STOCK', 'ORDINAL'];

/** True for the kinds whose values are whole: counts and ranks. */
export const isWhole = ({ kind }: Pick<IndicatorDefinition, 'kind'>): boolean =>
  wholeKinds.includes(kind);

const isPositive = (factor: string): boolean => compare(factor, '0') > 0;

function hasFittingFactor({ kind, factor }: IndicatorDefinition): boolean {
  if (kind === 'RATIO') return factor !== undefined && isPositive(factor);
  if (kind === 'MEAN') return factor === undefined || equal(factor, '1');
  return factor === undefined;
}

const isAscending = (bounds: readonly string[]): boolean =>
  bounds.every((bound, at) => at === 0 || compare(bounds[at - 1] ?? bound, bound) < 0);

/** Bounds ascend, the percentile lies between 0 and 100, and operators name it when it is there. */
function hasFittingHistogram({ kind, overSpace, overTime, ...rest }: IndicatorDefinition): boolean {
  if (rest.histogram === undefined) return overSpace !== 'HISTOGRAM' && overTime !== 'HISTOGRAM';
  const { percentile, bounds } = rest.histogram;
  const isPercentile = compare(percentile, '0') > 0 && compare(percentile, '100') < 0;
  return kind === 'MEDIAN_OR_PERCENTILE' && isPercentile && isAscending(bounds);
}

/** What must hold between the parts of a definition, by the field at fault. */
const rules: readonly (readonly [
  field: keyof IndicatorDefinition,
  holds: (definition: IndicatorDefinition) => boolean,
])[] = [
  ['overSpace', ({ kind, overSpace }) => operators[kind].overSpace.includes(overSpace)],
  [
    'overTime',
    ({ kind, overTime, periodKind }) =>
      operators[kind].overTime.includes(overTime) &&
      // Rolling periods share years with their neighbours.
      (periodKind !== 'ROLLING_YEARS' || overTime === 'LAST' || overTime === 'NONE'),
  ],
  ['factor', hasFittingFactor],
  ['proportion', ({ kind, proportion }) => kind === 'RATIO' || !proportion],
  [
    'decimals',
    ({ decimals, ...rest }) =>
      Number.isInteger(decimals) && decimals >= 0 && decimals <= (isWhole(rest) ? 0 : 10),
  ],
  ['dimensions', ({ dimensions }) => new Set(dimensions).size === dimensions.length],
  [
    'coverageFloor',
    ({ coverageFloor: floor = '0' }) => compare(floor, '0') >= 0 && compare(floor, '100') <= 0,
  ],
  ['histogram', hasFittingHistogram],
  ['levels', ({ kind, levels }) => kind === 'ORDINAL' || levels === undefined],
  [
    'question',
    ({ accountability, question }) =>
      (accountability === 'PERFORMANCE') === (question !== undefined),
  ],
  [
    'dueWithinDays',
    ({ dueWithinDays: days = 0 }) => Number.isInteger(days) && days >= 0 && days <= 3660,
  ],
];

function checkDecimals(definition: IndicatorDefinition): readonly Refusal[] {
  const { factor, coverageFloor, histogram: { percentile, bounds } = {} } = definition;
  const decimals = [
    ['factor', factor],
    ['coverageFloor', coverageFloor],
    ['histogram.percentile', percentile],
    ...(bounds ?? []).map((bound, at) => [`histogram.bounds.${at}`, bound] as const),
  ] as const;
  return decimals.flatMap(([field, value]) =>
    value === undefined || isDecimal(value)
      ? []
      : refuse('decimal-invalid', `input.${field}`, { value }).refusals,
  );
}

function checkTexts(definition: IndicatorDefinition): readonly Refusal[] {
  const { name, unit, description, source, levels = [] } = definition;
  return [
    ...checkText(name, 'input.name', 300),
    ...checkText(unit, 'input.unit', 100),
    ...(description ? checkText(description, 'input.description', 2000) : []),
    ...(source ? checkText(source, 'input.source', 500) : []),
    ...levels.flatMap((level, at) => checkText(level, `input.levels.${at}`, 200)),
  ];
}

function checkUniverse({ universe }: IndicatorDefinition): readonly Refusal[] {
  if (universe.kind !== 'LISTED') return [];
  return (['bodies', 'areas'] as const).flatMap((list) => {
    const codes = universe[list] ?? [];
    const repeated = codes.findIndex((each, at) => codes.indexOf(each) < at);
    const organization = codes[repeated] ?? '';
    return repeated < 0
      ? []
      : refuse('universe-invalid', `input.universe.${list}.${repeated}`, { organization }).refusals;
  });
}

/** Refusals unless a definition fits together: its kind decides what may be done with values. */
export function checkDefinition(definition: IndicatorDefinition): readonly Refusal[] {
  const { kind } = definition;
  const malformed = [...checkTexts(definition), ...checkDecimals(definition)];
  if (malformed.length > 0) return malformed;
  const broken = rules.filter(([, holds]) => !holds(definition));
  return [
    ...broken.flatMap(
      ([field]) =>
        refuse('indicator-rule-inconsistent', `input.${field}`, { kind, field }).refusals,
    ),
    ...checkUniverse(definition),
  ];
}
