import { setTimeout as pause } from 'node:timers/promises';
import type { ReadModels } from '../../projections/read-models.js';
import { notifier, type NotifierPorts } from './notifier.js';

/** A round begins when there is news, and otherwise so often, for retries and digests. */
const everyMs = 60_000;
/** News that comes in a stream is taken together. */
const gatherMs = 1_000;

/**
 * Runs the notifier until the signal aborts. A round that fails is begun again at the next news.
 */
export async function runNotifier(
  ports: NotifierPorts & { readonly readModels: Pick<ReadModels, 'onProgress'> },
  signal: AbortSignal,
): Promise<void> {
  const round = notifier(ports);
  let news = new AbortController();
  const stop = ports.readModels.onProgress(() => news.abort());
  const rest = (ms: number, until: AbortSignal) =>
    pause(ms, undefined, { signal: until }).catch(() => undefined);
  while (!signal.aborted) {
    news = new AbortController();
    try {
      await round(signal);
    } catch (error) {
      if (!signal.aborted) ports.logger.error({ err: error }, 'a round of mail failed');
    }
    await rest(everyMs, AbortSignal.any([signal, news.signal]));
    await rest(gatherMs, signal);
  }
  stop();
}
