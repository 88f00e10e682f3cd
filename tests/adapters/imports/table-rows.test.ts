import { describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvRows, decodeChunks } from '../../../src/adapters/imports/csv-rows.js';
import { parseMapping, type Mapping } from '../../../src/adapters/imports/mapping.js';
import { scanFile } from '../../../src/adapters/imports/scan-file.js';
import { TableUnreadable, type TableRow } from '../../../src/adapters/imports/table-row.js';
import { xlsxRows } from '../../../src/adapters/imports/xlsx-rows.js';
import { xlsxBytes } from './xlsx-bytes.js';

const fileOf = (file: object): Mapping['file'] => {
  const json = JSON.stringify({
    indicator: 'i',
    body: '1',
    period: '2021',
    status: { column: 1 },
    file,
  });
  return (parseMapping(json) as Mapping).file;
};

const read = async (table: AsyncIterable<TableRow>) => {
  const rows: unknown[] = [];
  for await (const { line, cells } of table) rows.push([line, cells.map(({ text }) => text)]);
  return rows;
};

const errorOf = async (rows: AsyncIterable<TableRow>) =>
  read(rows).catch((error: unknown) => (error as TableUnreadable).error);

/** Things that come one after the other, as from a file. */
async function* pieces<T>(...each: readonly T[]): AsyncGenerator<T> {
  yield* each;
}

const rowsOf = (text: string, file: object = {}) => csvRows(pieces(text), fileOf(file));

async function textOf(bytes: Buffer, declared: Mapping['file']['encoding']): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-text-'));
  try {
    writeFileSync(join(folder, 'file.csv'), bytes);
    const { encoding } = await scanFile(join(folder, 'file.csv'), declared);
    let text = '';
    // A byte at a time, so that every character of several bytes is cut somewhere.
    const each = [...bytes].map((byte) => Uint8Array.of(byte));
    for await (const part of decodeChunks(pieces(...each), encoding)) text += part;
    return text;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the text of a CSV file', () => {
  test('is UTF-8 when it is valid, and loses its byte order mark', async () => {
    expect(await textOf(Buffer.from('\uFEFFMunicipalité'), 'auto')).toBe('Municipalité');
  });

  test('is Latin-1 when it is not UTF-8', async () => {
    expect(await textOf(Buffer.from('Municipalité', 'latin1'), 'auto')).toBe('Municipalité');
    const cut = Buffer.from('Municipalité').subarray(0, -1);
    expect(await textOf(cut, 'auto')).toBe('MunicipalitÃ');
  });

  test('is UTF-16 when it begins so', async () => {
    const bytes = Buffer.from('\uFEFFMunicipalité', 'utf16le');
    expect(await textOf(bytes, 'auto')).toBe('Municipalité');
  });

  test('is read as declared, or refused', async () => {
    const latin = Buffer.from('Municipalité', 'latin1');
    expect(await textOf(Buffer.from('é'), 'latin-1')).toBe('Ã©');
    await expect(textOf(latin, 'utf-8')).rejects.toThrow(TableUnreadable);
  });
});

describe('the rows of a CSV file', () => {
  test('carry the line they begin on, also behind a cell of several lines', async () => {
    const text = 'code,name\r\n3525005,"City of\nHamilton"\r\n\r\n3520005,Toronto';
    expect(await read(rowsOf(text))).toEqual([
      [1, ['code', 'name']],
      [2, ['3525005', 'City of\nHamilton']],
      [4, ['']],
      [5, ['3520005', 'Toronto']],
    ]);
  });

  test.each([
    [';', 'code;name;value\n1;"a;b";2'],
    ['\t', 'code\tname\tvalue\n1\ta;b\t2'],
    [',', 'code,"name; long",value\n1,a;b,2'],
  ])('are separated by %j where the header is', async (_, text) => {
    const rows = await read(rowsOf(text));
    expect(rows[1]).toEqual([2, ['1', 'a;b', '2']]);
  });

  test('a declared delimiter is not guessed', async () => {
    expect(await read(rowsOf('a;b;c,d\n', { delimiter: ',' }))).toEqual([[1, ['a;b;c', 'd']]]);
  });

  test.each([
    ['an open quotation mark', 'a,b\n1,"2\n3,4\n', 2],
    ['a quotation mark within a cell', 'a,b\n1,2\n3,4"5\n', 3],
    ['a cell of two megabytes', `a,b\n1,${'x'.repeat(2_097_152)}\n`, 2],
  ])('%s makes the file malformed, with the line', async (_, text, line) => {
    expect(await errorOf(rowsOf(text))).toMatchObject({
      code: 'file-malformed',
      line,
    });
  });
});

/** The same archive, in which every entry of the directory says that it unpacks to 1,000 bytes. */
function lying(zip: Buffer): Buffer {
  const copy = Buffer.from(zip);
  for (let at = 0; (at = copy.indexOf(Buffer.from('PK\x01\x02'), at)) >= 0; at += 4)
    copy.writeUInt32LE(1_000, at + 24);
  return copy;
}

describe('the rows of an XLSX workbook', () => {
  const bytes = xlsxBytes({
    Data: [
      ['code', 'value', 'day'],
      [3525005, 0.1 + 0.2, { day: 44_562 }],
      [],
      ['3520005', { error: '#N/A' }, 'x & <y>'],
    ],
    Autre: [['é']],
  });

  test('hold numbers without the noise of binary fractions, days, and no errors', async () => {
    expect(await read(xlsxRows(bytes, fileOf({})))).toEqual([
      [1, ['code', 'value', 'day']],
      [2, ['3525005', '0.3', '2022-01-01']],
      [3, ['', '', '']],
      [4, ['3520005', '', 'x & <y>']],
    ]);
  });

  test('are those of the sheet declared, by name or number', async () => {
    expect(await read(xlsxRows(bytes, fileOf({ sheet: 'Autre' })))).toEqual([[1, ['é']]]);
    expect(await read(xlsxRows(bytes, fileOf({ sheet: 2 })))).toEqual([[1, ['é']]]);
  });

  test('a sheet that is not there, and a file that is no workbook, are refused', async () => {
    expect(await errorOf(xlsxRows(bytes, fileOf({ sheet: 'Data 2' })))).toMatchObject({
      code: 'sheet-missing',
    });
    expect(await errorOf(xlsxRows(Buffer.from('PK\x03\x04'), fileOf({})))).toMatchObject({
      code: 'file-malformed',
    });
  });

  test('are refused when the workbook unpacks to too much, also when it lies about that', async () => {
    const bomb = xlsxBytes({ Data: [['x'.repeat(70_000_000)]] });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await errorOf(xlsxRows(bomb, fileOf({})))).toMatchObject({
      code: 'workbook-too-large',
      message: { en: expect.stringContaining('save the sheet as CSV') },
    });
    expect(await errorOf(xlsxRows(lying(bomb), fileOf({})))).toMatchObject({
      code: 'file-malformed',
    });
  });
});
