import { describe, expect, test } from '@jest/globals';
import { bodyNames } from '../../../src/adapters/imports/body-names.js';

const municipality = (code: string, name: string, legalName: string) => ({
  code,
  kind: 'MUNICIPALITY',
  name: { en: name },
  legalName: { en: legalName },
});

const find = bodyNames([
  municipality('3525005', 'Hamilton', 'City of Hamilton'),
  municipality('3514019', 'Hamilton', 'Township of Hamilton'),
  municipality('3520005', 'Toronto', 'City of Toronto'),
  municipality('3558004', 'Thunder Bay', 'City of Thunder Bay'),
  {
    code: '3553005',
    kind: 'MUNICIPALITY',
    name: { en: 'Greater Sudbury', fr: 'Grand Sudbury' },
    legalName: { en: 'City of Greater Sudbury' },
  },
  { code: 'toronto-police', kind: 'PARTNER', name: { en: 'Toronto Police Service' } },
]);

describe('a name of a municipality', () => {
  test.each([
    ['Toronto', '3520005'],
    ['  toronto ', '3520005'],
    ['THUNDER\u00A0BAY', '3558004'],
    ['Grand Sudbury', '3553005'],
    ['Township of Hamilton', '3514019'],
  ])('%j is found', (name, code) => {
    expect(find(name)).toEqual({ code });
  });

  test('that two municipalities share is refused, with both as candidates', () => {
    const found = find('Hamilton');
    expect(found).toMatchObject({ refused: 'name-ambiguous' });
    expect(JSON.stringify(found)).toContain('3525005 (City of Hamilton)');
    expect(JSON.stringify(found)).toContain('3514019 (Township of Hamilton)');
  });

  test('that nobody has is refused, with the nearest one', () => {
    const found = find('Tornto');
    expect(found).toMatchObject({ refused: 'name-unknown' });
    expect(JSON.stringify(found)).toContain('3520005 (City of Toronto)');
  });

  test('of a partner is no name of a body', () => {
    expect(find('Toronto Police Service')).toMatchObject({ refused: 'name-unknown' });
  });
});
