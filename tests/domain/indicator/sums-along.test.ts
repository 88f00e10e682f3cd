import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { include, noSums, type Fact } from '../../../src/domain/indicator/sums.js';
import { sumsAlong } from '../../../src/domain/indicator/sums-along.js';

const reported = (value: string): Fact => ({ status: 'REPORTED', value, flags: [] });

test('a correction of a number of thirty digits moves the sum by exactly what it changed', () => {
  const first = reported('123456789012345678901234567890.1');
  const second = reported('123456789012345678901234567890.3');
  const population = 16;
  const sums = sumsAlong([
    { before: undefined, after: reported('10'), population: 569_353 },
    { before: undefined, after: first, population },
    { before: first, after: second, population },
    { before: second, after: undefined, population },
  ]);
  expect(sums.map(({ value, populationReporting }) => [value, populationReporting])).toEqual([
    ['10', 569_353],
    ['123456789012345678901234567900.1', 569_369],
    ['123456789012345678901234567900.3', 569_369],
    ['10', 569_353],
  ]);
});

const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc.integer({ min: -9_999, max: 9_999 }).map((value) => reported(`${value}.25`)),
  fc
    .constantFrom('WITHDRAWN', 'SUPPRESSED_AT_SOURCE', 'NOT_APPLICABLE')
    .map((status) => ({ status, flags: [] }) as const),
);

test('however often bodies change their numbers, the last sums are those of what stands', () => {
  const change = fc.record({
    body: fc.nat({ max: 4 }),
    after: fc.option(fact, { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1 }), (changes) => {
      const standing = new Map<number, Fact | undefined>();
      const replacements = changes.map(({ body, after }) => {
        const before = standing.get(body);
        standing.set(body, after);
        return { before, after, population: body * 100 };
      });
      const expected = [...standing].reduce(
        (sums, [body, left]) => (left === undefined ? sums : include(sums, left, body * 100)),
        noSums,
      );
      expect(sumsAlong(replacements).at(-1)).toEqual(expected);
    }),
  );
});
