import { describe, expect, test } from '@jest/globals';
import { parseMapping } from '../../../src/adapters/imports/mapping.js';

const least = {
  indicator: 'population',
  body: { column: 'csd_code' },
  period: '2021',
  value: { column: 'population' },
};

const parse = (mapping: object) => parseMapping(JSON.stringify(mapping));

describe('a mapping', () => {
  test('needs little, and takes the rest as it usually is', () => {
    expect(parse(least)).toMatchObject({
      body: { column: 'csd_code', by: 'code' },
      file: { encoding: 'auto', delimiter: 'auto', headerLine: 1 },
      numbers: { decimal: 'point', thousands: 'none', percentSign: 'refuse' },
      statuses: { '..': 'NOT_REPORTED', '...': 'NOT_APPLICABLE', x: 'SUPPRESSED_AT_SOURCE' },
    });
  });

  test('adds statuses to the usual ones, and may change those', () => {
    const statuses = { NA: 'NOT_REPORTED', x: 'NOT_REPORTED' };
    expect(parse({ ...least, statuses })).toMatchObject({
      statuses: { NA: 'NOT_REPORTED', x: 'NOT_REPORTED', '..': 'NOT_REPORTED' },
    });
  });

  test.each([
    ['a field nobody knows', { ...least, idicator: 'x' }, '$'],
    ['neither body nor area', { ...least, body: undefined }, 'body'],
    ['both body and area', { ...least, area: '35' }, 'body'],
    ['no number', { ...least, value: undefined }, 'value'],
    ['a numerator alone', { ...least, numerator: { column: 'n' } }, 'denominator'],
    ['one mark for two things', { ...least, numbers: { thousands: 'point' } }, 'numbers'],
    ['a status nobody knows', { ...least, statuses: { NA: 'MISSING' } }, 'statuses.NA'],
    ['a status that needs no import', { ...least, statuses: { NA: 'WITHDRAWN' } }, 'statuses.NA'],
    ['a footer that is no pattern', { ...least, file: { footer: '(' } }, 'file.footer'],
    ['a column before the first', { ...least, value: { column: 0 } }, 'value.column'],
  ])('with %s is refused with the place, in both languages', (_, mapping, path) => {
    const parsed = parse(mapping);
    expect(parsed).toMatchObject({
      errors: [{ code: 'mapping-invalid', line: 0, column: path }],
    });
    const { en, fr } = ('errors' in parsed && parsed.errors[0]?.message) || { en: '', fr: '' };
    expect(en).toMatch(/^The mapping is wrong at /);
    expect(fr).toMatch(/^La correspondance est fautive à /);
    const issue = en.slice(en.indexOf(':') + 1);
    expect(fr).not.toContain(issue);
  });

  test('says in French too what it found in a place', () => {
    expect(parse({ ...least, value: { column: true } })).toMatchObject({
      errors: [{ message: { fr: expect.stringContaining('Entrée invalide') } }],
    });
    expect(parse({ ...least, file: 7 })).toMatchObject({
      errors: [{ message: { fr: expect.stringMatching(/attendu object, reçu nombre|number/) } }],
    });
  });

  test('that is no JSON is refused', () => {
    expect(parseMapping('{')).toMatchObject({ errors: [{ code: 'mapping-invalid', column: '$' }] });
  });
});
