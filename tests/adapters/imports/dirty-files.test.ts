import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { importDesk } from './import-desk.js';

let desk: Awaited<ReturnType<typeof importDesk>>;
beforeEach(async () => {
  desk = await importDesk();
});
afterEach(() => desk.remove());

/** A mapping as a person wrote it. */
const example = (name: string): string =>
  readFileSync(new URL(`../../../data/examples/${name}-mapping.json`, import.meta.url), 'utf8');

const linesOf = (mapping: string): number => mapping.trimEnd().split('\n').length;

/** Imports what is good of a file and tells what was rejected: line, column and code. */
async function load(content: string | Uint8Array, mapping: string) {
  const result = await desk.import(content, mapping, { acceptValid: true });
  const cells = result.errors.map(({ line, column, code }) => [line, column, code]);
  return { ...result, cells };
}

/** Imports the file once more and sees that nothing is even attempted. */
async function expectNothingAgain(content: string | Uint8Array, mapping: string) {
  const head = await desk.log.head();
  expect(await load(content, mapping)).toMatchObject({ attempts: 0, recorded: 0, corrected: 0 });
  expect(await desk.log.head()).toBe(head);
}

const written = async () =>
  (await desk.observations()).map(({ data }) => {
    const { indicator, geography, period, status, value, flags } = data as {
      indicator: string;
      geography: { code: string };
      period: string;
      status: string;
      value?: string;
      flags: readonly string[];
    };
    return [indicator, geography.code, period, value ?? status, ...flags].join(' ');
  });

describe('an export of a school board', () => {
  const file = [
    'Conseil scolaire de la Baie / Bay District School Board;;;;',
    'Rapport produit le 3 octobre 2023;;;;',
    'School year;Municipality;Measure;Rate;Note',
    'Année scolaire;Municipalité;Mesure;Taux;Remarque',
    '2021-2022;Toronto;Élèves suspendus;2,4 %;',
    '2021-2022;Greater Sudbury;Élèves suspendus;3,15 %;p',
    '2021-2022;Toronto;Diplomation;89,1%;',
    '2022-2023;Toronto;Élèves suspendus;N/D;',
    '2022-2023;Greater Sudbury;Élèves suspendus;SP;',
    '2022-2023;Toronto;Diplomation;NA;',
    '2022-2023;Greater Sudbury;Diplomation;N/R;',
    '2022-2023;Hamilton;Diplomation;88,0 %;',
    '2022/23;Toronto;Diplomation;90,2 %;',
    '2020-2021;Toronto;Absentéisme;5,1 %;',
    '2020-2021;Toronto;Diplomation;environ 90;',
    '2020-2021;Greater Sudbury;Diplomation;1 89,0 %;',
    '2020-2021;Greater Sudbury;Élèves suspendus;2,0 %;q',
    'Total;;Élèves suspendus;2,7 %;',
    'N/D : non disponible;;;;',
    'SP : supprimé;;;;',
  ].join('\r\n');

  const mapping = example('school-board');

  test('loads with a mapping of fewer than 40 lines, and every rejected row is right', async () => {
    expect(linesOf(mapping)).toBeLessThan(40);
    const result = await load(Buffer.from(file, 'latin1'), mapping);
    expect(result.cells).toEqual([
      [12, 'Municipality / Municipalité', 'name-ambiguous'],
      [13, 'School year / Année scolaire', 'text-unmatched'],
      [14, 'Measure / Mesure', 'code-undeclared'],
      [15, 'Rate / Taux', 'cell-not-a-number'],
      [16, 'Rate / Taux', 'cell-not-a-number'],
      [17, 'Note / Remarque', 'flag-unknown'],
    ]);
    expect(result).toMatchObject({ rows: 13, skipped: 1, recorded: 7, rejected: 6 });
    expect(await written()).toEqual([
      'graduation 3520005 SY2021 89.1',
      'graduation 3520005 SY2022 NOT_APPLICABLE',
      'graduation 3553005 SY2022 NOT_REPORTED',
      'suspensions 3520005 SY2021 2.4',
      'suspensions 3520005 SY2022 NOT_REPORTED',
      'suspensions 3553005 SY2021 3.15 PROVISIONAL',
      'suspensions 3553005 SY2022 SUPPRESSED_AT_SOURCE',
    ]);
    await expectNothingAgain(Buffer.from(file, 'latin1'), mapping);
  });

  test('warns once that percent signs are left out', async () => {
    const { warnings, codes } = await load(Buffer.from(file, 'latin1'), mapping);
    expect(warnings).toMatchObject([
      { severity: 'WARNING', line: 5, column: 'Rate / Taux', code: 'percent-sign-ignored' },
    ]);
    expect(codes.map(({ code, severity, count }) => `${severity} ${code} ${count}`)).toEqual([
      'ERROR cell-not-a-number 2',
      'ERROR code-undeclared 1',
      'ERROR flag-unknown 1',
      'ERROR name-ambiguous 1',
      'ERROR text-unmatched 1',
      'WARNING percent-sign-ignored 1',
    ]);
  });
});

