import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Caller } from '../../../src/domain/authority.js';
import { defineIndicator } from '../../../src/domain/indicator/commands.js';
import { registerOrganization } from '../../../src/domain/organization/commands.js';
import { population } from '../../domain/indicator/definitions.js';
import { administrator, approver } from '../../support/command-desk.js';
import { importDesk, populationMapping } from './import-desk.js';

let desk: Awaited<ReturnType<typeof importDesk>>;
beforeEach(async () => {
  desk = await importDesk();
});
afterEach(() => desk.remove());

const ofToronto = async () =>
  (await desk.observations()).map(({ data: { indicator, period, value, numerator } }) => [
    indicator,
    period,
    value ?? numerator,
  ]);

describe('a wide file', () => {
  test('holds several indicators in one row, each with its own period and scale', async () => {
    const mapping = {
      body: { column: 'code' },
      period: '2021',
      columns: [
        { indicator: 'population', value: { column: 'thousands' }, multiplyBy: '1000' },
        {
          indicator: 'housing-cost-burden',
          numerator: { column: 'burdened' },
          denominator: { column: 'households' },
        },
        { indicator: 'violent-incidents', period: '2020', value: { column: 'incidents' } },
      ],
    };
    const file = 'code,thousands,burdened,households,incidents\n3520005,2794.356,10,40,7\n';
    const result = await desk.import(file, mapping);
    expect(result).toMatchObject({ rows: 1, observations: 3, recorded: 3, rejected: 0 });
    expect(await ofToronto()).toEqual([
      ['housing-cost-burden', '2021', '10'],
      ['population', '2021', '2794356'],
      ['violent-incidents', '2020', '7'],
    ]);
  });

  test('has headers over several lines, the upper ones above several columns', async () => {
    const file = 'code,2020,,2021,\n,Count,Note,Count,Note\n3520005,5,a,6,b\n';
    const mapping = {
      file: { headerLines: 2 },
      indicator: 'violent-incidents',
      body: { column: 'code' },
      columns: [{ headers: '^(?<period>\\d{4}) / Count$' }],
    };
    expect(await desk.import(file, mapping)).toMatchObject({ recorded: 2, errors: [] });
    expect(await ofToronto()).toEqual([
      ['violent-incidents', '2020', '5'],
      ['violent-incidents', '2021', '6'],
    ]);
  });

  test('that has no column of the pattern is refused before any row', async () => {
    const mapping = {
      indicator: 'population',
      body: { column: 'code' },
      columns: [{ headers: '^(?<period>\\d{4})$' }],
    };
    expect((await desk.import('code,Y2021\n3520005,1\n', mapping)).errors).toMatchObject([
      { line: 1, code: 'headers-unmatched', column: '^(?<period>\\d{4})$' },
    ]);
  });

  test('whose header says what the mapping does not know is refused there', async () => {
    const mapping = {
      body: { column: 'code' },
      columns: [
        {
          headers: '^(?<kind>\\w+) (?<period>\\d{4})$',
          indicator: { header: 'kind', codes: { Violent: 'violent-incidents' } },
        },
      ],
    };
    const file = 'code,Violent 2021,Proprety 2021\n3520005,1,2\n';
    expect((await desk.import(file, mapping)).errors).toMatchObject([
      { line: 1, code: 'code-undeclared', column: 'Proprety 2021', value: 'Proprety' },
    ]);
  });

  test('names what is wrong with the row itself once, and rejects all it holds', async () => {
    const mapping = {
      indicator: 'violent-incidents',
      body: { column: 'code' },
      columns: [{ headers: '^(?<period>\\d{4})$' }],
    };
    const result = await desk.import('code,2019,2020,2021\n,1,2,3\n', mapping);
    expect(result).toMatchObject({ rows: 1, observations: 3, rejected: 3 });
    expect(result.errors).toMatchObject([{ line: 2, column: 'code', code: 'cell-empty' }]);
  });
});

