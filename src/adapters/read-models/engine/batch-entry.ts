import type { Key } from '../../../projections/projection.js';
import type { AnyRow, RowVersion } from './row-store.js';

type Version = { -readonly [Field in keyof RowVersion]: RowVersion[Field] };

/** One key as a batch sees it. */
export type BatchEntry = {
  readonly key: Key;
  /** The row that stood before the batch, read when it is first asked for. */
  readonly before: () => AnyRow | undefined;
  /** Where that row ended, or would have; undefined while the batch only read the key. */
  endedAt: number | undefined;
  readonly versions: Version[];
};

function once<T>(read: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => (result ??= { value: read() }).value;
}

/** An entry of which nothing is known yet. */
export const batchEntry = (key: Key, read: () => AnyRow | undefined): BatchEntry => ({
  key,
  before: once(read),
  endedAt: undefined,
  versions: [],
});

/** True when the batch did something to the key, whatever came of it. */
export const isWritten = ({ endedAt }: BatchEntry): boolean => endedAt !== undefined;

/** The row as the batch has left it so far. */
export function rowNow({ before, endedAt, versions }: BatchEntry): AnyRow | undefined {
  const last = versions.at(-1);
  if (last !== undefined) return last.until === undefined ? last.row : undefined;
  return endedAt === undefined ? before() : undefined;
}

/**
 * Begins a row. It ends one that began earlier and replaces one that began at the same position;
 * where no versions are kept, it replaces any.
 */
export function beginRow(
  entry: BatchEntry,
  row: AnyRow,
  since: number,
  keepsVersions: boolean,
): void {
  const last = entry.versions.at(-1);
  const stands = last !== undefined && last.until === undefined;
  if (stands && (last.since === since || !keepsVersions)) {
    last.row = row;
    return;
  }
  if (stands) last.until = since;
  entry.endedAt ??= since;
  entry.versions.push({ row, since, until: undefined });
}

/** Ends the row that stands; one that began at the same position never was. */
export function endRow(entry: BatchEntry, position: number, keepsVersions: boolean): void {
  if (rowNow(entry) === undefined) return;
  const last = entry.versions.at(-1);
  if (last === undefined) entry.endedAt = position;
  else if (last.since === position || !keepsVersions) entry.versions.pop();
  else last.until = position;
}
