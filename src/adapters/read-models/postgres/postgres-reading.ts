import type { ClientBase } from 'pg';
import { ReadModelsUnavailable } from '../../../projections/read-models.js';
import { isLost, isRetriable, isTimeout, isUndefined } from '../../postgres/database-failures.js';
import { soughtText } from '../../postgres/sought-text.js';
import type { QueryRow, QueryValues, Reading } from '../snapshot/reading.js';
import { translateSql, type TranslatedSql } from './translate-sql.js';

/** A reading of one connection, which it uses for one query at a time. */
export type PostgresReading = Reading & {
  /** Resolves once every query so far is answered; false when one failed. */
  settled(): Promise<boolean>;
};

type Prepared = TranslatedSql & { readonly name: string };

// The texts of queries are few and known to the program, so none is ever forgotten.
const prepared = new Map<string, Prepared>();

function prepare(sql: string): Prepared {
  const known = prepared.get(sql) ?? { ...translateSql(sql), name: `jalon_${prepared.size}` };
  prepared.set(sql, known);
  return known;
}

const valueOf = (value: QueryValues[string] | undefined): QueryValues[string] =>
  typeof value === 'string' ? soughtText(value) : (value ?? null);

/** What a failed query means to its reader. */
export function asUnavailable(cause: unknown): unknown {
  if (isTimeout(cause)) return new ReadModelsUnavailable('The views took too long.', { cause });
  if (isRetriable(cause) || isUndefined(cause))
    return new ReadModelsUnavailable('The views were replaced meanwhile.', { cause });
  if (isLost(cause)) return new ReadModelsUnavailable('The views cannot be reached.', { cause });
  return cause;
}

/** Reads over a connection with an open transaction, which answers nothing after a failure. */
export function postgresReading(client: ClientBase): PostgresReading {
  let last: Promise<unknown> = Promise.resolve();
  let failure: unknown;
  return {
    all(sql, values) {
      const { name, text, names } = prepare(sql);
      const run = async (): Promise<readonly QueryRow[]> => {
        if (failure !== undefined) throw failure;
        try {
          const given = names.map((each) => valueOf(values[each]));
          return (await client.query<QueryRow>({ name, text, values: given })).rows;
        } catch (error) {
          failure = asUnavailable(error);
          throw failure;
        }
      };
      const mine = last.then(run, run);
      last = mine;
      return mine;
    },
    settled: () =>
      last.then(
        () => true,
        () => false,
      ),
  };
}
