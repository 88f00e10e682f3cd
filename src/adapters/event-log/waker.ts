/** Called, each of them, when the log may have grown or has closed. */
export type Listeners = Set<() => void>;

/** What one subscriber waits with. */
export type Waker = {
  /** Resolves at the next change after the call, and when the subscription ends. */
  changed(): Promise<void>;
  hasEnded(): boolean;
  end(): void;
};

/** Listens to a log until it is ended, by a call or by the signal. */
export function waker(listeners: Listeners, signal?: AbortSignal): Waker {
  let ended = false;
  let change = Promise.withResolvers<void>();
  const wake = (): void => {
    change.resolve();
    change = Promise.withResolvers();
  };
  const end = (): void => {
    ended = true;
    listeners.delete(wake);
    signal?.removeEventListener('abort', end);
    wake();
  };
  listeners.add(wake);
  signal?.addEventListener('abort', end, { once: true });
  if (signal?.aborted) end();
  return { changed: () => change.promise, hasEnded: () => ended, end };
}
