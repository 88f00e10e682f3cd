import { crc32, deflateRawSync } from 'node:zlib';

/** A cell of a sheet: text, a number, an error such as #N/A, or a day as Excel counts them. */
export type SheetCell = string | number | { readonly error: string } | { readonly day: number };

type Entry = { readonly name: string; readonly text: string };

const fields = (sizes: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer =>
  Buffer.concat(
    sizes.map(([bytes, value]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );

/** A ZIP archive (PKWARE APPNOTE 4.3) of deflated entries. */
function zip(entries: readonly Entry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text } of entries) {
    const data = deflateRawSync(text);
    const about = [
      [2, 20],
      [2, 0],
      [2, 8],
      [4, 0],
      [4, crc32(text)],
      [4, data.length],
      [4, Buffer.byteLength(text)],
      [2, name.length],
      [2, 0],
    ] as const;
    const place = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ] as const;
    const file = Buffer.concat([fields([[4, 0x04034b50], ...about]), Buffer.from(name), data]);
    const entry = fields([[4, 0x02014b50], [2, 20], ...about, ...place]);
    directory.push(entry, Buffer.from(name));
    files.push(file);
    offset += file.length;
  }
  const index = Buffer.concat(directory);
  const end = fields([
    [4, 0x06054b50],
    [4, 0],
    [2, entries.length],
    [2, entries.length],
    [4, index.length],
    [4, offset],
    [2, 0],
  ]);
  return Buffer.concat([...files, index, end]);
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function cellXml(cell: SheetCell, column: number, row: number): string {
  const place = `r="${String.fromCharCode(65 + column)}${row}"`;
  if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`;
  if (typeof cell === 'string')
    return `<c ${place} t="inlineStr"><is><t>${escape(cell)}</t></is></c>`;
  if ('error' in cell) return `<c ${place} t="e"><v>${cell.error}</v></c>`;
  return `<c ${place} s="1"><v>${cell.day}</v></c>`;
}

const rowXml = (cells: readonly SheetCell[], at: number): string =>
  `<row r="${at + 1}">${cells.map((cell, column) => cellXml(cell, column, at + 1)).join('')}</row>`;

const schemas = 'http://schemas.openxmlformats.org';
const main = `${schemas}/spreadsheetml/2006/main`;
const office = `${schemas}/officeDocument/2006/relationships`;
const packages = `${schemas}/package/2006`;

const relationship = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`;

const contentTypes = [
  `<Types xmlns="${packages}/content-types">`,
  '<Default Extension="xml" ContentType="application/xml"/></Types>',
];

// The second format is number 14, a date.
const styles = [
  `<styleSheet xmlns="${main}"><cellXfs>`,
  '<xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
];

const workbook = (names: readonly string[]): readonly string[] => [
  `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>`,
  ...names.map(
    (name, at) => `<sheet name="${escape(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  ),
  '</sheets></workbook>',
];

const relationships = (names: readonly string[]): readonly string[] => [
  `<Relationships xmlns="${packages}/relationships">`,
  ...names.map((_, at) => relationship(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
  relationship(names.length + 1, 'styles', 'styles.xml'),
  '</Relationships>',
];

/** The smallest workbook that a spreadsheet program would open: sheets of rows, by name. */
export function xlsxBytes(sheets: Readonly<Record<string, readonly (readonly SheetCell[])[]>>) {
  const names = Object.keys(sheets);
  const parts = [
    ['[Content_Types].xml', contentTypes],
    ['xl/workbook.xml', workbook(names)],
    ['xl/_rels/workbook.xml.rels', relationships(names)],
    ['xl/styles.xml', styles],
    ...Object.values(sheets).map((rows, at) => {
      const cells = rows.map(rowXml).join('');
      const sheet = `<worksheet xmlns="${main}"><sheetData>${cells}</sheetData></worksheet>`;
      return [`xl/worksheets/sheet${at + 1}.xml`, [sheet]] as const;
    }),
  ] as const;
  return zip(parts.map(([name, lines]) => ({ name, text: lines.join('') })));
}
