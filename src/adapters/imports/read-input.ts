import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { importError, type ImportError } from './import-error.js';
import type { ImportRequest } from './import-request.js';
import { parseMapping, type Mapping } from './mapping.js';

/** A file with its mapping, and SHA-256 of each. */
export type ImportInput = {
  readonly bytes: Uint8Array;
  readonly mapping: Mapping;
  readonly fileHash: string;
  readonly mappingHash: string;
};

type Failed = { readonly errors: readonly ImportError[] };

const mappingBytesMax = 1_048_576;
const defaultBytesMax = 64 * 1_048_576;

const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** The bytes of a file no longer than a limit, or why there are none. */
async function readBounded(file: string, bytesMax: number): Promise<Uint8Array | Failed> {
  try {
    const { size } = await stat(file);
    if (size <= bytesMax) return await readFile(file);
    const sizes = { file, bytes: size, max: bytesMax };
    return { errors: [importError('file-too-large', { line: 0 }, sizes)] };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    return { errors: [importError('file-unreadable', { line: 0 }, { file, reason })] };
  }
}

/** Reads the two files of an import, or says what is wrong with them. */
export async function readInput(request: ImportRequest): Promise<ImportInput | Failed> {
  const described = await readBounded(request.mapping, mappingBytesMax);
  if ('errors' in described) return described;
  const mapping = parseMapping(new TextDecoder().decode(described));
  if ('errors' in mapping) return mapping;
  const bytes = await readBounded(request.file, request.bytesMax ?? defaultBytesMax);
  if ('errors' in bytes) return bytes;
  return { bytes, mapping, fileHash: sha256(bytes), mappingHash: sha256(described) };
}
