import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { conclude } from '../../../src/domain/indicator/aggregation.js';
import type { IndicatorDefinition } from '../../../src/domain/indicator/events.js';
import { arrange, expectedIn, type Unit } from '../../../src/domain/indicator/partition.js';
import { addUp } from '../../../src/domain/indicator/rollup.js';
import type { Fact } from '../../../src/domain/indicator/sums.js';
import { add, sum } from '../../../src/domain/decimal.js';
import { discussions, housingCostBurden } from './definitions.js';
import { mean, median } from './rollup-rows.js';

/** A town with everything it could report, whatever the kind of indicator. */
type Town = {
  readonly code: string;
  readonly population: number;
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly histogram: readonly string[];
};

/** How a territory is cut: into towns, or into districts that are cut further. */
type Cut = readonly Town[] | readonly Cut[];

const digits = fc.bigInt({ min: 0n, max: 10n ** 30n - 1n }).map(String);
const decimal = fc
  .tuple(digits, fc.integer({ min: 1, max: 9 }))
  .map(([text, scale]) => text.padStart(scale + 1, '0'))
  .map((text) => `${text.slice(0, -5)}${text.length > 5 ? '' : '0'}.${text.slice(-5)}`)
  .map((text) => text.replace(/^0+(?=\d)/, ''));

const towns = fc.array(
  fc.record({
    population: fc.nat(1_000_000),
    value: digits,
    numerator: decimal,
    denominator: decimal.map((text) => add(text, '1')),
    histogram: fc
      .tuple(digits, digits, digits)
      .map(([first, ...rest]) => [add(first, '1'), ...rest]),
  }),
  { minLength: 1, maxLength: 24 },
);

const named = towns.map((all) => all.map((town, at): Town => ({ ...town, code: `town${at}` })));

/** Any refinement: each level cuts what it is given into pieces at random. */
function cutInto(all: readonly Town[], sizes: readonly number[], depth: number): Cut {
  if (depth === 0 || all.length === 1) return all;
  const pieces: Cut[] = [];
  for (let from = 0, at = 0; from < all.length; at++) {
    const size = 1 + ((sizes[at % sizes.length] ?? 0) % all.length);
    pieces.push(cutInto(all.slice(from, from + size), sizes.slice(1).concat(size), depth - 1));
    from += size;
  }
  return pieces;
}

const isTown = (part: Town | Cut): part is Town => 'code' in part;

const townsOf = (cut: Cut): readonly Town[] =>
  cut.flatMap((part: Town | Cut) => (isTown(part) ? [part] : townsOf(part)));

/** What towns would report together, as one. */
function together(all: readonly Town[]): Fact {
  const of = (part: 'value' | 'numerator' | 'denominator') => sum(all.map((town) => town[part]));
  const histogram = [0, 1, 2].map((bucket) =>
    sum(all.map((town) => town.histogram[bucket] ?? '0')),
  );
  const [value, numerator, denominator] = [of('value'), of('numerator'), of('denominator')];
  return { status: 'REPORTED', flags: [], value, numerator, denominator, histogram };
}

/**
 * Units of a cut: some of its districts report for their towns, some of those report all the
 * same, and every town that nobody speaks for does.
 */
function unitsOf(cut: Cut, reports: readonly boolean[]) {
  const units: Unit[] = [];
  const facts = new Map<string, Fact>();
  let turn = 0;
  const visit = (part: Town | Cut, isSpokenFor: boolean): void => {
    const all = isTown(part) ? [part] : townsOf(part);
    const id = isTown(part) ? part.code : `district${units.length}`;
    const population = all.reduce((total, town) => total + town.population, 0);
    units.push({ id, whole: new Set(all.map(({ code }) => code)), partly: new Set(), population });
    const isChosen = reports[turn++ % reports.length] === true;
    const speaks = isChosen || (isTown(part) && !isSpokenFor);
    if (speaks) facts.set(id, together(all));
    if (!isTown(part)) for (const each of part) visit(each, isSpokenFor || speaks);
  };
  for (const part of cut) visit(part, false);
  return { units, facts };
}

function read(definition: IndicatorDefinition, units: readonly Unit[], facts: Map<string, Fact>) {
  const arrangement = arrange(units);
  const { sums, resolution } = addUp(arrangement, facts);
  return conclude(definition, sums, expectedIn(arrangement), { overlaps: resolution.overlaps });
}

const choices = fc.array(fc.nat(30), { minLength: 1, maxLength: 12 });
const turns = fc.array(fc.boolean(), { minLength: 1, maxLength: 8 });

describe.each([
  ['a count', discussions],
  ['a ratio', { ...housingCostBurden, proportion: false, decimals: 10 }],
  ['a mean', { ...mean, decimals: 10 }],
  ['a median of buckets', median],
] as const)('%s of thirty digits', (_, definition) => {
  it('reads the same however finely the territory is cut, and in whatever order it came', () => {
    fc.assert(
      fc.property(named, choices, turns, fc.infiniteStream(fc.nat()), (all, sizes, said, order) => {
        const plain = unitsOf(all, [true]);
        const whole = read(definition, plain.units, plain.facts);
        const { units, facts } = unitsOf(cutInto(all, sizes, 4), said);
        const places = new Map(units.map((unit) => [unit, order.next().value ?? 0]));
        const shuffled = units.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
        const cut = read(definition, shuffled, new Map([...facts].toReversed()));
        expect(cut).toEqual(whole);
        expect(cut.value).not.toBeNull();
        expect(cut.completeness.populationCoverage).toBe(
          all.some(({ population }) => population > 0) ? '100.00' : null,
        );
      }),
    );
  });
});
