import { z } from 'zod';
import { decimalText } from '../../domain/decimal.js';
import { observationFlags } from '../../domain/observation/events.js';
import { label } from '../../domain/text.js';
import { importError, type Bilingual, type ImportError } from './import-error.js';
import { issueText } from './mapping-issues.js';
import { cellText, columnName, headerText, pattern, rewriting } from './text-source.js';

const column = z.strictObject({ column: columnName });

// Symbols of Statistics Canada; any other has to be declared.
const symbols = {
  '..': 'NOT_REPORTED',
  '...': 'NOT_APPLICABLE',
  x: 'SUPPRESSED_AT_SOURCE',
} as const;

const status = z.enum(['NOT_REPORTED', 'NOT_APPLICABLE', 'SUPPRESSED_AT_SOURCE']);
/** LEAVE_OUT: the cell says nothing at all, not even that a number is missing. */
const cellStatus = z.enum([...status.options, 'LEAVE_OUT']);

const file = z.strictObject({
  encoding: z.enum(['auto', 'utf-8', 'latin-1']).default('auto'),
  delimiter: z.enum(['auto', ',', ';', '\t', '|']).default('auto'),
  /** XLSX: name or number of the sheet. */
  sheet: z.union([z.string().min(1), z.int().min(1)]).default(1),
  /** Line of the header; 0 when the file has none. What stands above is left out. */
  headerLine: z.int().min(0).max(10_000).default(1),
  /** Lines of the header; what stands above one another is joined: "2021 / Rate". */
  headerLines: z.int().min(1).max(5).default(1),
  /** The first row whose first cell matches ends the table: footnotes follow. */
  footer: pattern().optional(),
});

const numbers = z
  .strictObject({
    decimal: z.enum(['point', 'comma']).default('point'),
    thousands: z.enum(['none', 'space', 'comma', 'point', 'apostrophe']).default('none'),
    /** "73%" is 73 when ignored, and an error when refused. */
    percentSign: z.enum(['refuse', 'ignore']).default('refuse'),
    /**
     * "1000" for a file in thousands, "100" for proportions of an indicator in percent; or a
     * column whose texts stand for such numbers.
     */
    multiplyBy: z
      .union([
        decimalText(),
        z.strictObject({ column: columnName, codes: z.record(z.string(), decimalText()) }),
      ])
      .optional(),
  })
  .refine(({ decimal, thousands }) => decimal !== thousands, {
    error: 'one mark cannot separate both decimals and thousands',
  });

/** How the numbers of a file are written. */
export type NumberStyle = Omit<z.infer<typeof numbers>, 'multiplyBy'> & {
  readonly multiplyBy?: string | undefined;
};

const categories = <Source extends z.ZodType>(source: Source) =>
  z
    .array(z.strictObject({ dimension: z.string().min(1), category: source }))
    .max(10)
    .default([]);

const numberColumns = {
  value: column.optional(),
  numerator: column.optional(),
  denominator: column.optional(),
  /** A column of statuses beside the numbers. */
  status: column.optional(),
};

/** One observation of a wide row, or one from every column whose header matches. */
const wideColumn = z.strictObject({
  ...numberColumns,
  /** Headers of columns of values; a named group `period` is the period unless one is given. */
  headers: pattern().optional(),
  indicator: headerText.optional(),
  period: headerText.optional(),
  categories: categories(headerText),
  /** The column of the flags of these numbers; what they mean is declared for the file. */
  flags: column.optional(),
  multiplyBy: decimalText().optional(),
});

const flagCode = z.enum(observationFlags).exclude(['PARTIAL']);

type Named = {
  readonly indicator?: unknown;
  readonly period?: unknown;
  readonly headers?: string | undefined;
};

const namesPeriod = ({ period, headers }: Named): boolean =>
  period !== undefined || headers?.includes('(?<period>') === true;

type Numbers = Readonly<
  Partial<Record<'value' | 'numerator' | 'denominator' | 'status' | 'headers', unknown>>
>;

const hasNumbers = ({ value, numerator, status: beside, headers }: Numbers): boolean =>
  (value ?? numerator ?? beside ?? headers) !== undefined;
const hasWholeRatio = ({ numerator, denominator }: Numbers): boolean =>
  (numerator === undefined) === (denominator === undefined);

