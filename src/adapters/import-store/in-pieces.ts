import type { Chunks } from './import-store.js';

/** Bytes of a piece. */
const pieceBytes = 262_144;

/** Cuts what comes in whatever lengths into pieces of one length; the last may be shorter. */
export async function* inPieces(chunks: Chunks): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks)
    for (let from = 0; from < chunk.length;) {
      const part = chunk.subarray(from, from + pieceBytes - length);
      parts.push(part);
      length += part.length;
      from += part.length;
      if (length < pieceBytes) continue;
      yield Buffer.concat(parts, length);
      parts = [];
      length = 0;
    }
  if (length > 0) yield Buffer.concat(parts, length);
}
