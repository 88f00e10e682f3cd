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

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** The smallest workbook that a spreadsheet program would open: sheets of rows, by name. */
export function xlsxBytes(sheets: Readonly<Record<string, readonly (readonly SheetCell[])[]>>) {
  const names = Object.keys(sheets);
  const listed = names.map(
    (name, at) => `<sheet name="${escape(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const related = names.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return zip([
    {
      name: '[Content_Types].xml',
      text: `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    {
      name: 'xl/workbook.xml',
      text: `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${listed.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `<Relationships xmlns="${packages}/relationships">${related.join('')}<Relationship Id="rId99" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      text: `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    },
    ...Object.values(sheets).map((rows, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      text: `<worksheet xmlns="${main}"><sheetData>${rows.map(rowXml).join('')}</sheetData></worksheet>`,
    })),
  ]);
}
