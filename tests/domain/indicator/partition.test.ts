import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { conclude } from '../../../src/domain/indicator/aggregation.js';
import { noSums, type Fact, type Sums } from '../../../src/domain/indicator/sums.js';
import { arrange, expectedIn, type Unit } from '../../../src/domain/indicator/partition.js';
import { addUp } from '../../../src/domain/indicator/rollup.js';
import { discussions } from './definitions.js';

const unit = (
  id: string,
  whole: readonly string[],
  population = whole.length * 100,
  partly: readonly string[] = [],
): Unit => ({ id, whole: new Set(whole), partly: new Set(partly), population });

const reported = (value: string): Fact => ({ status: 'REPORTED', value, flags: [] });

/** A county of three townships, and a city beside it. */
const county = unit('county', ['a', 'b', 'c']);
const townships = ['a', 'b', 'c'].map((code) => unit(code, [code]));
const city = unit('city', ['city']);

function sumOf(units: readonly Unit[], values: Readonly<Record<string, string | Fact>>) {
  const arrangement = arrange(units);
  const facts = Object.entries(values).map(
    ([id, value]) => [id, typeof value === 'string' ? reported(value) : value] as const,
  );
  const { sums, resolution } = addUp(arrangement, new Map(facts));
  const rollup = conclude(discussions, sums, expectedIn(arrangement), {
    overlaps: resolution.overlaps,
  });
  return { ...rollup, aside: [...resolution.aside], ...rollup.completeness };
}

describe('a county and its townships', () => {
  const all = [county, ...townships, city];

  it('are counted once: the townships, when all of them report', () => {
    expect(sumOf(all, { county: '99', a: '1', b: '2', c: '3', city: '10' })).toMatchObject({
      value: '16',
      aside: ['county'],
      bodiesExpected: 4,
      bodiesReporting: 4,
      populationCoverage: '100.00',
    });
  });

  it('are counted once: the county, when a township is missing', () => {
    expect(sumOf(all, { county: '99', a: '1', b: '2', city: '10' })).toMatchObject({
      value: '109',
      aside: ['a', 'b'],
      bodiesExpected: 4,
      bodiesReporting: 4,
      populationCoverage: '100.00',
    });
  });

  it('are the townships that report, when the county does not', () => {
    expect(sumOf(all, { a: '1', b: '2', city: '10' })).toMatchObject({
      value: '13',
      aside: [],
      bodiesReporting: 3,
      populationCoverage: '75.00',
    });
  });

  it('are the townships, when it does not apply to the rest', () => {
    const facts = { county: '99', a: '1', b: '2', c: { status: 'NOT_APPLICABLE', flags: [] } };
    expect(sumOf(all, facts as never)).toMatchObject({ value: '3', aside: ['county'] });
  });

  it('are the county and what lies outside, when only some townships are expected', () => {
    const some = [county, townships[0] as Unit, city];
    expect(sumOf(some, { county: '99', a: '1', city: '10' })).toMatchObject({
      value: '109',
      aside: ['a'],
    });
    expect(sumOf(some, { a: '1', city: '10' })).toMatchObject({
      value: '11',
      bodiesExpected: 3,
      populationCoverage: '50.00',
    });
  });
});

describe('areas that cross municipalities', () => {
  const police = unit('police', ['a'], 150, ['b']);
  const opp = unit('opp', ['c'], 150, ['b']);

  it('are added where they meet in one municipality that does not report itself', () => {
    expect(sumOf([police, opp, city], { police: '4', opp: '5', city: '1' })).toMatchObject({
      value: '10',
      populationCoverage: '100.00',
    });
  });

  it('are refused beside a municipality they cross, and beside a county that crosses them', () => {
    const b = townships[1] as Unit;
    expect(sumOf([police, b], { police: '4', b: '5' })).toMatchObject({
      value: null,
      absence: 'OVERLAP',
    });
    const wider = unit('wider', ['a', 'x'], 300, ['b']);
    const east = unit('east', ['x', 'y']);
    expect(sumOf([wider, east], { wider: '4', east: '5' })).toMatchObject({ absence: 'OVERLAP' });
    expect(sumOf([wider, east], { wider: '4' })).toMatchObject({ value: '4' });
  });

  it('are refused when one unit lies in two that cross', () => {
    const west = unit('west', ['a', 'b']);
    const east = unit('east', ['b', 'c']);
    const b = townships[1] as Unit;
    expect(sumOf([west, east, b], { east: '1', b: '2' })).toMatchObject({ absence: 'OVERLAP' });
  });
});

/** A territory cut into districts, each into towns; either may report, or both, or neither. */
const territories = fc
  .array(
    fc.record({
      districtReports: fc.boolean(),
      towns: fc.array(fc.option(fc.bigInt({ min: 0n, max: 10n ** 29n }), { nil: undefined }), {
        minLength: 1,
        maxLength: 5,
      }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((districts) => {
    const units: Unit[] = [];
    const facts = new Map<string, Fact>();
    for (const [at, { districtReports, towns }] of districts.entries()) {
      const codes = towns.map((_, town) => `${at}.${town}`);
      const total = towns.reduce<bigint>((sum, value) => sum + (value ?? 0n), 0n);
      units.push(unit(`district ${at}`, codes));
      if (districtReports) facts.set(`district ${at}`, reported(String(total)));
      for (const [town, value] of towns.entries()) {
        units.push(unit(`town ${at}.${town}`, [`${at}.${town}`]));
        if (value !== undefined) facts.set(`town ${at}.${town}`, reported(String(value)));
      }
    }
    const exact = districts
      .flatMap(({ towns }) => towns)
      .reduce<bigint>((sum, value) => sum + (value ?? 0n), 0n);
    return { units, facts, exact };
  });

describe('any territory', () => {
  it('adds up to the same, exactly, whatever the order and however finely it is cut', () =>
    void fc.assert(
      fc.property(territories, fc.integer(), ({ units, facts, exact }, seed) => {
        const sums = (of: readonly Unit[]): Sums => addUp(arrange(of), facts).sums;
        const shuffled = units.toSorted(
          (a, b) => hash(`${seed}${a.id}`) - hash(`${seed}${b.id}`) || (a.id < b.id ? -1 : 1),
        );
        const known = sums(units);
        expect(sums(shuffled)).toEqual(known);
        // District by district, as counties are read, and then together.
        const districts = Map.groupBy(units, ({ whole }) => [...whole][0]?.split('.')[0]);
        const parts = [...districts.values()].map(sums);
        const added = parts.reduce((total, part) => total + BigInt(part.value), 0n);
        expect(BigInt(known.value)).toBe(added);
        expect(known.reporting).toBe(parts.reduce((total, part) => total + part.reporting, 0));
        // What is told of a district and of its towns is one number, never two.
        expect(added).toBe(exact);
      }),
    ));

  it('without a report adds up to nothing', () => {
    expect(addUp(arrange([county, ...townships]), new Map()).sums).toEqual(noSums);
  });
});

/** A number that spreads names apart, to shuffle by. */
function hash(text: string): number {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + letter.charCodeAt(0)) % 1_000_003;
  return sum;
}
