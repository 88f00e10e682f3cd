import type { ReportedNumbers } from '../../../projections/observations/view.js';

/** Marks that no text of a row contains: they part the fields and the rows of a packed text. */
export const fieldMark = '\u001f';
export const rowMark = '\u001e';

const packedOf = (fields: readonly string[]): string =>
  `string_agg(concat(${fields
    .map((name) => `"${name}"`)
    .join(', CAST(:fieldMark AS TEXT), ')}), :rowMark) AS packed`;

const fields = [
  'geography',
  'geographyKind',
  'status',
  'value',
  'numerator',
  'denominator',
  'histogram',
  'flags',
  'indicatorVersion',
  'knownOn',
  'firstKnownOn',
];

/**
 * One text for all rows: hundreds of rows are read in a quarter of the time that they take one
 * by one, which is what makes a past as quick to add up as the present.
 */
export const packedSql = packedOf(fields);

/** The same of revisions alone. */
export const packedRevisionsSql = packedOf(['geography', 'revision']);

const optional = (text: string | undefined): string | null => text || null;

function unpackRow(text: string, period: string): ReportedNumbers {
  const [geography = '', kind, status, value, numerator, denominator, ...rest] =
    text.split(fieldMark);
  const [histogram, flags = '[]', version, knownOn = '', firstKnownOn = ''] = rest;
  return {
    period,
    geography,
    geographyKind: kind as ReportedNumbers['geographyKind'],
    status: status as ReportedNumbers['status'],
    value: optional(value),
    numerator: optional(numerator),
    denominator: optional(denominator),
    histogram: histogram ? (JSON.parse(histogram) as string[]) : null,
    flags: flags === '[]' ? [] : (JSON.parse(flags) as ReportedNumbers['flags']),
    indicatorVersion: Number(version),
    knownOn,
    firstKnownOn,
  };
}

/** The rows of a packed text, all of one period. */
export const unpack = (packed: string | null, period: string): readonly ReportedNumbers[] =>
  packed === null ? [] : packed.split(rowMark).map((row) => unpackRow(row, period));

/** Revisions by geography, out of a packed text. */
export const unpackRevisions = (packed: string | null): ReadonlyMap<string, number> =>
  new Map(
    (packed === null ? [] : packed.split(rowMark)).map((row) => {
      const [geography = '', revision] = row.split(fieldMark);
      return [geography, Number(revision)] as const;
    }),
  );
