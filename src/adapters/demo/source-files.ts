import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** One line of a data file, by column name. */
export type SourceRow = Readonly<Record<string, string>>;

/** Reads the files of the data directory; a missing column of a row is an error, not "". */
export type SourceFiles = {
  csv(name: string): readonly SourceRow[];
  json<T>(name: string): T;
};

/** The data directory, as files. */
export const sourceFiles = (directory: string): SourceFiles => ({
  csv: (name) =>
    parse(readFileSync(join(directory, name)), { bom: true, columns: true, skipEmptyLines: true }),
  json: <T>(name: string) => JSON.parse(readFileSync(join(directory, name), 'utf8')) as T,
});

/** A cell that must be there. @throws Error naming the column */
export function cell(row: SourceRow, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`column ${column} is missing`);
  return value;
}
