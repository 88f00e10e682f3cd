import { z } from 'zod';
import { decimalText } from '../../domain/decimal.js';
import { observationFlags } from '../../domain/observation/events.js';
import { label } from '../../domain/text.js';
import { importError, type ImportError } from './import-error.js';

const columnName = z.union([z.string().min(1).max(200), z.int().min(1).max(10_000)]);

/** A column by its header, or by its number from 1. */
export type ColumnName = z.infer<typeof columnName>;

const column = z.strictObject({ column: columnName });
const fixedOr = <S extends z.ZodType>(fromColumn: S) =>
  z.union([z.string().min(1).max(200), fromColumn]);

// Symbols of Statistics Canada; any other has to be declared.
const symbols = {
  '..': 'NOT_REPORTED',
  '...': 'NOT_APPLICABLE',
  x: 'SUPPRESSED_AT_SOURCE',
} as const;

const status = z.enum(['NOT_REPORTED', 'NOT_APPLICABLE', 'SUPPRESSED_AT_SOURCE']);

function isPattern(source: string): boolean {
  try {
    new RegExp(source, 'u').test('');
    return true;
  } catch {
    return false;
  }
}

const file = z.strictObject({
  encoding: z.enum(['auto', 'utf-8', 'latin-1']).default('auto'),
  delimiter: z.enum(['auto', ',', ';', '\t', '|']).default('auto'),
  /** XLSX: name or number of the sheet. */
  sheet: z.union([z.string().min(1), z.int().min(1)]).default(1),
  /** Line of the header; 0 when the file has none. What stands above is left out. */
  headerLine: z.int().min(0).max(10_000).default(1),
  /** The first row whose first cell matches ends the table: footnotes follow. */
  footer: z.string().max(200).refine(isPattern, { error: 'no pattern' }).optional(),
});

const numbers = z
  .strictObject({
    decimal: z.enum(['point', 'comma']).default('point'),
    thousands: z.enum(['none', 'space', 'comma', 'point', 'apostrophe']).default('none'),
    /** "73%" is 73 when ignored, and an error when refused. */
    percentSign: z.enum(['refuse', 'ignore']).default('refuse'),
    /** "1000" for a file in thousands, "100" for proportions of an indicator in percent. */
    multiplyBy: decimalText().optional(),
  })
  .refine(({ decimal, thousands }) => decimal !== thousands, {
    error: 'one mark cannot separate both decimals and thousands',
  });

/** How the numbers of a file are written. */
export type NumberStyle = z.infer<typeof numbers>;

const mappingSchema = z
  .strictObject({
    file: file.prefault({}),
    indicator: fixedOr(column),
    /** The reporting body: its code, or a column of codes or of names. */
    body: fixedOr(
      z.strictObject({ column: columnName, by: z.enum(['code', 'name']).default('code') }),
    ).optional(),
    /** In place of a body: the reference area a source published for. */
    area: fixedOr(column).optional(),
    period: fixedOr(z.strictObject({ column: columnName, prefix: z.string().max(10).default('') })),
    value: column.optional(),
    numerator: column.optional(),
    denominator: column.optional(),
    /** A column of statuses beside the numbers. */
    status: column.optional(),
    numbers: numbers.prefault({}),
    /** What stands in a cell instead of a number. */
    statuses: z
      .record(z.string().max(50), status)
      .default({})
      .transform((declared): Readonly<Record<string, z.infer<typeof status>>> => ({
        ...symbols,
        ...declared,
      })),
    flags: z
      .strictObject({
        column: columnName,
        separator: z.string().min(1).max(5).default(';'),
        codes: z.record(z.string().max(50), z.enum(observationFlags).exclude(['PARTIAL'])),
      })
      .optional(),
    /** Units of the source that a number lacks; `allMissing` is the status of one without any. */
    missingUnits: z
      .strictObject({
        missing: column,
        total: column,
        allMissing: status.default('SUPPRESSED_AT_SOURCE'),
      })
      .optional(),
    categories: z
      .array(z.strictObject({ dimension: z.string().min(1), category: fixedOr(column) }))
      .default([]),
    sourceReleasedOn: fixedOr(column).optional(),
    /** Whether an empty cell of a number, and a row without any, is an error or left out. */
    blanks: z.enum(['refuse', 'skip']).default('refuse'),
    /** Why recorded numbers are corrected; default: that they were imported from the file. */
    reason: label(10_000).optional(),
  })
  .refine(({ body, area }) => (body === undefined) !== (area === undefined), {
    error: 'either body or area is needed',
    path: ['body'],
  })
  .refine(({ value, numerator, status: beside }) => value ?? numerator ?? beside, {
    error: 'value, numerator and denominator, or status is needed',
    path: ['value'],
  })
  .refine(
    ({ numerator, denominator }) => (numerator === undefined) === (denominator === undefined),
    { error: 'numerator and denominator are given together', path: ['denominator'] },
  );

/** How a file is read: which column says what, and how it says it. */
export type Mapping = z.infer<typeof mappingSchema>;

/** Reads a mapping file; errors name the path in it as their column. */
export function parseMapping(json: string): Mapping | { readonly errors: readonly ImportError[] } {
  const invalid = (path: string, issue: string): ImportError =>
    importError('mapping-invalid', { line: 0, column: path }, { path, issue });
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { errors: [invalid('$', (error as Error).message)] };
  }
  const parsed = mappingSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  return { errors: issues.map(({ path, message }) => invalid(path.join('.') || '$', message)) };
}
