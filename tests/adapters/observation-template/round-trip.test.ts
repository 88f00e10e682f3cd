import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parse, stringify } from './csv-cells.js';
import {
  expectedRows,
  type ExpectedRow,
} from '../../../src/adapters/observation-template/expected-rows.js';
import { templateMapping } from '../../../src/adapters/observation-template/template-columns.js';
import { templateFile } from '../../../src/adapters/observation-template/template-file.js';
import {
  recordObservation,
  type RecordObservationInput,
} from '../../../src/domain/observation/commands.js';
import { administrator } from '../../support/command-desk.js';
import { importDesk } from '../imports/import-desk.js';

const hamilton = '3525005';
let desk: Awaited<ReturnType<typeof importDesk>>;
beforeEach(async () => {
  desk = await importDesk();
});
afterEach(() => desk.remove());

const wanted = { organization: hamilton, period: '2021', indicators: [] };
const rows = async (more: object = {}): Promise<readonly ExpectedRow[]> => {
  const read = await expectedRows(desk.log, { ...wanted, ...more });
  if ('refused' in read) throw new Error(read.refused.en);
  return read;
};

async function record(content: Partial<RecordObservationInput>): Promise<void> {
  const key = { organization: hamilton, period: '2021', indicator: 'population' };
  const input = {
    ...key,
    idempotencyKey: `record ${JSON.stringify(content)}`.slice(0, 64),
    ...content,
  };
  const outcome = await desk.execute(recordObservation, input, administrator);
  expect(outcome).toMatchObject({ outcome: 'accepted' });
}

const importBack = (bytes: Uint8Array) => desk.import(bytes, JSON.parse(templateMapping) as object);

describe('a file to fill in', () => {
  test('has a row for each indicator whose universe expects the body in the period', async () => {
    expect((await rows()).map(({ indicator }) => indicator)).toEqual([
      'crime-severity-index',
      'housing-cost-burden',
      'population',
      'population-by-gender',
      'property-incidents',
      'violent-incidents',
    ]);
    const one = await rows({ indicators: ['population'] });
    expect(one).toMatchObject([{ indicator: 'population', body: hamilton, period: '2021' }]);
  });

  test.each([
    ['a period that is none', { period: 'last year' }, 'is not a period'],
    ['a period of another kind', { period: '2021-Q1' }, 'Nothing is expected'],
    ['an unknown body', { organization: '9' }, 'No organization'],
    ['an upper tier, which no universe has', { organization: '3521' }, 'Nothing is expected'],
    ['an indicator nobody defined', { indicators: ['mood'] }, 'mood is not expected'],
  ])('is refused for %s', async (_, more, sentence) => {
    const read = await expectedRows(desk.log, { ...wanted, ...more });
    expect(read).toMatchObject({ refused: { en: expect.stringContaining(sentence) } });
  });

  test.each(['csv', 'xlsx'] as const)(
    'writes nothing when it comes back untouched (%s)',
    async (format) => {
      await record({ value: '12345678901234567890' });
      await record({
        indicator: 'housing-cost-burden',
        numerator: '48000',
        denominator: '192000',
        flags: ['PROVISIONAL', 'PARTIAL'],
        missingUnits: { missing: 2, total: 9 },
        sourceReleasedOn: '2022-09-21',
      });
      await record({ indicator: 'crime-severity-index', status: 'SUPPRESSED_AT_SOURCE' });
      const head = await desk.log.head();
      const result = await importBack(await templateFile(await rows(), format));
      expect(result).toMatchObject({ errors: [], rows: 3, same: 3, recorded: 0, corrected: 0 });
      expect(await desk.log.head()).toBe(head);
    },
  );

  test('says nothing of rows that are left empty', async () => {
    for (const format of ['csv', 'xlsx'] as const)
      expect(await importBack(await templateFile(await rows(), format))).toMatchObject({
        errors: [],
        rows: 0,
        recorded: 0,
      });
  });

  test('leaves empty what it could not say in full', async () => {
    await record({ value: '5', flags: ['PARTIAL'] });
    const head = await desk.log.head();
    expect(await importBack(await templateFile(await rows(), 'csv'))).toMatchObject({
      errors: [],
      rows: 0,
    });
    expect(await desk.log.head()).toBe(head);
  });

  test('records what is filled in: numbers, and a word for what is not reported', async () => {
    const cells = parse(await templateFile(await rows(), 'csv'));
    const filled = cells.map((row) => {
      if (row['indicator / indicateur'] === 'population')
        return { ...row, 'value / valeur': '569353' };
      if (row['indicator / indicateur'] === 'crime-severity-index')
        return { ...row, 'status / statut': 'non déclaré' };
      return row;
    });
    const result = await importBack(stringify(filled));
    expect(result).toMatchObject({ errors: [], rows: 2, recorded: 2 });
    expect(await desk.observations()).toMatchObject([
      { data: { indicator: 'crime-severity-index', status: 'NOT_REPORTED' } },
      { data: { indicator: 'population', value: '569353' } },
    ]);
  });

  test('tells a ratio that is filled in by half', async () => {
    const cells = parse(await templateFile(await rows(), 'csv'));
    const filled = cells.map((row) =>
      row['indicator / indicateur'] === 'housing-cost-burden'
        ? { ...row, 'numerator / numérateur': '5' }
        : row,
    );
    const { errors } = await importBack(stringify(filled));
    expect(errors).toMatchObject([{ line: 3, code: 'ratio-parts-required' }]);
  });
});
