import type { StoredEvent } from '../../../domain/event.js';
import type { AnyTable, Change, Key, Views } from '../../../projections/projection.js';
import {
  keyOfRow,
  keyText,
  startsWith,
  type AnyRow,
  type KeyWrite,
  type RowStore,
  type TableWrites,
} from './row-store.js';

/** Events of a stream up to a position, in the current versions. */
export type History = (stream: string, position: number) => readonly StoredEvent[];

type Version = { row: AnyRow; readonly since: number; until: number | undefined };

/** One key as the batch sees it. What stood before is read when it is first asked for. */
type Entry = {
  readonly key: Key;
  readonly before: () => AnyRow | undefined;
  endedAt: number | undefined;
  readonly versions: Version[];
};

/** What was done to the views in one batch, besides the views themselves. */
export type BatchViews = {
  readonly views: Views;
  readonly tags: ReadonlySet<string>;
  writes(): readonly TableWrites[];
};

const isWritten = ({ endedAt }: Entry): boolean => endedAt !== undefined;

function current({ before, endedAt, versions }: Entry): AnyRow | undefined {
  const last = versions.at(-1);
  if (last !== undefined) return last.until === undefined ? last.row : undefined;
  return endedAt === undefined ? before() : undefined;
}

function once<T>(read: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => (result ??= { value: read() }).value;
}

/** A row replaces one that began at the same position, and ends one that began earlier. */
function begin(entry: Entry, row: AnyRow, since: number, keepsVersions: boolean): void {
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

function end(entry: Entry, position: number, keepsVersions: boolean): void {
  const last = entry.versions.at(-1);
  if (last === undefined) entry.endedAt ??= position;
  else if (last.since === position || !keepsVersions) entry.versions.pop();
  else last.until ??= position;
}

// Of an unversioned row nobody asks whether it is new, so it is not read for that.
const writeOf = ({ versioned }: AnyTable, { key, before, endedAt, versions }: Entry): KeyWrite => ({
  key,
  endedAt: versioned && before() === undefined ? undefined : endedAt,
  versions,
});

/** Opens a batch over a store: rows as they are there, overlaid with what the batch writes. */
export function batchViews(store: RowStore, history: History): BatchViews {
  const overlay = new Map<AnyTable, Map<string, Entry>>();
  const tags = new Set<string>();

  const entriesOf = (table: AnyTable): Map<string, Entry> => {
    const known = overlay.get(table);
    if (known !== undefined) return known;
    const entries = new Map<string, Entry>();
    overlay.set(table, entries);
    return entries;
  };
  const entryOf = (table: AnyTable, key: Key): Entry => {
    const entries = entriesOf(table);
    const text = keyText(key);
    const known = entries.get(text);
    if (known !== undefined) return known;
    const before = once(() => store.get(table, key));
    const entry = { key, before, endedAt: undefined, versions: [] };
    entries.set(text, entry);
    return entry;
  };
  const scan = (table: AnyTable, prefix: Key): readonly AnyRow[] => {
    const written = [...entriesOf(table).values()].filter(
      (entry) => isWritten(entry) && startsWith(entry.key, prefix),
    );
    const overlaid = new Set(written.map(({ key }) => keyText(key)));
    const stored = store.scan(table, prefix);
    return [
      ...stored.filter((row) => !overlaid.has(keyText(keyOfRow(table, row)))),
      ...written.map(current).filter((row) => row !== undefined),
    ];
  };
  const changes = (table: AnyTable): readonly Change<AnyRow>[] =>
    [...entriesOf(table).values()]
      .filter(isWritten)
      .map((entry) => ({ before: entry.before(), after: current(entry) }))
      .filter(({ before, after }) => before !== undefined || after !== undefined);
  const writes = (): readonly TableWrites[] =>
    [...overlay].map(([table, entries]) => ({
      table,
      writes: [...entries.values()].filter(isWritten).map((entry) => writeOf(table, entry)),
    }));

  const views = {
    get: (table: AnyTable, key: Key) => current(entryOf(table, key)),
    scan,
    put: (table: AnyTable, row: AnyRow, position: number) =>
      begin(entryOf(table, keyOfRow(table, row)), row, position, table.versioned),
    remove: (table: AnyTable, key: Key, position: number) => {
      const entry = entryOf(table, key);
      if (current(entry) !== undefined) end(entry, position, table.versioned);
    },
    changes,
    history,
    touch: (tag: string) => void tags.add(tag),
  };
  return { views: views as Views, tags, writes };
}
