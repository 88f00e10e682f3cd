import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { readSheet } from 'read-excel-file/node';
import { importDesk, populationMapping } from './import-desk.js';
import { xlsxBytes } from './xlsx-bytes.js';

let desk: Awaited<ReturnType<typeof importDesk>>;
let report: string;
beforeEach(async () => {
  desk = await importDesk();
  report = join(desk.folder, 'report.xlsx');
});
afterEach(() => desk.remove());

const rowsOf = async (sheet: number) =>
  (await readSheet(report, sheet)).map((row) => row.map((cell) => cell ?? ''));

/** The text of an entry of an archive whose local headers have no sizes to rely on. */
function entry(zip: Buffer, name: string): string {
  const directory = zip.indexOf(Buffer.from('PK\x01\x02'));
  for (let at = directory; zip.readUInt32LE(at) === 0x02014b50;) {
    const [nameBytes, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
    const next = at + 46 + (nameBytes ?? 0) + (extra ?? 0) + (comment ?? 0);
    if (zip.toString('utf8', at + 46, at + 46 + (nameBytes ?? 0)) !== name) {
      at = next;
      continue;
    }
    const start = zip.readUInt32LE(at + 42);
    const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    const data = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    return (zip.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data)).toString('utf8');
  }
  throw new Error(`no ${name}`);
}

/** Whether a cell is filled with a colour of its own. */
function isFilled(cell: string): boolean {
  const zip = readFileSync(report);
  const sheet = entry(zip, 'xl/worksheets/sheet2.xml');
  const style = new RegExp(`<c r="${cell}"[^>]* s="(\\d+)"`).exec(sheet)?.[1];
  if (style === undefined) return false;
  const formats = /<cellXfs[\s\S]*<\/cellXfs>/.exec(entry(zip, 'xl/styles.xml'))?.[0] ?? '';
  const format = [...formats.matchAll(/<xf [^>]*>/g)][Number(style)]?.[0] ?? '';
  return Number(/fillId="(\d+)"/.exec(format)?.[1] ?? 0) > 1;
}

const workbook = xlsxBytes({
  Data: [
    ['code', 'population'],
    ['3525005', 569353],
    ['3520005', 'NA'],
    ['', '=1+1'],
  ],
});

describe('the report as a workbook', () => {
  test('groups what was found by code on its first sheet, in both languages', async () => {
    await desk.import(workbook, populationMapping, { reports: [report] });
    const [head, first, second] = await rowsOf(1);
    expect(head?.slice(0, 3)).toEqual(['Code', 'Severity / Gravité', 'Count / Nombre']);
    expect(first?.slice(0, 6)).toEqual([
      'cell-not-a-number',
      'error / erreur',
      '2',
      '3',
      'population',
      'NA',
    ]);
    expect(first?.[7]).toBe('La cellule n’est ni un nombre dans le style déclaré, ni un statut.');
    expect(second?.slice(0, 3)).toEqual(['cell-empty', 'error / erreur', '1']);
  });

  test('copies the rows on its second, with the cells at fault marked', async () => {
    await desk.import(workbook, populationMapping, { reports: [report] });
    const rows = await rowsOf(2);
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['Line / Ligne', 'code', 'population'],
      ['1', 'code', 'population'],
      ['2', '3525005', '569353'],
      ['3', '3520005', 'NA'],
      ['4', '', '=1+1'],
    ]);
    expect(rows[3]?.[3]).toContain('population: The cell is no number');
    expect(rows[3]?.[4]).toContain('population: La cellule n’est ni un nombre');
    expect(rows[2]?.[3]).toBe('');
    expect(['B4', 'C4', 'B5', 'C5', 'C3'].map(isFilled)).toEqual([false, true, true, true, false]);
  });

  test('of a long file has only the rows at fault, and says so', async () => {
    const good = Array.from({ length: 6_000 }, (_, at) => `3525005,${at}`).join('\n');
    await desk.import(`code,population\n${good}\n3520005,NA\n`, populationMapping, {
      reports: [report],
    });
    const rows = await rowsOf(2);
    expect(rows[1]?.[0]).toContain('The file is long');
    expect(rows[2]?.[0]).toContain('Le fichier est long');
    expect(rows).toHaveLength(5_003);
    expect(rows[3]?.slice(0, 3)).toEqual(['2', '3525005', '0']);
  });

  test('is written beside a list of every finding, also of a file that cannot be read', async () => {
    const list = join(desk.folder, 'report.csv');
    await desk.import('', populationMapping, {
      file: join(desk.folder, 'nowhere.csv'),
      reports: [report, list],
    });
    expect((await rowsOf(1))[1]?.[0]).toBe('file-unreadable');
    expect(readFileSync(list, 'utf8')).toContain(',0,,ERROR,file-unreadable,,');
  });
});
