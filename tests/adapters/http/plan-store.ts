import type { ViewsProgress } from '../../../src/adapters/http/api.js';
import { progressBoard } from '../../../src/adapters/read-models/progress-board.js';

/** Plans by id as the views hold them, written and announced in two steps as by a projector. */
export type PlanStore = {
  readonly views: ViewsProgress;
  /** Lets the projector fail. */
  fail(error: Error): void;
  /** Commits a title. Snapshots see it at once, but nobody has heard of it. */
  commit(id: string, title: string): number;
  /** Says that everything committed is there. */
  announce(): void;
  /** Commits and announces. */
  write(id: string, title: string): number;
  /** What the views hold now. */
  snapshot(): { readonly position: number; readonly titles: ReadonlyMap<string, string> };
};

/** Opens a store with one plan. */
export function planStore(): PlanStore {
  const board = progressBoard(0);
  const titles = new Map<string, string>();
  let position = 0;
  let unannounced: string[] = [];
  const store: PlanStore = {
    views: board.reports,
    fail: (error) => board.fail(error, false),
    commit(id, title) {
      titles.set(id, title);
      unannounced.push(`plan:${id}`);
      return (position += 1);
    },
    announce() {
      board.announce({ position, tags: unannounced });
      unannounced = [];
    },
    write(id, title) {
      const at = store.commit(id, title);
      store.announce();
      return at;
    },
    snapshot: () => ({ position, titles: new Map(titles) }),
  };
  store.write('kenora', 'Kenora');
  return store;
}
