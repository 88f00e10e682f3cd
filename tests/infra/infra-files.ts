import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { root } from '../architecture/source-files.js';

/** The text of a file under `infra/`. */
export const infraText = (path: string): string => readFileSync(join(root, 'infra', path), 'utf8');

/** Every document of a YAML text, merge keys resolved. @throws Error when it is no YAML */
export const documentsOf = <T>(text: string): readonly T[] =>
  parseAllDocuments(text, { merge: true, version: '1.2' }).map((document) => {
    if (document.errors.length > 0) throw new Error(document.errors.join('\n'));
    return document.toJS() as T;
  });

/** The one document of a file under `infra/`. */
export const infraDocument = <T>(path: string): T => documentsOf<T>(infraText(path))[0] as T;

/** A copy of a document with a mistake planted in it. */
export function withMistake<T>(document: T, plant: (copy: T) => void): T {
  const copy = structuredClone(document);
  plant(copy);
  return copy;
}

/** True for an image of a fixed version: a tag with a digit, never `latest`. */
export const isPinned = (image: string | undefined): boolean =>
  /^[\w./-]+:v?\d+(\.\d+)+(-[\w.-]+)?(@sha256:[0-9a-f]{64})?$/.test(image ?? '');
