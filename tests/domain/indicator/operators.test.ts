import { describe, expect, it } from '@jest/globals';
import { checkDefinition } from '../../../src/domain/indicator/definition-rules.js';
import {
  indicatorKinds,
  type IndicatorDefinition,
  type IndicatorKind,
} from '../../../src/domain/indicator/events.js';
import { kindsAndOperators } from './kinds-and-operators.js';
import { population } from './definitions.js';

const overSpace = ['SUM', 'RATIO_OF_SUMS', 'HISTOGRAM', 'NONE'] as const;
const overTime = ['SUM', 'LAST', 'MEAN', 'RATIO_OF_SUMS', 'HISTOGRAM', 'NONE'] as const;

/** A definition of a kind that lacks nothing but the right operators. */
const definitionOf = (
  kind: IndicatorKind,
  operators: Pick<IndicatorDefinition, 'overSpace' | 'overTime'>,
): IndicatorDefinition => ({
  ...population,
  kind,
  ...operators,
  ...(kind === 'RATIO' && { factor: '100' }),
  ...(kind === 'MEDIAN_OR_PERCENTILE' && {
    histogram: { percentile: '50', bounds: ['0', '10'] },
  }),
});

const combinations = indicatorKinds.flatMap((kind) =>
  overSpace.flatMap((space) => overTime.map((time) => [kind, space, time] as const)),
);

describe('an indicator', () => {
  it.each(combinations)('%s over bodies %s, over periods %s', (kind, space, time) => {
    const refusals = checkDefinition(definitionOf(kind, { overSpace: space, overTime: time }));
    const allowed = kindsAndOperators[kind];
    const wrong = [
      ...(allowed.overSpace.includes(space) ? [] : ['input.overSpace']),
      ...(allowed.overTime.includes(time) ? [] : ['input.overTime']),
    ];
    const fields = refusals.map(({ field = '' }) => field);
    expect(fields.filter((field) => /over(Space|Time)$/.test(field))).toEqual(wrong);
  });
});
