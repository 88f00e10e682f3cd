import type { Progress } from '../../../projections/read-models.js';

type Change = { readonly tags: readonly string[] | 'all'; next?: Change };

/** A moment among the changes of the views. */
export type Moment = {
  /** True when one of the tags changed since the moment. */
  changedSince(tags: ReadonlySet<string>): boolean;
};

/**
 * The changes of the views as a chain that nobody holds but those who wait for its
 * continuation: what no moment looks back to is collected as garbage.
 */
export type Changes = {
  now(): Moment;
  /** Everything may have changed. */
  all(): void;
  stop(): void;
};

const concerns = (change: Change, tags: ReadonlySet<string>): boolean =>
  change.tags === 'all' || change.tags.some((tag) => tags.has(tag));

/** Follows the progress of the views. */
export function followChanges(
  onProgress: (listener: (progress: Progress) => void) => () => void,
): Changes {
  let last: Change = { tags: [] };
  const add = (tags: Change['tags']): void => {
    last.next = { tags };
    last = last.next;
  };
  const stop = onProgress(({ tags }) => add(tags));
  return {
    now() {
      const start = last;
      return {
        changedSince(tags) {
          for (let change = start.next; change !== undefined; change = change.next)
            if (concerns(change, tags)) return true;
          return false;
        },
      };
    },
    all: () => add('all'),
    stop,
  };
}
