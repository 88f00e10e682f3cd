import { setTimeout as pause } from 'node:timers/promises';
import { EventLogUnavailable, type EventLog } from '../../../domain/event-log.js';
import { projections } from '../../../projections/projections.js';
import { tryLock } from '../../postgres/advisory-lock.js';
import type { DatabaseOptions } from '../../postgres/database-options.js';
import type { Session } from '../../postgres/session.js';
import type { RemoteHistory } from '../engine/batch-histories.js';
import { PositionMoved } from '../engine/remote-row-store.js';
import { remoteViewEngine } from '../engine/remote-view-engine.js';
import type { ProjectorWatch } from '../projector-signs.js';
import { tablesOf } from '../rows/create-views.js';
import { postgresRowStore } from './postgres-row-store.js';
import {
  createSchema,
  dropUnused,
  enterSchema,
  leaveSchema,
  serve,
  useServing,
} from './served-views.js';
import { viewsVersion } from './views-schema.js';

/** What the projector of a node works with. */
export type ProjectorParts = {
  readonly database: DatabaseOptions;
  readonly log: Pick<EventLog, 'subscribe' | 'head'>;
  readonly history: RemoteHistory;
  /** Milliseconds between two tries of a standby to become the active projector. */
  readonly takeoverMs: number;
  /** Called when this node's projector feeds the views. */
  readonly onActive: () => void;
  readonly watch: ProjectorWatch;
};

/** A session that says nothing for so many tries of a standby has its node frozen or cut off. */
const silentTries = 5;

/** A node that is only busy is given so many seconds. */
const silentSecondsMin = 5;

/** Waits until this session holds the lock of the one projector that writes. */
async function elected(
  session: Session,
  { takeoverMs, watch }: ProjectorParts,
  signal: AbortSignal,
): Promise<void> {
  const seconds = Math.max(silentSecondsMin, Math.ceil((silentTries * takeoverMs) / 1_000));
  // The server ends the session of a node that went silent, and frees its lock.
  await session.query(`SET idle_session_timeout = '${seconds}s';
    SET idle_in_transaction_session_timeout = '${seconds}s';
    SET tcp_keepalives_idle = ${seconds}; SET tcp_keepalives_interval = 1;
    SET tcp_keepalives_count = ${silentTries}`);
  while (!(await tryLock(session, `projector ${viewsVersion}`))) {
    watch.alive();
    await pause(takeoverMs, undefined, { signal });
  }
}

/** Views that are ahead of their log are of another one, or the log was restored. */
async function assertWithin(log: Pick<EventLog, 'head'>, position: number): Promise<void> {
  const head = await log.head();
  if (position > head)
    throw new EventLogUnavailable({
      en: `The views are at position ${position}, the log ends at ${head}: restore it, or rebuild.`,
      fr: `Les vues sont à la position ${position}, le journal finit à ${head} : restaurez-le.`,
    });
}

/** Feeds one schema until it is time to end, or other views are served in its place. */
async function feed(session: Session, parts: ProjectorParts, signal: AbortSignal): Promise<void> {
  const schema = (await useServing(session)) ?? (await createSchema(session, serve));
  try {
    await enterSchema(session, schema);
    await dropUnused(parts.database);
    const store = postgresRowStore(session, schema, tablesOf(projections));
    const engine = await remoteViewEngine(store, projections, parts.history);
    await assertWithin(parts.log, engine.position());
    parts.onActive();
    parts.watch.active();
    for await (const batch of parts.log.subscribe(engine.position(), signal))
      await engine.apply(batch);
  } catch (error) {
    if (!(error instanceof PositionMoved)) throw error;
  } finally {
    if (!session.lost.aborted) await leaveSchema(session, schema);
  }
}

/**
 * Runs the projector of a node in a session: a standby until the lock is its own, then the one
 * that writes. The lock belongs to the session that writes, so whoever lost it can write no more.
 */
export async function runProjector(
  session: Session,
  signal: AbortSignal,
  parts: ProjectorParts,
): Promise<void> {
  const { takeoverMs, watch } = parts;
  await elected(session, parts, signal);
  const alive = setInterval(() => {
    // A lost session ends the feeding by itself.
    session.query('SELECT 1').then(watch.alive, () => undefined);
  }, takeoverMs);
  try {
    while (!signal.aborted) await feed(session, parts, signal);
  } finally {
    clearInterval(alive);
    watch.idle();
  }
}
