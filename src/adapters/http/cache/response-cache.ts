import type { ReadModels } from '../../../projections/read-models.js';
import type { Answer } from './answer.js';
import { followChanges } from './changes.js';
import { torontoDay } from './toronto-day.js';

/** How many bytes all remembered answers, and one of them, may take. */
export type CacheLimits = { readonly cacheBytesMax: number; readonly cacheEntryBytesMax: number };

type Entry = {
  readonly answer: Answer;
  /** The tags it depends on, each with the version it had. */
  readonly versions: readonly (readonly [tag: string, version: number])[];
  /** The Toronto day it holds for, when it depends on the calendar. */
  readonly day: string | undefined;
  readonly bytes: number;
};

/** An answer in the making: begun before its snapshot was opened. */
export type Making = {
  /** Remembers the answer, unless what it depends on changed in the meantime. */
  remember(key: string, answer: Answer, tags: ReadonlySet<string>): void;
};

/**
 * Answers of queries, each valid while the versions of its tags stay the same. Bounded in
 * bytes; the answer not asked for the longest is dropped first.
 */
export type ResponseCache = {
  /** The remembered answer, if it still holds. */
  find(key: string): Answer | undefined;
  begin(): Making;
  /** Drops everything, and what is being made is not remembered. */
  forget(): void;
  bytes(): number;
  stop(): void;
};

// A compressed form is never larger than the body; UTF-16 keys take two bytes a character.
const bytesOf = (key: string, { body }: Answer): number => 2 * body.length + 2 * key.length + 512;
const isDay = (tag: string): boolean => tag.startsWith('day:');

function store(bytesMax: number) {
  const entries = new Map<string, Entry>();
  let bytes = 0;
  const drop = (key: string, entry: Entry): void => {
    entries.delete(key);
    bytes -= entry.bytes;
  };
  return {
    bytes: () => bytes,
    get: (key: string) => entries.get(key),
    drop,
    /** Entries are kept in the order in which they were last asked for. */
    touch(key: string, entry: Entry): void {
      entries.delete(key);
      entries.set(key, entry);
    },
    put(key: string, entry: Entry): void {
      const before = entries.get(key);
      if (before !== undefined) drop(key, before);
      entries.set(key, entry);
      bytes += entry.bytes;
      for (const [oldest, each] of entries) {
        if (bytes <= bytesMax) return;
        drop(oldest, each);
      }
    },
    clear(): void {
      entries.clear();
      bytes = 0;
    },
  };
}

/** Opens an empty cache over the views. */
export function responseCache(
  views: Pick<ReadModels, 'tagVersion' | 'onProgress'>,
  now: () => string,
  { cacheBytesMax, cacheEntryBytesMax }: CacheLimits,
): ResponseCache {
  const entries = store(cacheBytesMax);
  const changes = followChanges((listener) => views.onProgress(listener));
  const today = torontoDay(now);
  const holds = ({ versions, day }: Entry): boolean =>
    (day === undefined || day === today()) &&
    versions.every(([tag, version]) => views.tagVersion(tag) === version);
  return {
    find(key) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      if (!holds(entry)) {
        entries.drop(key, entry);
        return undefined;
      }
      entries.touch(key, entry);
      return entry.answer;
    },
    begin() {
      const start = changes.now();
      const begunOn = today();
      return {
        remember(key, answer, tags) {
          const bytes = bytesOf(key, answer);
          if (bytes > Math.min(cacheBytesMax, cacheEntryBytesMax)) return;
          if (start.changedSince(tags)) return;
          const all = [...tags];
          const day = all.some(isDay) ? begunOn : undefined;
          const versions = all
            .filter((tag) => !isDay(tag))
            .map((tag) => [tag, views.tagVersion(tag)] as const);
          entries.put(key, { answer, versions, day, bytes });
        },
      };
    },
    forget() {
      changes.all();
      entries.clear();
    },
    bytes: entries.bytes,
    stop: changes.stop,
  };
}
