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

/** What may be done with values of a kind; rates are never averaged, stocks never summed. */
const operators: Readonly<Record<IndicatorKind, Operators>> = {
  COUNT_FLOW: { overSpace: ['SUM'], overTime: ['SUM', 'NONE'] },
  COUNT_STOCK: { overSpace: ['SUM'], overTime: ['LAST', 'MEAN'] },
  RATIO: ratioOfSums,
  MEAN: ratioOfSums,
  MEDIAN_OR_PERCENTILE: notAggregatable,
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
];

function checkDecimals(definition: IndicatorDefinition): readonly Refusal[] {
  return (['factor', 'coverageFloor'] as const).flatMap((field) => {
    const value = definition[field];
    return value === undefined || isDecimal(value)
      ? []
      : refuse('decimal-invalid', `input.${field}`, { value }).refusals;
  });
}

function checkTexts({ name, unit, description, source }: IndicatorDefinition): readonly Refusal[] {
  return [
    ...checkText(name, 'input.name', 300),
    ...checkText(unit, 'input.unit', 100),
    ...(description ? checkText(description, 'input.description', 2000) : []),
    ...(source ? checkText(source, 'input.source', 500) : []),
  ];
}

function checkUniverse({ universe }: IndicatorDefinition): readonly Refusal[] {
  if (universe.kind !== 'LISTED') return [];
  const { bodies } = universe;
  const repeated = bodies.findIndex((body, at) => bodies.indexOf(body) < at);
  if (repeated < 0) return [];
  const organization = bodies[repeated] ?? '';
  return refuse('universe-invalid', `input.universe.bodies.${repeated}`, {
    organization,
  }).refusals;
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
