import { readFile, stat } from 'node:fs/promises';
import { importError, type ImportError } from './import-error.js';

/** The bytes of a file no longer than a limit, or why there are none. */
export async function readBoundedFile(
  file: string,
  bytesMax: number,
): Promise<Uint8Array | { readonly errors: readonly ImportError[] }> {
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