describe('a long file of several indicators', () => {
  test('has values for some of them and ratios for the others', async () => {
    const mapping = {
      indicator: { column: 'measure' },
      body: '3520005',
      period: '2021',
      value: { column: 'value' },
      numerator: { column: 'part' },
      denominator: { column: 'whole' },
    };
    const file = [
      'measure,value,part,whole',
      'population,5,,',
      'housing-cost-burden,,1,4',
      'violent-incidents,,,',
    ].join('\n');
    const result = await desk.import(file, mapping, { acceptValid: true });
    expect(result.errors.map(({ line, column, code }) => [line, column, code])).toEqual([
      [4, 'value', 'cell-empty'],
      [4, 'part', 'cell-empty'],
      [4, 'whole', 'cell-empty'],
    ]);
    expect(await ofToronto()).toEqual([
      ['housing-cost-burden', '2021', '1'],
      ['population', '2021', '5'],
    ]);
  });

  test('has a column that says by what its numbers are multiplied', async () => {
    const mapping = {
      ...populationMapping,
      numbers: { multiplyBy: { column: 'scale', codes: { units: '1', thousands: '1000' } } },
    };
    const header = 'code,population,scale\n';
    const good = `${header}3520005,2794.356,thousands\n3525005,569353,units\n`;
    expect(await desk.import(good, mapping)).toMatchObject({ recorded: 2 });
    expect((await desk.observations()).map(({ data }) => data['value'])).toEqual([
      '2794356',
      '569353',
    ]);
    const bad = await desk.import(`${header}3520005,1,dozens\n`, mapping);
    expect(bad.errors).toMatchObject([{ code: 'code-undeclared', column: 'scale' }]);
  });
});

describe('a number far from the last one', () => {
  const mapping = {
    indicator: 'violent-incidents',
    body: { column: 'code' },
    period: { column: 'year' },
    value: { column: 'n' },
  };
  const header = 'code,year,n\n';

  test('is told as a warning and recorded all the same', async () => {
    const file = `${header}3520005,2019,100\n3520005,2020,1100\n3520005,2021,900\n`;
    const result = await desk.import(file, mapping);
    expect(result).toMatchObject({ recorded: 3, errors: [] });
    expect(result.warnings).toMatchObject([
      { severity: 'WARNING', line: 3, column: 'n', code: 'value-far-from-last', value: '1100' },
    ]);
    expect(result.warnings[0]?.message.en).toContain('100 (2019)');
  });

  test('is also one that is corrected to a tenth', async () => {
    await desk.import(`${header}3520005,2019,1000\n`, mapping);
    const { warnings, changes } = await desk.import(`${header}3520005,2019,99\n`, mapping);
    expect(warnings).toMatchObject([{ code: 'value-far-from-last', line: 2 }]);
    expect(changes).toMatchObject([{ before: { value: '1000' }, draft: { line: 2 } }]);
  });

  test('is told of a First Nation to nobody but itself', async () => {
    const nation = { code: 'saugeen', kind: 'FIRST_NATION', name: { en: 'Saugeen' } } as const;
    const listed = { kind: 'LISTED' as const, bodies: ['saugeen'] };
    const defined = { ...population, key: 'calls', universe: listed, idempotencyKey: 'define' };
    const registered = { ...nation, idempotencyKey: 'register' };
    await desk.execute(registerOrganization, registered, administrator);
    await desk.execute(defineIndicator, defined, administrator);
    const ofCalls = { ...mapping, indicator: 'calls' };
    await desk.import(`${header}saugeen,2019,1000\n`, ofCalls);
    const analyst = { actor: 'a', role: 'ministry-analyst', organizations: ['solgen'] } as const;
    const guess = `${header}saugeen,2019,99\n`;
    const toldTo = async (caller: Caller) =>
      (await desk.import(guess, ofCalls, { caller, dryRun: true })).warnings.length;
    expect(await toldTo(analyst)).toBe(0);
    expect(await toldTo(approver('saugeen'))).toBe(1);
  });

  test('is none that is missing, zero or of another body', async () => {
    const file = `${header}3520005,2019,0\n3520005,2020,..\n3525005,2020,5\n3520005,2021,900\n`;
    expect((await desk.import(file, mapping)).warnings).toEqual([]);
  });
});
