import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { approver } from '../../support/command-desk.js';
import { importDesk, populationMapping } from './import-desk.js';

const housing = {
  indicator: 'housing-cost-burden',
  body: { column: 'csd_code' },
  period: { column: 'year' },
  numerator: { column: 'burdened' },
  denominator: { column: 'households' },
};

let desk: Awaited<ReturnType<typeof importDesk>>;
beforeEach(async () => {
  desk = await importDesk();
});
afterEach(() => desk.remove());

describe('a cell', () => {
  const importCell = async (cell: string, mapping: object = {}) => {
    const content = `code;population\n3525005;${cell}\n`;
    const { errors, recorded } = await desk.import(content, { ...populationMapping, ...mapping });
    if (recorded === 0) return errors.map(({ code }) => code);
    return (await desk.observations()).map(({ data }) => [data['status'], data['value']]);
  };

  test.each([
    ['..', [['NOT_REPORTED', undefined]]],
    ['...', [['NOT_APPLICABLE', undefined]]],
    ['x', [['SUPPRESSED_AT_SOURCE', undefined]]],
    ['0', [['REPORTED', '0']]],
    ['NA', ['cell-not-a-number']],
    ['X', ['cell-not-a-number']],
    ['73%', ['cell-not-a-number']],
    ['1 234,5', ['cell-not-a-number']],
    ['1\u00A0234,5', ['cell-not-a-number']],
    ['1e5', ['cell-not-a-number']],
    ['', ['cell-empty']],
    ['   ', ['cell-empty']],
    ['-5', ['negative-count']],
    ['12.5', ['count-not-whole']],
  ])('%j is taken as %j when nothing is declared', async (cell, expected) => {
    expect(await importCell(cell)).toEqual(expected);
  });

  test.each([
    ['1 234', { numbers: { thousands: 'space' } }, '1234'],
    ['1\u00A0234', { numbers: { thousands: 'space', decimal: 'comma' } }, '1234'],
    ['1.234', { numbers: { thousands: 'point', decimal: 'comma' } }, '1234'],
    ['12', { numbers: { multiplyBy: '1000' } }, '12000'],
  ])('%j is a number when %j is declared', async (cell, mapping, value) => {
    expect(await importCell(cell, mapping)).toEqual([['REPORTED', value]]);
  });

  test('NA and blanks say what the mapping declares that they say', async () => {
    const statuses = { NA: 'NOT_REPORTED', '': 'NOT_APPLICABLE' };
    expect(await importCell('NA', { statuses })).toEqual([['NOT_REPORTED', undefined]]);
    desk.remove();
    desk = await importDesk();
    expect(await importCell('', { statuses })).toEqual([['NOT_APPLICABLE', undefined]]);
  });
});

describe('a decision of the domain', () => {
  test.each([
    ['an unknown body', '9999999,2021,1,2', 'organization-unknown', 'csd_code', '9999999'],
    ['a body outside the universe', '3521,2021,1,2', 'body-outside-universe', 'csd_code', '3521'],
    ['a malformed period', '3525005,2021-13,1,2', 'period-invalid', 'year', '2021-13'],
    ['another kind of period', '3525005,2021-Q1,1,2', 'period-kind-mismatch', 'year', '2021-Q1'],
    ['a period to come', '3525005,2030,1,2', 'period-in-the-future', 'year', '2030'],
    ['too large a part', '3525005,2021,3,2', 'numerator-above-denominator', 'burdened', '3'],
    ['no denominator', '3525005,2021,0,0', 'denominator-zero', 'households', '0'],
  ])('refuses %s at the cell it is in', async (_, row, code, column, value) => {
    const result = await desk.import(`csd_code,year,burdened,households\n${row}\n`, housing);
    expect(result).toMatchObject({ rejected: 1, errors: [{ line: 2, code, column, value }] });
    expect(result.errors[0]?.message.fr).not.toBe('');
  });

  test('refuses an unknown indicator, wherever it is named', async () => {
    const file = 'csd_code,year,burdened,households\n3525005,2021,1,2\n';
    const { errors } = await desk.import(file, { ...housing, indicator: 'housing' });
    expect(errors).toMatchObject([{ line: 2, code: 'indicator-unknown', column: null }]);
  });

  test('denies a municipality the numbers of another, before anything is written', async () => {
    const file = 'code,population\n3525005,569353\n3520005,2794356\n';
    const caller = approver('3525005');
    const result = await desk.import(file, populationMapping, { caller });
    expect(result).toMatchObject({ errors: [{ line: 3, code: 'row-denied' }], attempts: 0 });
    expect(desk.executed).toEqual([]);
  });

  test('denies it whether the number is the one on record, so that none can be guessed', async () => {
    await desk.import('code,population\n3520005,2794356\n');
    const guesses = 'code,population\n3520005,2794356\n';
    for (const dryRun of [true, false])
      expect(
        await desk.import(guesses, populationMapping, { caller: approver('3525005'), dryRun }),
      ).toMatchObject({ same: 0, errors: [{ line: 2, code: 'row-denied' }] });
  });
});

