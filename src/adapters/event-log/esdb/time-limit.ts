import type { EventLogUnavailable } from '../../../domain/event-log.js';

/** A moment by which an answer is due. */
export type TimeLimit = {
  /** Milliseconds left, never below zero. */
  left(): number;
  /** @throws EventLogUnavailable when the moment comes before the outcome */
  hold<T>(outcome: Promise<T>): Promise<T>;
};

/** Gives so many milliseconds from now; `late` says what it means that they are over. */
export function timeLimit(ms: number, late: () => EventLogUnavailable): TimeLimit {
  const end = performance.now() + ms;
  const left = (): number => Math.max(0, end - performance.now());
  return {
    left,
    async hold(outcome) {
      const over = Promise.withResolvers<never>();
      const timer = setTimeout(() => over.reject(late()), left());
      return Promise.race([outcome, over.promise]).finally(() => clearTimeout(timer));
    },
  };
}
