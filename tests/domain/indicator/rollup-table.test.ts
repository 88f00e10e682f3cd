import { describe, expect, it } from '@jest/globals';
import { conclude } from '../../../src/domain/indicator/aggregation.js';
import { checkDefinition } from '../../../src/domain/indicator/definition-rules.js';
import type { Fact } from '../../../src/domain/indicator/sums.js';
import type { IndicatorDefinition } from '../../../src/domain/indicator/events.js';
import { factOverTime } from '../../../src/domain/indicator/over-time.js';
import { arrange, expectedIn, type Unit } from '../../../src/domain/indicator/partition.js';
import { addUp, usable } from '../../../src/domain/indicator/rollup.js';
import { kindsAndOperators } from './kinds-and-operators.js';
import type { Row } from './rollup-rows.js';
import { overSpace } from './rollup-rows-over-space.js';
import { ofOneTown, overTime } from './rollup-rows-over-time.js';

const units: readonly [Unit, Unit] = [
  { id: 'BODY 1', whole: new Set(['1']), partly: new Set(), population: 600 },
  { id: 'BODY 2', whole: new Set(['2']), partly: new Set(), population: 400 },
];

function read({ of, towns }: Row) {
  const facts = towns.map((parts, at) => {
    const known = parts.map((part) =>
      part === '-' ? undefined : usable(of, { status: 'REPORTED', flags: [], ...part }),
    );
    return [units[at]?.id ?? '', factOverTime(of, known)] as const;
  });
  const arrangement = arrange(units);
  const { sums } = addUp(arrangement, new Map(facts));
  const parts = of.overTime === 'MEAN' ? towns[0].length : 1;
  return conclude(of, sums, expectedIn(arrangement), { parts });
}

describe('what two towns reported, put together', () => {
  it.each([...overSpace, ...overTime])('$title', (row) => {
    const { value: number, absence, numerator, denominator } = read(row);
    expect(number ?? absence).toBe(row.reads);
    expect([numerator, denominator]).toEqual(row.parts ?? [null, null]);
  });

  it.each(ofOneTown)('$of.kind over time $title', ({ of, months, reads }) => {
    const facts = months.map((month): Fact | undefined =>
      month === '-' ? undefined : usable(of, { status: 'REPORTED', flags: [], ...month }),
    );
    expect(factOverTime(of, facts)).toMatchObject(reads);
  });

  const rows = [...overSpace, ...overTime, ...ofOneTown];

  it.each(rows)('follows a definition that may be made: $title', ({ of }) => {
    expect(checkDefinition(of)).toEqual([]);
  });

  it('has a row for every kind with every operator that it may have', () => {
    const told = (of: readonly { readonly of: IndicatorDefinition }[], axis: Axis) =>
      new Set(of.map((row) => `${row.of.kind} ${row.of[axis]}`));
    expect(told(rows, 'overSpace')).toEqual(pairs('overSpace'));
    expect(told([...overTime, ...ofOneTown], 'overTime')).toEqual(pairs('overTime'));
  });
});

type Axis = 'overSpace' | 'overTime';

/** Every kind with every operator of the table of kinds and operators. */
const pairs = (axis: Axis): ReadonlySet<string> =>
  new Set(
    Object.entries(kindsAndOperators).flatMap(([kind, allowed]) =>
      allowed[axis].map((operator) => `${kind} ${operator}`),
    ),
  );
