import { expect, test } from '@jest/globals';
import { wordsIn } from '../../src/adapters/words.js';

test('letters and calendars write a date as their language does', () => {
  const dateIn = (language: 'en' | 'fr') =>
    wordsIn(language, new Map(), { open: () => [] }).date('2026-07-01');
  expect(dateIn('en')).toBe('July 1, 2026');
  expect(dateIn('fr')).toBe('1er juillet 2026');
});
