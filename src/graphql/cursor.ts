import { createHash } from 'node:crypto';
import { z } from 'zod';
import { CodedError } from './coded-error.js';

/** Where a page ended: which list it was of, as of which position, and after which key. */
export type Cursor = {
  /** Root field. */
  readonly field: string;
  /** Fingerprint of all arguments but `first` and `after`. */
  readonly list: string;
  readonly position: number;
  readonly key: string;
};

const content = z.tuple([z.string(), z.string(), z.int().nonnegative(), z.string()]);
const charactersMax = 1000;

// Absent, undefined and null name the same list.
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, inner]) => inner != null);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]),
  );
};

/** Fingerprint of the arguments that name a list. */
export const fingerprint = (args: object): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(args)))
    .digest('base64url')
    .slice(0, 16);

/** The opaque text of a cursor. */
export const writeCursor = ({ field, list, position, key }: Cursor): string =>
  Buffer.from(JSON.stringify([field, list, position, key])).toString('base64url');

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** The cursor of a text. @throws CodedError when it is none */
export function readCursor(text: string): Cursor {
  const parsed = content.safeParse(text.length <= charactersMax ? parse(text) : undefined);
  if (!parsed.success) throw new CodedError('cursor-invalid');
  const [field, list, position, key] = parsed.data;
  return { field, list, position, key };
}