describe('an export of a police service', () => {
  const file = [
    'Incidents by municipality and year,,,,',
    'Municipality,Violent 2019,Violent 2020,Violent 2021,Property 2021',
    '3520005,"35,120","33,904","34,011 ¹","90,112"',
    '3525005,"4,213 E",..,"4,019",-',
    '3553005,"1,204","1,3O1","1,250","5,512"',
    '3521,"9,800","9,750","9,811","20,001"',
    '3514019,12,15,-3,40',
    '9999999,1,2,3,4',
    '3525005,"4,213",..,"4,020","11,411"',
    'Total - Region,"50,349","48,969","49,091","127,076"',
    'Grand total,1,1,1,1',
    '¹ Excludes the airport.',
    'E: use with caution',
  ].join('\n');

  const mapping = example('police');

  test('loads with a mapping of fewer than 40 lines, and every rejected row is right', async () => {
    expect(linesOf(mapping)).toBeLessThan(40);
    const result = await load(file, mapping);
    expect(result.cells).toEqual([
      [4, 'Violent 2019', 'row-duplicate'],
      [4, 'Violent 2021', 'row-duplicate'],
      [5, 'Violent 2020', 'cell-not-a-number'],
      [6, 'Municipality', 'body-outside-universe'],
      [7, 'Violent 2021', 'negative-count'],
      [8, 'Municipality', 'organization-unknown'],
      [9, 'Violent 2019', 'row-duplicate'],
      [9, 'Violent 2020', 'row-duplicate'],
      [9, 'Violent 2021', 'row-duplicate'],
    ]);
    expect(result).toMatchObject({
      rows: 7,
      skipped: 2,
      observations: 27,
      recorded: 12,
      rejected: 15,
    });
    expect(await written()).toEqual([
      'property-incidents 3514019 2021 40',
      'property-incidents 3520005 2021 90112',
      'property-incidents 3525005 2021 11411',
      'property-incidents 3553005 2021 5512',
      'violent-incidents 3514019 2019 12',
      'violent-incidents 3514019 2020 15',
      'violent-incidents 3520005 2019 35120',
      'violent-incidents 3520005 2020 33904',
      'violent-incidents 3520005 2021 34011',
      'violent-incidents 3525005 2020 NOT_REPORTED',
      'violent-incidents 3553005 2019 1204',
      'violent-incidents 3553005 2021 1250',
    ]);
    await expectNothingAgain(file, mapping);
  });
});

describe('a profile of the census', () => {
  const file = [
    'ALT_GEO_CODE,GEO_NAME,CHARACTERISTIC,COUNT_TOTAL,SYMBOL,COUNT_MEN,SYMBOL,COUNT_WOMEN,SYMBOL',
    '3520005,Toronto,"Population, 2021",2794356,,1345430,,1448925,',
    '3525005,Hamilton,"Population, 2021",569353,,280000,E,..,',
    '3553005,Greater Sudbury,"Population, 2021",166004,p,x,,x,',
    '3514019,Hamilton,"Population, 2021",...,,F,,11,r',
    '3520005,Toronto,Average age,41.5,,40.3,,42.6,',
    '3521,Peel,"Population, 2021",1451022,,1,,2,',
    '3553005,Greater Sudbury,Population 2021,166004,,1,,2,',
    '3525005,Hamilton,Average age,41.9,,n/a,,43.1,Z',
    ',,,,,,,,',
    'Symbols: .. not available; x suppressed,,,,,,,,',
    'Source: Statistics Canada,,,,,,,,',
  ].join('\r\n');

  const mapping = example('census-profile');

  test('loads with a mapping of fewer than 40 lines, and every rejected row is right', async () => {
    expect(linesOf(mapping)).toBeLessThan(40);
    const result = await load(`\uFEFF${file}`, mapping);
    expect(result.cells).toEqual([
      [7, 'ALT_GEO_CODE', 'body-outside-universe'],
      [8, 'CHARACTERISTIC', 'code-undeclared'],
    ]);
    expect(result).toMatchObject({
      rows: 6,
      skipped: 2,
      observations: 18,
      recorded: 12,
      rejected: 6,
    });
    expect(await written()).toEqual([
      'population-by-gender 3514019 2021 NOT_APPLICABLE',
      'population-by-gender 3514019 2021 SUPPRESSED_AT_SOURCE',
      'population-by-gender 3514019 2021 11 REVISED',
      'population-by-gender 3520005 2021 2794356',
      'population-by-gender 3520005 2021 1345430',
      'population-by-gender 3520005 2021 1448925',
      'population-by-gender 3525005 2021 569353',
      'population-by-gender 3525005 2021 280000 LOW_RELIABILITY',
      'population-by-gender 3525005 2021 NOT_REPORTED',
      'population-by-gender 3553005 2021 166004 PROVISIONAL',
      'population-by-gender 3553005 2021 SUPPRESSED_AT_SOURCE',
      'population-by-gender 3553005 2021 SUPPRESSED_AT_SOURCE',
    ]);
    await expectNothingAgain(`\uFEFF${file}`, mapping);
  });
});
