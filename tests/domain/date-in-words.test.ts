import { expect, test } from '@jest/globals';
import { dateInWords } from '../../src/domain/date-in-words.js';

test.each([
  ['2026-07-01', 'July 1, 2026', '1er juillet 2026'],
  ['2026-08-11', 'August 11, 2026', '11 août 2026'],
])('%s is written as each language writes it', (date, english, french) => {
  expect(dateInWords(date, 'en')).toBe(english);
  expect(dateInWords(date, 'fr')).toBe(french);
});
