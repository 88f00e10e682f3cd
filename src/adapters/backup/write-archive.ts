import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { manifestName, sealName, type Manifest } from './manifest.js';
import { blockBytes, paddingOf, tarHeader } from './tar-entry.js';

const chunkBytes = 1_048_576;

/** The bytes of a file, a piece at a time; each piece is valid until the next is asked for. */
function* piecesOf(file: string): Generator<Buffer> {
  const fd = openSync(file, 'r');
  const buffer = Buffer.alloc(chunkBytes);
  try {
    for (let read = readSync(fd, buffer); read > 0; read = readSync(fd, buffer))
      yield buffer.subarray(0, read);
  } finally {
    closeSync(fd);
  }
}

function sha256Of(file: string): string {
  const hash = createHash('sha256');
  for (const piece of piecesOf(file)) hash.update(piece);
  return hash.digest('hex');
}

/** What a manifest says of files in a folder. */
export const partsIn = (folder: string, names: readonly Manifest['parts'][number]['name'][]) =>
  names.map((name) => {
    const file = join(folder, name);
    return { name, bytes: statSync(file).size, sha256: sha256Of(file) };
  });

/**
 * Writes a tar archive: the manifest, its parts, and the SHA-256 of all that stands before it.
 * It is on the disk when this returns.
 * @returns the SHA-256 of the archive, hexadecimal
 */
export function writeArchive(file: string, folder: string, manifest: Manifest): string {
  const hash = createHash('sha256');
  const fd = openSync(file, 'wx', 0o600);
  const write = (bytes: Uint8Array): void => {
    hash.update(bytes);
    for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done);
  };
  const writeEntry = (name: string, bytes: number, pieces: Iterable<Uint8Array>): void => {
    write(tarHeader(name, bytes));
    for (const piece of pieces) write(piece);
    write(Buffer.alloc(paddingOf(bytes)));
  };
  const writeText = (name: string, text: string): void =>
    writeEntry(name, Buffer.byteLength(text), [Buffer.from(text)]);
  try {
    writeText(manifestName, `${JSON.stringify(manifest, null, 2)}\n`);
    for (const { name, bytes } of manifest.parts)
      writeEntry(name, bytes, piecesOf(join(folder, name)));
    writeText(sealName, `${hash.copy().digest('hex')}\n`);
    write(Buffer.alloc(2 * blockBytes));
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  return hash.digest('hex');
}
