import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { openPost } from '../adapters/mail/post.js';
import { postgresMailLedger } from '../adapters/mail/postgres-mail-ledger.js';
import { runNotifier } from '../adapters/mail/run-notifier.js';
import { sqliteMailLedger } from '../adapters/mail/sqlite-mail-ledger.js';
import type { MailLedger } from '../adapters/mail/mail-ledger.js';
import { tryLock } from '../adapters/postgres/advisory-lock.js';
import { endWhenSilent } from '../adapters/postgres/end-when-silent.js';
import { keepSession } from '../adapters/postgres/keep-session.js';
import type { Session } from '../adapters/postgres/session.js';
import type { CommitmentRules } from '../domain/commitment/standing.js';
import type { StatutoryRules } from '../domain/plan/rules.js';
import type { ReadModels } from '../projections/read-models.js';
import type { Configuration } from './configuration.js';
import { databaseOf } from './database-of.js';
import type { Desk, Folders } from './open-desk.js';

/** Mail under way. */
export type Mail = { stop(): Promise<void> };

/** What mail is written from and kept in. */
export type MailParts = {
  readonly desk: Desk;
  readonly views: ReadModels;
  readonly folders: Pick<Folders, 'mail'>;
  readonly rules: StatutoryRules & CommitmentRules;
};

const patienceMs = 20_000;
/** A session that says nothing for so long has its node frozen: another takes over. */
const silentSecondsMax = 300;

/** Waits until this session holds the lock of the one node that writes to people. */
async function elected(session: Session, takeoverMs: number, signal: AbortSignal): Promise<void> {
  while (!(await tryLock(session, 'mail'))) await pause(takeoverMs, undefined, { signal });
}

/** Runs a task with the ledger that goes with the read models. */
function withLedger(
  configuration: Configuration,
  { mail }: MailParts['folders'],
  signal: AbortSignal,
  logger: Logger,
  task: (ledger: MailLedger, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  if (configuration.readModels === 'postgres')
    return keepSession(
      databaseOf(configuration),
      signal,
      async (session, end) => {
        using _ = await endWhenSilent(session, silentSecondsMax);
        await elected(session, configuration.takeoverMs, end);
        await task(await postgresMailLedger(session), end);
      },
      (error) => {
        logger.warn({ err: error }, 'the mail lost its database');
        return 'again';
      },
    );
  const ledger = sqliteMailLedger(configuration.eventLog === 'memory' ? ':memory:' : mail);
  return task(ledger, signal).finally(() => ledger.close());
}

/** Begins to write to people, where a server for it is configured. */
export function openMail(
  configuration: Configuration,
  { desk, views, folders, rules }: MailParts,
  logger: Logger,
): Mail | undefined {
  const { smtpUrl, mailFrom, mailDigestHour: digestHour } = configuration;
  if (smtpUrl === undefined || mailFrom === undefined) return undefined;
  const ending = new AbortController();
  const post = openPost({ url: smtpUrl, from: mailFrom, patienceMs });
  const { log, keys, now } = desk;
  const parts = { log, keys, now, readModels: views, rules, post, digestHour, logger };
  const running = withLedger(configuration, folders, ending.signal, logger, (ledger, signal) =>
    runNotifier({ ...parts, ledger }, signal),
  );
  running.catch((error: unknown) => logger.error({ err: error }, 'the mail stopped'));
  return {
    async stop() {
      ending.abort();
      await running.catch(() => undefined);
      post.close();
    },
  };
}
