import type { Session } from '../postgres/session.js';
import type { Chunks } from './import-store.js';
import { inPieces } from './in-pieces.js';

type Query = Session['query'];
type Table = 'upload_chunks' | 'report_chunks';

/** Writes the bytes of a file, piece by piece, and tells how many they were. */
export async function writeChunks(
  query: Query,
  table: Table,
  file: string,
  chunks: Chunks,
): Promise<number> {
  // A statement whose answer was lost is sent again.
  const insert = `INSERT INTO jalon_imports.${table} VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`;
  let part = 0;
  let length = 0;
  for await (const piece of inPieces(chunks)) {
    await query(insert, [file, part, piece]);
    part += 1;
    length += piece.length;
  }
  return length;
}

/** Reads the bytes of a file, piece by piece. */
export async function* readChunks(
  query: Query,
  table: Table,
  file: string,
): AsyncGenerator<Uint8Array> {
  const select = `SELECT encode(bytes, 'base64') AS bytes FROM jalon_imports.${table}
    WHERE file = $1 AND part = $2`;
  for (let part = 0; ; part++) {
    const { rows } = await query(select, [file, part]);
    if (rows[0] === undefined) return;
    yield Buffer.from(rows[0].bytes as string, 'base64');
  }
}
