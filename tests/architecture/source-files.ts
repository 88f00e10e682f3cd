import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder, with a trailing slash. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A file of the project; `path` is relative to the root, with forward slashes. */
export type SourceFile = { readonly path: string; readonly text: string };

const ignoredFolders = new Set([
  '.git',
  ...readFileSync(join(root, '.gitignore'), 'utf8')
    .split('\n')
    .filter((line) => line.endsWith('/'))
    .map((line) => line.slice(0, -1)),
]);

function listPaths(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return ignoredFolders.has(entry.name) ? [] : listPaths(path);
    return entry.isFile() ? [path] : [];
  });
}

/** Every text file that is or would be committed. */
export const projectFiles: readonly SourceFile[] = listPaths('')
  .filter((path) => !/\.(tsbuildinfo|xlsx|png|ico|db)$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
