import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { importDesk, populationMapping } from './import-desk.js';

let desk: Awaited<ReturnType<typeof importDesk>>;
beforeEach(async () => {
  desk = await importDesk();
});
afterEach(() => desk.remove());

describe('columns', () => {
  test('a missing one is told before any row, with the nearest one', async () => {
    const result = await desk.import('code,popluation\n3525005,1\nnonsense,NA\n');
    expect(result).toMatchObject({ rows: 0, attempts: 0 });
    expect(result.errors).toMatchObject([
      {
        line: 1,
        column: 'population',
        code: 'column-missing',
        suggestion: { en: 'Did you mean "popluation"?' },
      },
    ]);
  });

  test('all missing ones are told at once', async () => {
    const { errors } = await desk.import('a,b\n1,2\n');
    expect(errors.map(({ code, column }) => `${code} ${column}`)).toEqual([
      'column-missing code',
      'column-missing population',
    ]);
  });

  test('one that is there twice is named by number', async () => {
    const file = 'code,population,population\n3525005,1,569353\n';
    expect((await desk.import(file)).errors).toMatchObject([{ code: 'column-ambiguous' }]);
    const byNumber = { ...populationMapping, value: { column: 3 } };
    expect(await desk.import(file, byNumber)).toMatchObject({ recorded: 1 });
  });

  test('need no header when they are named by number', async () => {
    const mapping = {
      ...populationMapping,
      file: { headerLine: 0 },
      body: { column: 1 },
      value: { column: 2 },
    };
    expect(await desk.import('3525005,569353\n3520005,2794356\n', mapping)).toMatchObject({
      recorded: 2,
    });
  });

  test('are found in Latin-1, below a title and above footnotes', async () => {
    const file = [
      'Recensement de 2021',
      '',
      'Géographie;Population (unité)',
      '3525005;569 353',
      '',
      '3520005;..',
      'Symbole : .. non disponible',
      'Source : Statistique Canada; tableau 98-10-0002-01',
    ].join('\r\n');
    const mapping = {
      ...populationMapping,
      file: { headerLine: 3, footer: '^Symbole' },
      body: { column: 'Géographie' },
      value: { column: 'Population (unité)' },
      numbers: { thousands: 'space' },
    };
    expect(await desk.import(Buffer.from(file, 'latin1'), mapping)).toMatchObject({
      rows: 2,
      recorded: 2,
      errors: [],
    });
  });
});

describe('rows about the same observation', () => {
  test('the second of two that agree is rejected', async () => {
    const { errors } = await desk.import('code,population\n3525005,1\n3525005,1\n');
    const suggestion = { en: 'the two agree: leave this one out' };
    expect(errors).toMatchObject([{ line: 3, code: 'row-duplicate', column: null, suggestion }]);
  });

  test('both of two that disagree are rejected, for nobody knows which is right', async () => {
    const file = 'code,population\n3525005,1\n3525005,2\n3520005,3\n';
    const result = await desk.import(file, populationMapping, { acceptValid: true });
    expect(result.errors.map(({ line, code }) => [line, code])).toEqual([
      [2, 'row-duplicate'],
      [3, 'row-duplicate'],
    ]);
    for (const { suggestion } of result.errors) expect(suggestion?.en).toMatch(/^the two disagree/);
    expect(await desk.observations()).toMatchObject([{ data: { value: '3' } }]);
  });

  test('other periods of one body are other observations', async () => {
    const mapping = { ...populationMapping, period: { column: 'year' } };
    const file = 'code,year,population\n3525005,2016,536917\n3525005,2021,569353\n';
    expect(await desk.import(file, mapping)).toMatchObject({ recorded: 2, errors: [] });
  });
});

describe('names of municipalities', () => {
  const byName = { ...populationMapping, body: { column: 'name', by: 'name' } };

  test('are found, in either language', async () => {
    const file = 'name,population\nToronto,2794356\nCity of Hamilton,569353\n';
    expect(await desk.import(file, byName)).toMatchObject({ recorded: 2, errors: [] });
  });

  test('that two municipalities share are refused with the codes to choose from', async () => {
    const { errors } = await desk.import('name,population\nHamilton,569353\n', byName);
    expect(errors).toMatchObject([
      {
        line: 2,
        column: 'name',
        code: 'name-ambiguous',
        value: 'Hamilton',
        suggestion: {
          en: 'Use a column of codes: 3525005 (City of Hamilton), 3514019 (Township of Hamilton).',
        },
      },
    ]);
  });

  test('that nobody has are refused with the nearest', async () => {
    const { errors } = await desk.import('name,population\nToronot,1\n', byName);
    expect(errors).toMatchObject([{ code: 'name-unknown', value: 'Toronot' }]);
    expect(errors[0]?.suggestion?.en).toContain('3520005 (City of Toronto)');
  });
});
