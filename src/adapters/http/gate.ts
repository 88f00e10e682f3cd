import { setTimeout as pause } from 'node:timers/promises';
import { HttpProblem } from './http-problem.js';
import { turns } from './turns.js';

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

/** One for all: a trace of each refusal would cost more than the refusal. */
const overloaded = new HttpProblem('overloaded');
/**
 * A refusal takes this long: a crowd that asks again at once would otherwise keep the server
 * busy with refusing, and new connections waiting. It is what Retry-After asks for.
 */
const refusalMs = 1_000;

/** Those who wait, in order of arrival; each is told to start, or has waited too long. */
function waitingRoom(waitMsMax: number) {
  const waiting = new Set<() => void>();
  return {
    size: () => waiting.size,
    startFirst: (): void => waiting.values().next().value?.(),
    wait: (): Promise<void> =>
      new Promise((resolve, reject) => {
        const start = (): void => {
          clearTimeout(timer);
          waiting.delete(start);
          resolve();
        };
        const timer = setTimeout(() => {
          waiting.delete(start);
          reject(overloaded);
        }, waitMsMax);
        waiting.add(start);
      }),
  };
}

/** Builds a gate that serves in order of arrival. */
export function gate({ runningMax, queuedMax, queuedMsMax }: GateLimits): Gate {
  const queue = waitingRoom(queuedMsMax);
  let running = 0;
  const startNext = (): void => {
    if (queue.size() === 0 || running >= runningMax) return;
    running += 1;
    queue.startFirst();
    if (queue.size() > 0) turn.comeAgain();
  };
  const turn = turns(queue.size, startNext);
  return {
    async pass(work) {
      const free = runningMax - running;
      if (queue.size() >= queuedMax + free) {
        await pause(refusalMs);
        throw overloaded;
      }
      turn.comeAgain();
      await queue.wait();
      try {
        return await work();
      } finally {
        running -= 1;
        if (turn.isOn()) startNext();
        else turn.comeAgain();
      }
    },
    running: () => running,
    queued: queue.size,
  };
}
