// Entry of the projector's thread: folds the log into the serving views file and announces.
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { EventLogUnavailable } from '../../../domain/event-log.js';
import { projections } from '../../../projections/projections.js';
import type { LogReader } from '../../event-log/log-reader.js';
import { openLogReader } from '../../event-log/sqlite/open-log-reader.js';
import { buildViews } from './build-views.js';
import { liveFeed } from './live-feed.js';
import { feedAll, openFeed, type FeedProgress } from './log-feed.js';
import type { FromProjector, ProjectorOptions, ToProjector } from './projector-messages.js';
import { isUsable } from './views-file.js';
import { removeOthers, serve, servingFile } from './views-folder.js';
import { tryProjectorLock, tryRebuildLock } from './views-locks.js';

const port = parentPort as MessagePort;
const { directory, logFile, pollMs } = workerData as ProjectorOptions;
const closing = new AbortController();
const { signal } = closing;
let wake = Promise.withResolvers<void>();

const send = (message: FromProjector): void => port.postMessage(message);

/** What passes by itself: a full disk, a log that is not there yet. Anything else is a bug. */
const isPassing = (error: unknown): boolean =>
  error instanceof EventLogUnavailable ||
  (error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR');

const tellBuilding = (progress: FeedProgress): void => send({ kind: 'building', ...progress });

/** The last file, when today's program made it, or a new one; none while others build. */
async function chosenFile(reader: LogReader): Promise<string | undefined> {
  using lock = tryRebuildLock(directory);
  const last = servingFile(directory);
  const isReady = last !== undefined && isUsable(last);
  if (lock === undefined) return isReady ? last : undefined;
  const build = { directory, reader, onProgress: tellBuilding, signal };
  if (!isReady) serve(directory, await buildViews(build));
  removeOthers(directory);
  return servingFile(directory);
}

/** The file to serve, up to date with the log. */
async function readyFile(reader: LogReader): Promise<string> {
  for (;;) {
    const file = await chosenFile(reader);
    if (file !== undefined) {
      using feed = openFeed(file, reader, projections);
      await feedAll(feed, reader, { onProgress: tellBuilding, signal });
      return file;
    }
    await pause(pollMs, undefined, { signal });
  }
}

/** Waits until the log may have grown, or it is time to look. */
async function woken(): Promise<void> {
  const timer = setTimeout(wake.resolve, pollMs);
  await wake.promise;
  clearTimeout(timer);
  wake = Promise.withResolvers();
}

/** Feeds until it is time to end, or something fails. */
async function feedLive(reader: LogReader): Promise<void> {
  using live = liveFeed(directory, await readyFile(reader), reader);
  send({ kind: 'serving', file: live.file(), position: live.position() });
  while (!signal.aborted) {
    const step = live.step();
    if (typeof step === 'object') send(step);
    // Messages from the main thread go between two batches.
    await (step === 'idle' ? woken() : nextTurn());
  }
}

async function attempt(): Promise<void> {
  const reader = openLogReader(logFile);
  await feedLive(reader).finally(() => reader.close());
}

/** Tries again after what passes by itself; anything else ends the thread. */
async function run(): Promise<void> {
  while (!signal.aborted) {
    try {
      await attempt();
    } catch (error) {
      if (signal.aborted) return;
      const final = !isPassing(error);
      send({ kind: 'failed', reason: error instanceof Error ? error.message : `${error}`, final });
      if (final) return;
      await woken();
    }
  }
}

async function start(): Promise<void> {
  using lock = tryProjectorLock(directory);
  if (lock === undefined)
    send({ kind: 'failed', reason: 'another process feeds these views', final: true });
  else await run();
}

port.on('message', (message: ToProjector) => {
  if (message === 'close') closing.abort();
  wake.resolve();
});
await start();
port.close();
