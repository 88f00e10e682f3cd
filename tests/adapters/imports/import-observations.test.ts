import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { correctObservation } from '../../../src/domain/observation/commands.js';
import { administrator, approver } from '../../support/command-desk.js';
import { importDesk, populationMapping } from './import-desk.js';
import { xlsxBytes } from './xlsx-bytes.js';

const housing = {
  indicator: 'housing-cost-burden',
  body: { column: 'csd_code' },
  period: { column: 'year' },
  numerator: { column: 'burdened' },
  denominator: { column: 'households' },
};

const french = '1\u00A0234,5';

let desk: Awaited<ReturnType<typeof importDesk>>;
beforeEach(async () => {
  desk = await importDesk();
});
afterEach(() => desk.remove());

describe('a file of which every row is good', () => {
  const file = 'code,population\n3525005,569353\n3520005,2794356\n';

  test('is recorded row by row', async () => {
    expect(await desk.import(file)).toEqual({
      rows: 2,
      recorded: 2,
      corrected: 0,
      same: 0,
      rejected: 0,
      attempts: 2,
      errors: [],
    });
    expect(await desk.observations()).toMatchObject([
      {
        type: 'ObservationRecorded',
        data: {
          indicator: 'population',
          geography: { kind: 'BODY', code: '3525005' },
          period: '2021',
          status: 'REPORTED',
          value: '569353',
        },
      },
      { data: { geography: { code: '3520005' }, value: '2794356' } },
    ]);
  });

  test('writes nothing the second time, and nothing is even attempted', async () => {
    await desk.import(file);
    const before = (await desk.everything()).length;
    expect(await desk.import(file)).toMatchObject({ recorded: 0, same: 2, attempts: 0 });
    expect((await desk.everything()).length).toBe(before);
  });

  test('writes nothing the second time, even when a number was corrected since', async () => {
    await desk.import(file);
    const correction = {
      idempotencyKey: 'by hand',
      indicator: 'population',
      organization: '3525005',
      period: '2021',
      value: '569354',
      reason: { en: 'Recount' },
    };
    await desk.execute(correctObservation, correction, administrator);
    expect(await desk.import(file)).toMatchObject({ corrected: 0, same: 2, attempts: 0 });
  });

  test('corrects what says something else, with the file as the reason', async () => {
    await desk.import(file);
    const changed = file.replace('569353', '569354');
    expect(await desk.import(changed)).toMatchObject({ recorded: 0, corrected: 1, same: 1 });
    const [, , correction] = await desk.observations();
    expect(correction).toMatchObject({ type: 'ObservationCorrected', data: { value: '569354' } });
    const [reason] = desk.keys.open([correction?.data['reason'] as never]);
    expect(reason?.en).toMatch(/^Imported from file\.csv, sha-256 [0-9a-f]{64}$/);
    expect(reason?.fr).toMatch(/^Importé de file\.csv, sha-256 /);
  });

  test('corrects with the reason of the mapping when it gives one', async () => {
    await desk.import(file);
    const mapping = { ...populationMapping, reason: { fr: 'Révision du recensement' } };
    await desk.import(file.replace('569353', '569354'), mapping);
    const [, , correction] = await desk.observations();
    const [reason] = desk.keys.open([correction?.data['reason'] as never]);
    expect(reason?.fr).toBe('Révision du recensement');
  });

  test('is only checked in a dry run', async () => {
    const checked = await desk.import(file, populationMapping, { dryRun: true });
    expect(checked).toMatchObject({ rows: 2, recorded: 2, attempts: 0, errors: [] });
    expect(await desk.observations()).toEqual([]);
    expect(desk.executed).toEqual([]);
  });

  test('tells how far it is', async () => {
    const told: string[] = [];
    await desk.import(file, populationMapping, {
      onProgress: (phase, done, total) => told.push(`${phase} ${done}/${total}`),
    });
    expect(told).toEqual(['check 1/2', 'check 2/2', 'write 1/2', 'write 2/2']);
  });
});

