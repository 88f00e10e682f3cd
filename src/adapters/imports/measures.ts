import type { Columns } from './columns.js';
import { importError, type ImportError } from './import-error.js';
import type { Mapping } from './mapping.js';
import { rewrite, type CellText, type ColumnName, type HeaderText } from './text-source.js';

/** One observation that every row may hold: where its number stands and what it is about. */
export type Measure = {
  readonly indicator: CellText;
  readonly period: CellText;
  readonly categories: readonly { readonly dimension: string; readonly category: CellText }[];
  readonly value?: ColumnName | undefined;
  readonly numerator?: ColumnName | undefined;
  readonly denominator?: ColumnName | undefined;
  readonly status?: ColumnName | undefined;
  readonly flags?: ColumnName | undefined;
  readonly multiplyBy?: string | undefined;
};

type Wide = NonNullable<Mapping['columns']>[number];
type Groups = Readonly<Record<string, string>>;

/** A part of a header that does not say what the mapping expects of it. */
class HeaderUnreadable extends Error {
  readonly error: ImportError;
  constructor(error: ImportError) {
    super(error.message.en);
    this.error = error;
  }
}

const place = ({ line, titleOf }: Columns, column: ColumnName) => ({
  line,
  column: titleOf(column),
});

/** A text of a header is the same for every row: it is read once. */
function settled(text: HeaderText, groups: Groups, columns: Columns, column: ColumnName): CellText {
  if (typeof text === 'string' || 'column' in text) return text;
  const meaning = rewrite((groups[text.header] ?? '').trim(), text);
  if ('text' in meaning) return meaning.text;
  const { refused, suggestion } = meaning;
  const where = { ...place(columns, column), value: groups[text.header] ?? '' };
  throw new HeaderUnreadable(importError(refused, where, {}, suggestion));
}

function measureOf(
  mapping: Mapping,
  wide: Wide,
  columns: Columns,
  value: ColumnName | undefined,
  groups: Groups,
): Measure {
  const at = value ?? wide.numerator?.column ?? wide.status?.column ?? 1;
  const read = (text: HeaderText): CellText => settled(text, groups, columns, at);
  // The mapping was checked: what a column does not say, the file says.
  const { indicator = mapping.indicator ?? '', period } = wide;
  return {
    indicator: read(indicator),
    period: read(period ?? mapping.period ?? { header: 'period', as: '$&', prefix: '' }),
    categories: [...mapping.categories, ...wide.categories].map(({ dimension, category }) => ({
      dimension,
      category: read(category),
    })),
    value,
    numerator: wide.numerator?.column,
    denominator: wide.denominator?.column,
    status: wide.status?.column,
    flags: wide.flags?.column ?? mapping.flags?.column,
    multiplyBy: wide.multiplyBy,
  };
}

function expand(mapping: Mapping, wide: Wide, columns: Columns): readonly Measure[] {
  if (wide.headers === undefined)
    return [measureOf(mapping, wide, columns, wide.value?.column, {})];
  const headers = new RegExp(wide.headers, 'u');
  const found = columns.titles.flatMap((title, at) => {
    const match = headers.exec(title);
    if (match === null) return [];
    return [measureOf(mapping, wide, columns, at + 1, { ...match.groups })];
  });
  if (found.length > 0) return found;
  const where = { line: columns.line, column: wide.headers };
  throw new HeaderUnreadable(importError('headers-unmatched', where, { pattern: wide.headers }));
}

/** Every observation that a row may hold, in the order of the mapping and of the columns. */
export function measuresOf(
  mapping: Mapping,
  columns: Columns,
): readonly Measure[] | { readonly errors: readonly ImportError[] } {
  const { value, numerator, denominator, status } = mapping;
  const long: Wide = { value, numerator, denominator, status, categories: [] };
  try {
    return (mapping.columns ?? [long]).flatMap((wide) => expand(mapping, wide, columns));
  } catch (error) {
    if (error instanceof HeaderUnreadable) return { errors: [error.error] };
    throw error;
  }
}
