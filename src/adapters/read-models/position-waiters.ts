/** Those who wait for a position. */
export type PositionWaiters = {
  /** True once the position is reached; false when the time is up, or the wait is over, first. */
  wait(position: number, timeoutMs: number): Promise<boolean>;
  /** Answers everyone who waits for at most this position. */
  reach(position: number): void;
  /** Tells everyone, then and from then on, that no further position is reached. */
  end(): void;
};

type Waiter = { readonly position: number; readonly answer: (reached: boolean) => void };

/** Waits from a position on. */
export function positionWaiters(start: number): PositionWaiters {
  const waiters = new Set<Waiter>();
  let reached = start;
  let ended = false;
  const answerDue = (): void => {
    for (const { position, answer } of waiters)
      if (ended || position <= reached) answer(position <= reached);
  };
  return {
    wait(position, timeoutMs) {
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const answer = (isReached: boolean): void => {
        clearTimeout(timer);
        waiters.delete(waiter);
        resolve(isReached);
      };
      const timer = setTimeout(answer, timeoutMs, false);
      const waiter = { position, answer };
      waiters.add(waiter);
      answerDue();
      return promise;
    },
    reach(position) {
      reached = position;
      answerDue();
    },
    end() {
      ended = true;
      answerDue();
    },
  };
}