const mappingSchema = z
  .strictObject({
    file: file.prefault({}),
    /** Rows to leave out, totals for instance. */
    skip: z
      .array(z.strictObject({ column: columnName, matches: pattern() }))
      .max(20)
      .default([]),
    indicator: cellText.optional(),
    /** The reporting body: its code, or a column of codes or of names. */
    body: z
      .union([
        z.string().min(1).max(200),
        z.strictObject({
          column: columnName,
          by: z.enum(['code', 'name']).default('code'),
          ...rewriting,
        }),
      ])
      .optional(),
    /** In place of a body: the reference area a source published for. */
    area: cellText.optional(),
    period: cellText.optional(),
    ...numberColumns,
    /** In place of these: the columns of numbers of a wide file. */
    columns: z.array(wideColumn).min(1).max(500).optional(),
    numbers: numbers.prefault({}),
    /** What stands in a cell instead of a number. */
    statuses: z
      .record(z.string().max(50), cellStatus)
      .default({})
      .transform((declared): Readonly<Record<string, z.infer<typeof cellStatus>>> => ({
        ...symbols,
        ...declared,
      })),
    flags: z
      .strictObject({
        column: columnName.optional(),
        /** They stand behind the numbers too: "1234 E". */
        attached: z.boolean().default(false),
        separator: z.string().min(1).max(5).default(';'),
        /** IGNORE: the mark of a footnote that says nothing about the number. */
        codes: z.record(z.string().min(1).max(50), z.enum([...flagCode.options, 'IGNORE'])),
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
    categories: categories(cellText),
    sourceReleasedOn: cellText.optional(),
    /** Whether an empty cell of a number, and a row without any, is an error or left out. */
    blanks: z.enum(['refuse', 'skip']).default('refuse'),
    /** Why recorded numbers are corrected; default: that they were imported from the file. */
    reason: label(10_000).optional(),
  })
  .refine(({ body, area }) => (body === undefined) !== (area === undefined), {
    error: 'either body or area is needed',
    path: ['body'],
  })
  .refine((mapping) => (mapping.columns ?? [mapping]).every(hasNumbers), {
    error: 'value, numerator and denominator, or status is needed',
    path: ['value'],
  })
  .refine((mapping) => [mapping, ...(mapping.columns ?? [])].every(hasWholeRatio), {
    error: 'numerator and denominator are given together',
    path: ['denominator'],
  })
  .refine(({ columns, ...mapping }) => columns === undefined || !hasNumbers(mapping), {
    error: 'the numbers stand either in columns or beside it',
    path: ['columns'],
  })
  .refine(
    ({ columns, indicator }) =>
      (columns ?? [{ indicator }]).every((each) => (each.indicator ?? indicator) !== undefined),
    { error: 'an indicator is needed', path: ['indicator'] },
  )
  .refine(({ columns, period }) => period !== undefined || columns?.every(namesPeriod) === true, {
    error: 'a period is needed',
    path: ['period'],
  });

/** How a file is read: which column says what, and how it says it. */
export type Mapping = z.infer<typeof mappingSchema>;

type Issue = z.core.$ZodIssue;

/** Of the ways in which a part could be right, the one that it comes nearest to. */
function nearestIssues(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const inside = [...issue.errors]
    .filter(([first]) => first !== undefined && first.path.length > 0)
    .toSorted((a, b) => a.length - b.length)[0];
  if (inside === undefined) return [issue];
  return inside
    .map((each) => ({ ...each, path: [...issue.path, ...each.path] }))
    .flatMap(nearestIssues);
}

/** Says where a text stops being JSON, as far as the parser tells. */
function notJson({ message }: Error): Bilingual {
  const [, line, at] = /\(line (\d+) column (\d+)\)/.exec(message) ?? [];
  if (line === undefined) return { en: 'it is not whole JSON', fr: 'ce n’est pas du JSON entier' };
  return {
    en: `it is not JSON from line ${line}, column ${at} on`,
    fr: `ce n’est plus du JSON à partir de la ligne ${line}, colonne ${at}`,
  };
}

/** Reads a mapping file; errors name the path in it as their column. */
export function parseMapping(json: string): Mapping | { readonly errors: readonly ImportError[] } {
  const invalid = (path: string, issue: Bilingual): ImportError =>
    importError('mapping-invalid', { line: 0, column: path }, { path, issue });
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { errors: [invalid('$', notJson(error as Error))] };
  }
  const parsed = mappingSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.flatMap(nearestIssues);
  return {
    errors: issues.map((issue) => invalid(issue.path.join('.') || '$', issueText(issue, value))),
  };
}
