import { expect, test } from '@jest/globals';
import { nearest } from '../../src/adapters/nearest.js';

const columns = ['csd_code', 'households_total', 'period'];

test.each([
  ['csd_cod', 'csd_code'],
  ['CSD_CODE', 'csd_code'],
  ['houshold_total', 'households_total'],
  ['perido', 'period'],
])('%s was probably meant to be %s', (typed, meant) => {
  expect(nearest(typed, columns)).toBe(meant);
});

test('nothing is suggested for what resembles nothing', () => {
  expect(nearest('municipality', columns)).toBeUndefined();
});
