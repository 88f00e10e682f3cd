import { setTimeout as pause } from 'node:timers/promises';

/** Pauses that grow while something fails and begin short again once it works. */
export type BackOff = {
  /** Waits; ends early, without a word, when the signal aborts. */
  pause(): Promise<void>;
  reset(): void;
};

const firstMs = 20;
const msMax = 2_000;

/** Between half of a pause and all of it, so that many who were cut off do not return as one. */
export function backOff(signal: AbortSignal): BackOff {
  let failures = 0;
  return {
    async pause() {
      const ms = Math.min(msMax, firstMs * 2 ** failures++) * (0.5 + Math.random() / 2);
      await pause(ms, undefined, { signal }).catch(() => undefined);
    },
    reset() {
      failures = 0;
    },
  };
}
