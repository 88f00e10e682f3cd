import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { correctObservation, recordObservation } from '../../../src/domain/observation/commands.js';
import { administrator } from '../../support/command-desk.js';
import { importDesk, populationMapping } from './import-desk.js';
import { xlsxBytes } from './xlsx-bytes.js';

let desk: Awaited<ReturnType<typeof importDesk>>;
beforeEach(async () => {
  desk = await importDesk();
});
afterEach(() => desk.remove());

describe('a file of which every row is good', () => {
  const file = 'code,population\n3525005,569353\n3520005,2794356\n';

  test('is recorded row by row', async () => {
    expect(await desk.import(file)).toMatchObject({
      rows: 2,
      skipped: 0,
      observations: 2,
      recorded: 2,
      corrected: 0,
      same: 0,
      rejected: 0,
      attempts: 2,
      errors: [],
      warnings: [],
      codes: [],
    });
    expect(await desk.observations()).toMatchObject([
      { data: { geography: { code: '3520005' }, value: '2794356' } },
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
    expect(told).toContain('read 47/47');
    expect(told).toContain('check 2/2');
    expect(told.at(-1)).toBe('write 2/2');
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
        severity: 'ERROR',
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
      { data: { status: 'SUPPRESSED_AT_SOURCE' } },
      { data: { value: '569353' } },
    ]);
  });

  test.each([
    ['has a header only', 'code,population\n', 'file-empty'],
    ['has a quotation mark that is not closed', 'code,population\n3525005,"1\n', 'file-malformed'],
    ['has a cell of two megabytes', `code,population\n1,${'9'.repeat(2e6)}\n`, 'file-malformed'],
    ['has a row that is too long', 'code,population\n3525005,569,353\n', 'row-length-mismatch'],
    ['is no table at all', '\u0000\u0001\u0002', 'file-not-a-table'],
    ['is a PDF document', '%PDF-1.4\n1 0 obj', 'file-not-a-table'],
    ['is empty', '', 'file-empty'],
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

  test('one error says what a file is that holds no table, and what to do about it', async () => {
    const { errors } = await desk.import('%PDF-1.4\n1 0 obj');
    expect(errors).toMatchObject([
      {
        line: 0,
        message: {
          en: 'The file is a PDF document: neither a CSV file nor an XLSX workbook.',
          fr: 'Le fichier est un document PDF\u00a0: ni un fichier CSV, ni un classeur XLSX.',
        },
        suggestion: { en: 'open it where it was made and save the table as CSV or XLSX' },
      },
    ]);
  });

  test('a mapping says where it stops being JSON', async () => {
    const mapping = join(desk.folder, 'broken.json');
    writeFileSync(mapping, '{\n  "file": {,\n}');
    const { errors } = await desk.import('', populationMapping, { mapping });
    expect(errors[0]?.message).toMatchObject({
      en: 'The mapping is wrong at $: it is not JSON from line 2, column 12 on.',
      fr: expect.stringContaining('plus du JSON à partir de la ligne 2, colonne 12'),
    });
  });

  test('a file or a mapping that is not there is refused', async () => {
    const missing = join(desk.folder, 'nowhere.csv');
    const noFile = await desk.import('', populationMapping, { file: missing });
    expect(noFile.errors).toMatchObject([{ code: 'file-unreadable' }]);
    expect(noFile.errors[0]?.message.fr).toContain('ce fichier n’existe pas');
    const noMapping = await desk.import('', populationMapping, { mapping: missing });
    expect(noMapping.errors).toMatchObject([{ code: 'file-unreadable' }]);
    expect((await desk.import('', { indicator: 'x' })).errors[0]?.code).toBe('mapping-invalid');
  });
});

test('what was recorded between the check and the writing is told, and the rest written', async () => {
  desk.hooks.beforeWriting = async () => {
    const input = { idempotencyKey: 'meanwhile', indicator: 'population', period: '2021' };
    const meanwhile = { ...input, organization: '3525005', value: '1' };
    await desk.execute(recordObservation, meanwhile, administrator);
  };
  expect(await desk.import('code,population\n3525005,569353\n3520005,2794356\n')).toMatchObject({
    rows: 2,
    recorded: 1,
    rejected: 1,
    attempts: 2,
    errors: [{ line: 2, code: 'observation-exists' }],
  });
});
