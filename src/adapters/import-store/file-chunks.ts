import type { Session } from '../postgres/session.js';

type Query = Session['query'];
type Table = 'upload_chunks' | 'report_chunks';

/** Bytes of a piece. */
const chunkBytes = 262_144;

/** Writes the bytes of a file, piece by piece. */
export async function writeChunks(
  query: Query,
  table: Table,
  file: string,
  bytes: Uint8Array,
): Promise<void> {
  const insert = `INSERT INTO jalon_imports.${table} VALUES ($1, $2, $3)`;
  for (let part = 0, from = 0; from < bytes.length; part++, from += chunkBytes) {
    const { buffer, byteOffset, length } = bytes.subarray(from, from + chunkBytes);
    await query(insert, [file, part, Buffer.from(buffer, byteOffset, length)]);
  }
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
