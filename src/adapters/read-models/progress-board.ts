import type { Progress, ReadModels } from '../../projections/read-models.js';

/** How far the views are, which tags changed where, and who waits for it. */
export type ProgressBoard = Pick<
  ReadModels,
  'position' | 'tagVersion' | 'reached' | 'onProgress' | 'failure'
> & {
  announce(progress: Progress): void;
  /** Other views are served from here on: every tag counts as touched. */
  replaced(position: number): void;
  /** The projector stands still; when that is final, nobody need wait for it any more. */
  fail(error: Error, final: boolean): void;
  /** Ends every wait. */
  close(): void;
};

/** More tags than this are forgotten together, which only makes caches ask once more. */
const maxTags = 200_000;

type Waiter = { readonly position: number; readonly answer: (reached: boolean) => void };

/** Builds the board, with the views at a position. */
export function progressBoard(start: number): ProgressBoard {
  let position = start;
  let floor = 0;
  let failure: Error | undefined;
  let ended = false;
  const versions = new Map<string, number>();
  const waiters = new Set<Waiter>();
  const listeners = new Set<(progress: Progress) => void>();

  const settle = (): void => {
    for (const waiter of waiters)
      if (ended || waiter.position <= position) waiter.answer(waiter.position <= position);
  };
  const tell = (progress: Progress): void => {
    position = progress.position;
    failure = undefined;
    for (const tag of progress.tags) versions.set(tag, position);
    if (versions.size > maxTags) {
      versions.clear();
      floor = position;
    }
    settle();
    for (const listener of listeners) listener(progress);
  };

  return {
    position: () => position,
    failure: () => failure,
    tagVersion: (tag) => Math.max(floor, versions.get(tag) ?? 0),
    reached: (wanted, timeoutMs) =>
      new Promise((resolve) => {
        if (wanted <= position || ended) return resolve(wanted <= position);
        const answer = (reached: boolean): void => {
          clearTimeout(timer);
          waiters.delete(waiter);
          resolve(reached);
        };
        const timer = setTimeout(answer, timeoutMs, false);
        const waiter = { position: wanted, answer };
        waiters.add(waiter);
      }),
    onProgress(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    announce: tell,
    replaced(at) {
      floor = at;
      tell({ position: at, tags: [] });
    },
    fail(error, final) {
      failure = error;
      ended ||= final;
      settle();
    },
    close() {
      ended = true;
      settle();
    },
  };
}
