/** Those who wait until enough is counted. */
export type CountWaiters = {
  /** Resolves once it is due, at once or at a later `wake`. */
  wait(isDue: () => boolean): Promise<void>;
  /** Tells everyone for whom it is due. */
  wake(): void;
};

type Waiter = { readonly isDue: () => boolean; readonly resolve: () => void };

/** Begins with nobody waiting. */
export function countWaiters(): CountWaiters {
  const waiters = new Set<Waiter>();
  return {
    async wait(isDue) {
      if (isDue()) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      waiters.add({ isDue, resolve });
      await promise;
    },
    wake() {
      for (const waiter of waiters) {
        if (!waiter.isDue()) continue;
        waiters.delete(waiter);
        waiter.resolve();
      }
    },
  };
}
