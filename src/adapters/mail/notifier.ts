import type { Logger } from 'pino';
import { lastDue } from './last-due.js';
import type { MailCheckpoint, WaitingNotice } from './mail-ledger.js';
import type { Post, Posted } from './post.js';
import { queueDigests, queueEvents, viewsReach, type QueuePorts } from './queue-notices.js';
import { writeLetter, type LetterPorts } from './write-letter.js';

/** What the notifier works with. */
export type NotifierPorts = Omit<LetterPorts, 'readDue'> &
  QueuePorts & {
    readonly log: { head(): Promise<number> };
    readonly post: Post;
    readonly logger: Pick<Logger, 'info' | 'warn' | 'error'>;
  };

const batchMax = 50;
/** The first wait after a failure, doubled with every further one up to the longest. */
const firstWaitMs = 60_000;
const longestWaitMs = 4 * 3_600_000;
/** With these waits a notice is given up after about two days. */
const attemptsMax = 20;
const rememberedMs = 90 * 86_400_000;

const later = (now: string, milliseconds: number): string =>
  new Date(Date.parse(now) + milliseconds).toISOString();

const waitMs = (attempts: number): number =>
  Math.min(longestWaitMs, firstWaitMs * 2 ** (attempts - 1));

/** Sends one notice; a failure to write it is a failure of that notice alone. */
async function post(
  notice: WaitingNotice,
  ports: NotifierPorts & LetterPorts,
): Promise<Posted | undefined> {
  try {
    const message = await writeLetter(notice, ports);
    return message && (await ports.post.send(message));
  } catch (error) {
    ports.logger.error({ err: error, notice: notice.id }, 'a notice could not be written');
    return { outcome: 'LATER', detail: 'not written' };
  }
}

/** Notes what became of a notice. The log says which notice and why, never to whom or what. */
async function note(
  { id, attempts }: WaitingNotice,
  posted: Posted | undefined,
  { ledger, now, logger }: NotifierPorts,
): Promise<void> {
  if (posted === undefined) return ledger.settle(id, 'EMPTY', now());
  if (posted.outcome === 'SENT') return ledger.settle(id, 'SENT', now());
  const { outcome, detail } = posted;
  const tried = attempts + 1;
  const isOver = outcome === 'REFUSED' || tried >= attemptsMax;
  logger.warn({ notice: id, outcome, detail, attempts: tried, isOver }, 'a notice was not sent');
  if (isOver) return ledger.settle(id, outcome === 'REFUSED' ? 'REFUSED' : 'GIVEN_UP', now());
  return ledger.retry(id, tried, later(now(), waitMs(tried)));
}

/** Sends what waits, until nothing does or the server cannot be reached. */
async function sendWaiting(ports: NotifierPorts & LetterPorts, signal: AbortSignal): Promise<void> {
  for (;;) {
    const notices = await ports.ledger.waiting(ports.now(), batchMax);
    if (notices.length === 0) return;
    for (const notice of notices) {
      if (signal.aborted) return;
      const posted = await post(notice, ports);
      await note(notice, posted, ports);
      if (posted?.outcome === 'UNREACHABLE') return;
    }
  }
}

/**
 * Where following begins. A checkpoint beyond the end of the log is of one that had more, as after
 * a restore: it goes back to the end, so that what is recorded from now on is told, and no more.
 */
async function beginFollowing({ ledger, log }: NotifierPorts): Promise<MailCheckpoint> {
  const head = await log.head();
  const checkpoint = await ledger.begin(head);
  if (checkpoint.position <= head) return checkpoint;
  await ledger.queue([], { position: head });
  return { ...checkpoint, position: head };
}

/**
 * Follows the log and writes to people, in rounds. A notice is sent at least once: what was sent
 * when the program ended and not yet noted goes again, under the same Message-ID. The first round
 * of all begins at the end of the log, so that nobody is written to about what is long past.
 */
export function notifier(given: NotifierPorts): (signal: AbortSignal) => Promise<void> {
  const ports = { ...given, readDue: lastDue() };
  const { ledger, now } = ports;
  let checkpoint: MailCheckpoint | undefined;
  return async (signal) => {
    checkpoint ??= await beginFollowing(ports);
    if (!(await viewsReach(ports, checkpoint.position))) return;
    const position = await queueEvents(ports, checkpoint.position);
    checkpoint = { ...checkpoint, position };
    const digestDay = await queueDigests(ports, checkpoint.digestDay);
    if (digestDay !== checkpoint.digestDay) await ledger.forget(later(now(), -rememberedMs));
    checkpoint = { position, digestDay };
    await sendWaiting(ports, signal);
  };
}
