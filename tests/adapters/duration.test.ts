import { expect, test } from '@jest/globals';
import { parseDuration, writeDuration } from '../../src/adapters/duration.js';

test.each([
  ['1500', 1_500],
  ['500ms', 500],
  ['30s', 30_000],
  ['5m', 300_000],
  ['12h', 43_200_000],
  ['90d', 7_776_000_000],
  ['0', 0],
])('%s is %d milliseconds and is written so again', (text, milliseconds) => {
  expect(parseDuration(text)).toBe(milliseconds);
  expect(parseDuration(writeDuration(milliseconds))).toBe(milliseconds);
});

test.each(['', '-1s', '1.5s', '30 s', '1e3', '5 minutes', '999999999999999d'])(
  '%j is no duration',
  (text) => {
    expect(parseDuration(text)).toBeUndefined();
  },
);
