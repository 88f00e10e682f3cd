import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { importError, type ImportError } from './import-error.js';
import type { ImportRequest } from './import-request.js';
import { parseMapping, type Mapping } from './mapping.js';
import { scanFile, type ScannedFile } from './scan-file.js';

/** A file with its mapping. */
export type ImportInput = {
  readonly scanned: ScannedFile;
  readonly mapping: Mapping;
  /** SHA-256 of the mapping, hexadecimal. */
  readonly mappingHash: string;
};

type Failed = { readonly errors: readonly ImportError[] };

const mappingBytesMax = 1_048_576;
const defaultBytesMax = 2_147_483_648;

/** Reads a file that is no longer than a limit, or says why it cannot. */
async function readBounded<T>(
  file: string,
  bytesMax: number,
  read: () => Promise<T>,
): Promise<T | Failed> {
  try {
    const { size } = await stat(file);
    if (size <= bytesMax) return await read();
    const sizes = { file, bytes: size, max: bytesMax };
    return { errors: [importError('file-too-large', { line: 0 }, sizes)] };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    return { errors: [importError('file-unreadable', { line: 0 }, { file, reason })] };
  }
}

/** Reads the mapping of an import and scans its file, or says what is wrong with them. */
export async function readInput(request: ImportRequest): Promise<ImportInput | Failed> {
  const { file, bytesMax = defaultBytesMax } = request;
  const json = await readBounded(request.mapping, mappingBytesMax, () =>
    readFile(request.mapping, 'utf8'),
  );
  if (typeof json !== 'string') return json;
  const mapping = parseMapping(json);
  if ('errors' in mapping) return mapping;
  const scanned = await readBounded(file, bytesMax, () => scanFile(file, mapping.file.encoding));
  if ('errors' in scanned) return scanned;
  return { scanned, mapping, mappingHash: createHash('sha256').update(json).digest('hex') };
}
