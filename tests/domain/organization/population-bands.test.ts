import { expect, test } from '@jest/globals';
import { isInBand, populationBand } from '../../../src/domain/organization/population-bands.js';

test.each([
  [0, { least: 0, most: 999 }],
  [16, { least: 0, most: 999 }],
  [1_000, { least: 1_000, most: 2_499 }],
  [569_353, { least: 150_000, most: null }],
])('a body of %d persons is in its band', (persons, band) => {
  expect(populationBand(persons)).toEqual(band);
  expect(isInBand(band, persons)).toBe(true);
  expect(isInBand(band, band.least - 1)).toBe(false);
  expect(isInBand(band, (band.most ?? Infinity) + 1)).toBe(band.most === null);
});
