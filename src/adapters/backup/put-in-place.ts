import { closeSync, fsyncSync, linkSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Gives a finished file its name, in the same file system, overwriting nothing: whoever sees
 * the name sees the whole file, also after a power cut.
 * @returns false when something of that name is there
 */
export function putInPlace(made: string, file: string): boolean {
  try {
    linkSync(made, file);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
    return false;
  }
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
  return true;
}
