import type { FreeText } from '../../domain/text.js';
import type { ChangeKind } from './change.object.js';

/** One place at which two trees differ. */
export type Difference = {
  /** JSON Pointer, RFC 6901. */
  readonly path: string;
  readonly kind: ChangeKind;
  readonly before: unknown;
  readonly after: unknown;
};

/** True for two texts that read the same. */
export type SameText = (a: FreeText, b: FreeText) => boolean;

type Branch = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** True for a free text, which is compared as a whole. */
export const isText = (value: unknown): value is FreeText =>
  isObject(value) && 'kind' in value && (value.kind === 'sealed' || value.kind === 'plain');

// Texts and lists of codes are compared as a whole.
const isBranch = (value: unknown): value is Branch =>
  isObject(value) && !isText(value) && !Array.isArray(value);

const step = (key: string): string => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;

function areSame(a: unknown, b: unknown, sameText: SameText): boolean {
  if (isText(a) && isText(b)) return sameText(a, b);
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Where two trees differ, in the order of the second; an entry added or removed is one place. */
export function differences(
  before: unknown,
  after: unknown,
  sameText: SameText,
  path = '',
): readonly Difference[] {
  if (before === after) return [];
  if (before === undefined) return [{ path, kind: 'ADDED', before, after }];
  if (after === undefined) return [{ path, kind: 'REMOVED', before, after }];
  if (isBranch(before) && isBranch(after)) {
    const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
    return [...keys].flatMap((key) =>
      differences(before[key], after[key], sameText, path + step(key)),
    );
  }
  return areSame(before, after, sameText) ? [] : [{ path, kind: 'CHANGED', before, after }];
}
