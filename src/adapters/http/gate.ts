import { HttpProblem } from './http-problem.js';

/** How much may happen at once and how much may wait for it. */
export type GateLimits = {
  readonly runningMax: number;
  readonly queuedMax: number;
  readonly queuedMsMax: number;
};

/** Lets a bounded number of works run, makes a bounded number wait, refuses the rest. */
export type Gate = {
  /**
   * Runs a work in its turn.
   * @throws HttpProblem `overloaded` when the queue is full or the wait too long
   */
  pass<T>(work: () => Promise<T>): Promise<T>;
  running(): number;
  queued(): number;
};

/** Builds a gate that serves in order of arrival. */
export function gate({ runningMax, queuedMax, queuedMsMax }: GateLimits): Gate {
  const queue = new Set<() => void>();
  let running = 0;

  const turn = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const start = (): void => {
        clearTimeout(timer);
        queue.delete(start);
        resolve();
      };
      const timer = setTimeout(() => {
        queue.delete(start);
        reject(new HttpProblem('overloaded'));
      }, queuedMsMax);
      queue.add(start);
    });

  return {
    async pass(work) {
      if (running < runningMax) running += 1;
      else if (queue.size >= queuedMax) throw new HttpProblem('overloaded');
      else await turn();
      try {
        return await work();
      } finally {
        // The place passes straight to the next in line, so that nobody can jump the queue.
        const [next] = queue;
        if (next === undefined) running -= 1;
        else next();
      }
    },
    running: () => running,
    queued: () => queue.size,
  };
}
