import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { BackupProblem } from './backup-problem.js';
import { manifest as manifestShape, manifestName, sealName, type Manifest } from './manifest.js';
import { blockBytes, paddingOf, tarHeader } from './tar-entry.js';

const chunkBytes = 1_048_576;
const manifestBytesMax = 65_536;

/** Reads on and on from a file that must not end too early. */
type Source = {
  take(bytes: number): Buffer;
  /** SHA-256 of all that was taken, hexadecimal. */
  digest(): string;
  atEnd(): boolean;
};

function sourceOf(fd: number, file: string): Source {
  const hash = createHash('sha256');
  return {
    take(bytes) {
      const buffer = Buffer.alloc(bytes);
      for (let done = 0; done < bytes;) {
        const read = readSync(fd, buffer, done, bytes - done, null);
        if (read === 0) throw new BackupProblem('file-changed', file);
        done += read;
      }
      hash.update(buffer);
      return buffer;
    },
    digest: () => hash.copy().digest('hex'),
    atEnd: () => readSync(fd, Buffer.alloc(1)) === 0,
  };
}

function readManifest({ take }: Source, file: string): Manifest {
  const header = take(blockBytes);
  const bytes = Number.parseInt(header.toString('latin1', 124, 135), 8);
  const isOurs = bytes <= manifestBytesMax && header.equals(tarHeader(manifestName, bytes));
  if (!isOurs) throw new BackupProblem('not-a-backup', file);
  const text = take(bytes).toString();
  take(paddingOf(bytes));
  try {
    return manifestShape.parse(JSON.parse(text));
  } catch {
    throw new BackupProblem('not-a-backup', file);
  }
}

function readPart(
  { take }: Source,
  { name, bytes, sha256 }: Manifest['parts'][number],
  folder: string,
): void {
  if (!take(blockBytes).equals(tarHeader(name, bytes)))
    throw new BackupProblem('part-changed', name);
  const hash = createHash('sha256');
  const fd = openSync(join(folder, name), 'wx', 0o600);
  try {
    for (let left = bytes; left > 0; left -= Math.min(left, chunkBytes)) {
      const piece = take(Math.min(left, chunkBytes));
      hash.update(piece);
      for (let done = 0; done < piece.length;) done += writeSync(fd, piece, done);
    }
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  take(paddingOf(bytes));
  if (hash.digest('hex') !== sha256) throw new BackupProblem('part-changed', name);
}

/**
 * Takes an archive apart into a folder. What is returned was compared with its manifest.
 * @throws BackupProblem when it is no backup, is cut short, or was changed
 */
export function readArchive(file: string, folder: string): Manifest {
  const fd = openSync(file, 'r');
  try {
    const source = sourceOf(fd, file);
    const found = readManifest(source, file);
    for (const part of found.parts) readPart(source, part, folder);
    const seal = Buffer.from(`${source.digest()}\n`);
    const end = Buffer.concat([
      tarHeader(sealName, seal.length),
      seal,
      Buffer.alloc(paddingOf(seal.length) + 2 * blockBytes),
    ]);
    if (!source.take(end.length).equals(end) || !source.atEnd())
      throw new BackupProblem('file-changed', file);
    return found;
  } finally {
    closeSync(fd);
  }
}
