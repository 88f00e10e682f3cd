import { EventLogUnavailable } from '../../../domain/event-log.js';

/** A moment by which an answer is due. */
export type TimeLimit = {
  /** Milliseconds left, never below zero. */
  left(): number;
  /** @throws EventLogUnavailable when the moment comes before the outcome */
  hold<T>(outcome: Promise<T>): Promise<T>;
};

/** Gives so many milliseconds from now; `what` says what did not happen in time. */
export function timeLimit(ms: number, what: () => string): TimeLimit {
  const end = performance.now() + ms;
  const left = (): number => Math.max(0, end - performance.now());
  return {
    left,
    async hold(outcome) {
      const late = Promise.withResolvers<never>();
      const timer = setTimeout(() => late.reject(new EventLogUnavailable(what())), left());
      return Promise.race([outcome, late.promise]).finally(() => clearTimeout(timer));
    },
  };
}
