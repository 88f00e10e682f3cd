import { setTimeout as pause } from 'node:timers/promises';
import type { AnyTable } from '../../../projections/projection.js';
import { isRetriable } from '../../postgres/database-failures.js';
import type { Session } from '../../postgres/session.js';
import {
  PositionMoved,
  type FoldedBatch,
  type RemoteRowStore,
} from '../engine/remote-row-store.js';
import { rowCodec } from '../rows/row-codec.js';
import { channel, payloadsOf } from './announcement.js';
import { tableStatements, type BatchStatement, type TableStatements } from './table-statements.js';

const advance = `UPDATE checkpoint SET position = $2 WHERE position = $1 AND NOT retired`;
const announce = `SELECT pg_notify('${channel}', payload)
  FROM json_array_elements_text($1) AS payload`;

/** Transactions that met another one are tried this often, after a rest that grows. */
const attempts = 5;
const restMs = 20;

type Query = Session['query'];

const send = (query: Query, { text, records }: BatchStatement) =>
  query(text, [JSON.stringify(records)]);

async function inAttempts(task: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++)
    try {
      return await task();
    } catch (error) {
      if (!isRetriable(error) || attempt === attempts) throw error;
      await pause(restMs * 2 ** attempt);
    }
}

/**
 * The rows of some tables in one schema of views, for the session that writes them. A batch is
 * one transaction: at most two statements a table, then the position, which moves only from where
 * it is expected, and the news for every node.
 */
export function postgresRowStore(
  session: Session,
  schema: string,
  tables: readonly AnyTable[],
): RemoteRowStore {
  const statements = new Map(tables.map((table) => [table.name, tableStatements(table)]));
  const of = ({ name }: AnyTable): TableStatements => {
    const known = statements.get(name);
    if (known === undefined) throw new Error(`${name} belongs to views of another group`);
    return known;
  };
  const store = async (query: Query, { writes, from, to, tags }: FoldedBatch): Promise<void> => {
    for (const { table, writes: ofTable } of writes)
      for (const statement of of(table).write(ofTable)) await send(query, statement);
    const { rowCount } = await query(advance, [from, to]);
    if (rowCount !== 1) throw new PositionMoved(`the views are no longer at position ${from}`);
    await query(announce, [JSON.stringify(payloadsOf({ schema, from, to, tags }))]);
  };
  return {
    async position() {
      const { rows } = await session.query('SELECT position FROM checkpoint');
      return rows[0]?.position as number;
    },
    async fetch({ table, keys, prefixes }) {
      const { decode } = rowCodec(table);
      const lengths = Map.groupBy([...keys, ...prefixes], ({ length }) => length);
      const found = [];
      for (const beginnings of lengths.values())
        found.push(...(await send(session.query, of(table).fetch(beginnings))).rows);
      return { table, rows: found.map(decode) };
    },
    flush: (batch) => inAttempts(() => session.transaction((query) => store(query, batch))),
  };
}
