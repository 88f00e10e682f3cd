import type { ReadModels } from '../../../projections/read-models.js';
import type { Answer } from './answer.js';
import { boundedStore } from './bounded-store.js';
import { followChanges } from './changes.js';
import { dependenciesOf, holds, type Dependencies } from './dependencies.js';
import { torontoDay } from './toronto-day.js';

/** How many bytes all remembered answers, and one of them, may take. */
export type CacheLimits = { readonly cacheBytesMax: number; readonly cacheEntryBytesMax: number };

type Entry = Dependencies & { readonly answer: Answer; readonly bytes: number };

/** An answer in the making: begun before its snapshot was opened. */
export type Making = {
  /** Remembers the answer, unless what it depends on changed in the meantime. */
  remember(key: string, answer: Answer, tags: ReadonlySet<string>): void;
};

/** Answers of queries, each valid while the versions of its tags stay the same. */
export type ResponseCache = {
  /** The remembered answer, if it still holds. */
  find(key: string): Answer | undefined;
  begin(): Making;
  /** Drops everything; what is being made is not remembered. */
  forget(): void;
  bytes(): number;
  stop(): void;
};

// A compressed form is smaller than the body; a character of a key takes two bytes at most.
const bytesOf = (key: string, { body }: Answer): number => 2 * body.length + 2 * key.length + 512;

/** Opens an empty cache over the views. */
export function responseCache(
  views: Pick<ReadModels, 'tagVersion' | 'onProgress'>,
  now: () => string,
  { cacheBytesMax, cacheEntryBytesMax }: CacheLimits,
): ResponseCache {
  const entries = boundedStore<Entry>(cacheBytesMax);
  const entryBytesMax = Math.min(cacheBytesMax, cacheEntryBytesMax);
  const changes = followChanges((listener) => views.onProgress(listener));
  const today = torontoDay(now);
  const begin = (): Making => {
    const start = changes.now();
    const day = today();
    return {
      remember(key, answer, tags) {
        const bytes = bytesOf(key, answer);
        if (bytes > entryBytesMax || start.changedSince(tags)) return;
        entries.put(key, { answer, bytes, ...dependenciesOf(views, tags, day) });
      },
    };
  };
  return {
    find(key) {
      const entry = entries.get(key);
      if (entry === undefined || holds(views, entry, today)) return entry?.answer;
      entries.delete(key);
      return undefined;
    },
    begin,
    forget() {
      changes.all();
      entries.clear();
    },
    bytes: entries.bytes,
    stop: changes.stop,
  };
}
