/** A wait that can be cut short. */
export type Alarm = {
  /** Ends the wait under way, or the next one at once. */
  ring(): void;
  wait(): Promise<void>;
};

/** Builds an alarm that rings by itself after so many milliseconds, and for good at the signal. */
export function alarm(ms: number, signal: AbortSignal): Alarm {
  let hasRung = false;
  let wake: (() => void) | undefined;
  const ring = (): void => {
    hasRung = true;
    wake?.();
  };
  signal.addEventListener('abort', ring, { once: true });
  return {
    ring,
    wait: () =>
      new Promise((resolve) => {
        const end = (): void => {
          clearTimeout(timer);
          wake = undefined;
          hasRung = signal.aborted;
          resolve();
        };
        const timer = setTimeout(end, ms);
        wake = end;
        if (hasRung || signal.aborted) end();
      }),
  };
}
