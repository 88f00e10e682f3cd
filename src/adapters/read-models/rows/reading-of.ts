import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { QueryRow, QueryValues } from '../snapshot/reading.js';

/** A `Reading` that gives its rows at once. */
export type DirectReading = {
  all(sql: string, values: QueryValues): readonly QueryRow[];
};

/** Reads a database through statements that are prepared at their first use. */
export function readingOf(db: DatabaseSync): DirectReading {
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const statement = db.prepare(sql);
    statement.setAllowUnknownNamedParameters(true);
    statements.set(sql, statement);
    return statement;
  };
  return {
    all: (sql, values) =>
      (statements.get(sql) ?? prepare(sql)).all(values) as unknown as readonly QueryRow[],
  };
}