describe('a file with bad rows', () => {
  const file = ['code,population', '3525005,569353', '3520005,NA', '3553005,166004'].join('\n');

  test('writes nothing at all', async () => {
    expect(await desk.import(file)).toMatchObject({ rows: 3, rejected: 1, attempts: 0 });
    expect(await desk.observations()).toEqual([]);
    expect(desk.executed).toEqual([]);
  });

  test('writes its good rows when they alone are asked for', async () => {
    expect(await desk.import(file, populationMapping, { acceptValid: true })).toMatchObject({
      rows: 3,
      recorded: 2,
      rejected: 1,
      attempts: 2,
    });
    expect(await desk.observations()).toHaveLength(2);
  });

  test('names every error with line, column, value, sentence and suggestion', async () => {
    const { errors } = await desk.import(file);
    expect(errors).toEqual([
      {
        line: 3,
        column: 'population',
        code: 'cell-not-a-number',
        value: 'NA',
        message: {
          en: 'The cell is no number in the style the mapping declares, nor a status.',
          fr: 'La cellule n’est ni un nombre dans le style déclaré, ni un statut.',
        },
        suggestion: {
          en: 'If it says why there is no number, declare it: "statuses": {"NA":"NOT_REPORTED"}',
          fr: expect.stringContaining('déclarez-le'),
        },
      },
    ]);
  });
});

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
    [french, ['cell-not-a-number']],
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
    expect(errors).toMatchObject([{ line: 3, code: 'row-duplicate', column: null }]);
  });

  test('both of two that disagree are rejected, for nobody knows which is right', async () => {
    const file = 'code,population\n3525005,1\n3525005,2\n3520005,3\n';
    const result = await desk.import(file, populationMapping, { acceptValid: true });
    expect(result.errors.map(({ line, code }) => [line, code])).toEqual([
      [2, 'row-duplicate'],
      [3, 'row-duplicate'],
    ]);
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
      { status: 'REPORTED', flags: [] },
      { status: 'REPORTED', flags: ['PARTIAL'], missingUnits: { missing: 3, total: 8 } },
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

describe('files of other kinds', () => {
  test('what a source published for an area is recorded and corrected as published', async () => {
    const mapping = {
      indicator: 'crime-severity-index',
      area: { column: 'geo' },
      period: { column: 'year' },
      value: { column: 'csi' },
      sourceReleasedOn: { column: 'released' },
    };
    const header = 'geo,year,csi,released\n';
    await desk.import(`${header}01,2023,81.20,2023-07-31\n`, mapping);
    const later = await desk.import(`${header}01,2023,81.27,2024-01-31\n`, mapping);
    expect(later).toMatchObject({ corrected: 1, errors: [] });
    expect(await desk.observations()).toMatchObject([
      { type: 'ObservationRecorded', data: { geography: { kind: 'AREA', code: '01' } } },
      { type: 'ObservationCorrected', data: { value: '81.27', sourceReleasedOn: '2024-01-31' } },
    ]);
  });

  test('an XLSX workbook is imported like a CSV file', async () => {
    const bytes = xlsxBytes({
      Notes: [['Read me']],
      Data: [
        ['code', 'population'],
        [3525005, 569353],
        ['3520005', 'x'],
        [3553005, { error: '#N/A' }],
      ],
    });
    const mapping = { ...populationMapping, file: { sheet: 'Data' } };
    const result = await desk.import(bytes, mapping, { acceptValid: true });
    expect(result).toMatchObject({
      recorded: 2,
      errors: [{ line: 4, column: 'population', code: 'cell-empty' }],
    });
    expect(await desk.observations()).toMatchObject([
      { data: { value: '569353' } },
      { data: { status: 'SUPPRESSED_AT_SOURCE' } },
    ]);
  });

  test.each([
    ['is empty', '', 'column-missing'],
    ['has a header only', 'code,population\n', 'file-empty'],
    ['has a quotation mark that is not closed', 'code,population\n3525005,"1\n', 'file-malformed'],
    ['has a cell of two megabytes', `code,population\n1,${'9'.repeat(2e6)}\n`, 'file-malformed'],
    ['has a row that is too long', 'code,population\n3525005,569,353\n', 'row-length-mismatch'],
    ['is no table at all', '\u0000\u0001\u0002', 'column-missing'],
  ])('a file that %s is refused', async (_, content, code) => {
    const result = await desk.import(content);
    expect(result.errors.map((error) => error.code)).toContain(code);
    expect(await desk.observations()).toEqual([]);
  });

  test('a file above its limits is refused', async () => {
    const file = `code,population\n${'3525005,1\n'.repeat(20)}`;
    const long = await desk.import(file, populationMapping, { rowsMax: 10, acceptValid: true });
    expect(long).toMatchObject({ attempts: 0, errors: [{ code: 'rows-too-many', line: 12 }] });
    const large = await desk.import(file, populationMapping, { bytesMax: 100 });
    expect(large).toMatchObject({ attempts: 0, errors: [{ code: 'file-too-large', line: 0 }] });
  });

  test('a file or a mapping that is not there is refused', async () => {
    const missing = join(desk.folder, 'nowhere.csv');
    const noFile = await desk.import('', populationMapping, { file: missing });
    expect(noFile.errors).toMatchObject([{ code: 'file-unreadable' }]);
    const noMapping = await desk.import('', populationMapping, { mapping: missing });
    expect(noMapping.errors).toMatchObject([{ code: 'file-unreadable' }]);
    expect((await desk.import('', { indicator: 'x' })).errors[0]?.code).toBe('mapping-invalid');
  });
});

test('what changes between the check and the writing is told, and the rest is written', async () => {
  const file = 'code,population\n3525005,569353\n3520005,2794356\n';
  let raced: Promise<unknown> | undefined;
  const result = await desk.import(file, populationMapping, {
    onProgress: (phase, done) => {
      if (phase === 'check' && done === 2)
        raced = desk.import('code,population\n3525005,1\n', { ...populationMapping });
    },
  });
  await raced;
  expect(result.recorded + result.rejected).toBe(2);
  expect(result.recorded).toBeGreaterThan(0);
});
