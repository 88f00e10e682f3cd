import { parse as parseCsv } from 'csv-parse/sync';
import { stringify as stringifyCsv } from 'csv-stringify/sync';

type Row = Readonly<Record<string, string>>;

/** The rows of a file by their headings, as somebody sees them who fills them in. */
export const parse = (bytes: Uint8Array): readonly Row[] =>
  parseCsv<Row>(Buffer.from(bytes), { bom: true, columns: true });

/** The file once it is saved. */
export const stringify = (rows: readonly Row[]): Uint8Array =>
  Buffer.from(stringifyCsv([...rows], { header: true, bom: true }));
