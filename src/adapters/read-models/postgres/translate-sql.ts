/** A query as PostgreSQL takes it. */
export type TranslatedSql = {
  readonly text: string;
  /** Names of the values of `$1`, `$2` …; a name may come twice. */
  readonly names: readonly string[];
};

// Literals and quoted names stay as they are; values are `:names`; columns may be in camelCase.
const token = /'(?:[^']|'')*'|"[^"]*"|::|:([A-Za-z]\w*)(\s+IS\b)?|\b[a-z]+[A-Z]\w*\b/g;

/**
 * Translates a query that SQLite understands: values get numbers, and names in camelCase get
 * quotes, because PostgreSQL folds those without to lower case.
 */
export function translateSql(sql: string): TranslatedSql {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const number = (name: string): number => {
    const known = numbers.get(name) ?? names.push(name);
    numbers.set(name, known);
    return known;
  };
  const text = sql.replace(token, (found: string, name?: string, is?: string) => {
    // Where a value is only asked whether it is null, its type cannot be told from the query.
    if (name !== undefined && is !== undefined) return `$${names.push(name)}::text${is}`;
    if (name !== undefined) return `$${number(name)}`;
    return /^['":]/.test(found) ? found : `"${found}"`;
  });
  return { text, names };
}