describe('what stands beside a number', () => {
  const beside = {
    ...populationMapping,
    status: { column: 'STATUS' },
    flags: { column: 'STATUS', codes: { E: 'LOW_RELIABILITY', p: 'PROVISIONAL' } },
    sourceReleasedOn: '2022-02-09',
  };
  const importRow = async (row: string) => {
    const { errors } = await desk.import(`code,population,STATUS\n3525005,${row}\n`, beside);
    const [written] = await desk.observations();
    return errors.length > 0 ? errors.map(({ code }) => code) : written?.data;
  };

  test('a status in a column of its own leaves the number out', async () => {
    expect(await importRow(',x')).toMatchObject({ status: 'SUPPRESSED_AT_SOURCE', flags: [] });
  });

  test('flags and the day of release are kept', async () => {
    expect(await importRow('5,E;p')).toEqual(['status-unknown']);
    expect(await importRow('5,E')).toMatchObject({
      value: '5',
      flags: ['LOW_RELIABILITY'],
      sourceReleasedOn: '2022-02-09',
    });
  });

  test('an undeclared symbol is refused, and so is a number beside a status', async () => {
    expect(await importRow('5,F')).toEqual(['status-unknown']);
    expect(await importRow('5,x')).toEqual(['value-not-expected']);
  });

  test('units that are missing make a number partial, or leave none', async () => {
    const mapping = {
      ...housing,
      missingUnits: { missing: { column: 'missing' }, total: { column: 'areas' } },
    };
    const file = [
      'csd_code,year,burdened,households,areas,missing',
      '3525005,2021,10,40,8,0',
      '3520005,2021,10,40,8,3',
      '3553005,2021,0,0,8,8',
    ].join('\n');
    expect(await desk.import(file, mapping)).toMatchObject({ recorded: 3, errors: [] });
    expect((await desk.observations()).map(({ data }) => data)).toMatchObject([
      { status: 'REPORTED', flags: ['PARTIAL'], missingUnits: { missing: 3, total: 8 } },
      { status: 'REPORTED', flags: [] },
      { status: 'SUPPRESSED_AT_SOURCE', flags: [] },
    ]);
    const wrong = file.replace('8,3', '8,9');
    expect((await desk.import(wrong, mapping)).errors).toMatchObject([
      { line: 3, code: 'units-inconsistent', column: 'missing' },
    ]);
  });

  test('categories break a number down', async () => {
    const mapping = {
      ...housing,
      categories: [{ dimension: 'age-groups', category: { column: 'age' } }],
    };
    const header = 'csd_code,year,burdened,households,age\n';
    const wrong = await desk.import(`${header}3525005,2021,1,2,seventeen\n`, mapping);
    expect(wrong.errors).toMatchObject([
      { code: 'category-unknown', column: 'age', value: 'seventeen' },
    ]);
  });
});
