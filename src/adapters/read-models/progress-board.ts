import type { Progress, ReadModels } from '../../projections/read-models.js';
import { positionWaiters } from './position-waiters.js';
import { tagVersions } from './tag-versions.js';

/** How far the views are, which tags changed where, and who waits for it. */
export type ProgressBoard = {
  /** What readers may ask. */
  readonly reports: Pick<
    ReadModels,
    'position' | 'tagVersion' | 'reached' | 'onProgress' | 'failure'
  >;
  announce(progress: Progress): void;
  /** Other views are served from here on: every tag counts as touched. */
  replaced(position: number): void;
  /** The projector stands still; when that is final, nobody need wait for it any more. */
  fail(error: Error, final: boolean): void;
  /** What failed, and might pass, has passed. */
  recovered(): void;
  /** Ends every wait. */
  close(): void;
};

/** Builds the board, with the views at a position. */
export function progressBoard(start: number): ProgressBoard {
  const waiters = positionWaiters(start);
  const tags = tagVersions();
  const listeners = new Set<(progress: Progress) => void>();
  let position = start;
  let failure: Error | undefined;

  const tell = (progress: Progress): void => {
    position = progress.position;
    failure = undefined;
    waiters.reach(position);
    for (const listener of listeners) listener(progress);
  };
  return {
    reports: {
      position: () => position,
      failure: () => failure,
      tagVersion: tags.of,
      reached: waiters.wait,
      onProgress(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    announce(progress) {
      tags.touch(progress.tags, progress.position);
      tell(progress);
    },
    replaced(at) {
      tags.touchAll(at);
      tell({ position: at, tags: [], replaced: true });
    },
    fail(error, final) {
      failure = error;
      if (final) waiters.end();
    },
    recovered: () => void (failure = undefined),
    close: waiters.end,
  };
}
