import { describe, expect, it } from '@jest/globals';
import { conclude } from '../../../src/domain/indicator/aggregation.js';
import type { IndicatorDefinition } from '../../../src/domain/indicator/events.js';
import { arrange, expectedIn, type Unit } from '../../../src/domain/indicator/partition.js';
import { addUp } from '../../../src/domain/indicator/rollup.js';
import type { Fact } from '../../../src/domain/indicator/sums.js';
import { discussions } from './definitions.js';

/** What a town reported; `-` where it was silent. */
type Report = Partial<Fact> | '-';

const towns: readonly Unit[] = [
  { id: 'BODY 1', whole: new Set(['1']), partly: new Set(), population: 600 },
  { id: 'BODY 2', whole: new Set(['2']), partly: new Set(), population: 400 },
];

function read(definition: IndicatorDefinition, ...reports: readonly Report[]) {
  const facts = reports.flatMap((report, at): readonly (readonly [string, Fact])[] =>
    report === '-' ? [] : [[towns[at]?.id ?? '', { status: 'REPORTED', flags: [], ...report }]],
  );
  const arrangement = arrange(towns);
  const { sums } = addUp(arrangement, new Map(facts));
  return conclude(definition, sums, expectedIn(arrangement));
}

const one = (fact: Partial<Fact> = {}): Partial<Fact> => ({ value: '1', ...fact });
const status = (why: Fact['status']): Partial<Fact> => ({ status: why });
const completeness = (...reports: readonly Report[]) => read(discussions, ...reports).completeness;

describe('how complete a number is', () => {
  it('tells who is late and how old the oldest number is', () => {
    const late = one({ isLate: true, knownOn: '2024-05-01' });
    expect(completeness(late, one({ knownOn: '2024-04-01' }))).toMatchObject({
      bodiesReporting: 2,
      bodiesLate: 1,
      oldestKnownOn: '2024-04-01',
      populationCoverage: '100.00',
    });
  });

  it('keeps zero, missing, not applicable, suppressed and withdrawn apart', () => {
    expect(completeness(one({ value: '0' }), '-')).toMatchObject({
      bodiesExpected: 2,
      bodiesReporting: 1,
      populationCoverage: '60.00',
    });
    expect(completeness(status('NOT_APPLICABLE'), one())).toMatchObject({
      bodiesExpected: 1,
      bodiesReporting: 1,
      bodiesNotApplicable: 1,
      populationCoverage: '100.00',
    });
    expect(completeness(status('SUPPRESSED_AT_SOURCE'), status('WITHDRAWN'))).toMatchObject({
      bodiesExpected: 2,
      bodiesReporting: 0,
      bodiesSuppressedAtSource: 1,
      bodiesWithdrawn: 1,
      populationCoverage: '0.00',
    });
  });

  it('withholds a value below its floor, and says so', () => {
    const floored = { ...discussions, coverageFloor: '70' };
    const below = { value: null, absence: 'BELOW_COVERAGE_FLOOR' };
    expect(read(floored, one({ value: '5' }), '-')).toMatchObject(below);
    const reached = { value: '5', absence: null };
    expect(read(floored, one({ value: '5' }), one({ value: '0' }))).toMatchObject(reached);
  });
});
