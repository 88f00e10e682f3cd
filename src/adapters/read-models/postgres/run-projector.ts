import { setTimeout as pause } from 'node:timers/promises';
import { EventLogUnavailable, type EventLog } from '../../../domain/event-log.js';
import { projections } from '../../../projections/projections.js';
import { tryLock } from '../../postgres/advisory-lock.js';
import type { DatabaseOptions } from '../../postgres/database-options.js';
import { endWhenSilent } from '../../postgres/end-when-silent.js';
import type { Session } from '../../postgres/session.js';
import type { RemoteHistory } from '../engine/batch-histories.js';
import { PositionMoved } from '../engine/remote-row-store.js';
import { remoteViewEngine } from '../engine/remote-view-engine.js';
import type { ProjectorWatch } from '../projector-signs.js';
import { tablesOf } from '../rows/create-views.js';
import { postgresRowStore } from './postgres-row-store.js';
import {
  createSchema,
  decideServing,
  dropForsaken,
  dropReplaced,
  enterSchema,
  leaveSchema,
  serve,
  servingSchema,
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
  /** Called when the views lack nothing that this projector owes them, or another feeds them. */
  readonly onWell: () => void;
  readonly watch: ProjectorWatch;
};

/**
 * For how many seconds, and how many tries of a standby, a session may say nothing before its
 * node is taken to be frozen or cut off.
 */
const silentSecondsMin = 5;
const silentTries = 5;

/** Waits until this session holds the lock of the one projector that writes. */
async function elected(
  session: Session,
  { takeoverMs, watch, onWell }: ProjectorParts,
  signal: AbortSignal,
): Promise<void> {
  while (!(await tryLock(session, `projector ${viewsVersion}`))) {
    watch.alive();
    onWell();
    await pause(takeoverMs, undefined, { signal });
  }
}

/**
 * Whether views at a position lack events of the log.
 * @throws EventLogUnavailable for views ahead of it: they are of another, or it was restored
 */
async function isBehind(log: Pick<EventLog, 'head'>, position: number): Promise<boolean> {
  const head = await log.head();
  if (position > head)
    throw new EventLogUnavailable({
      en: `The views are at position ${position}, the log ends at ${head}: restore it, or rebuild.`,
      fr:
        `Les vues sont à la position ${position}, le journal finit à ${head} : ` +
        'restaurez-le, ou reconstruisez-les.',
    });
  return position < head;
}

/** The schema to feed, in use by the session: the serving one, or an empty one where none is. */
async function schemaToFeed(session: Session): Promise<string> {
  for (;;) {
    const schema = await useServing(session);
    if (schema !== undefined) return schema;
    const made = await createSchema(session, async (query, empty) => {
      await decideServing(query);
      // A rebuild may have been faster.
      if ((await servingSchema(query)) === undefined) await serve(query, empty);
    });
    await leaveSchema(session, made);
  }
}

/** Feeds one schema until it is time to end, or other views are served in its place. */
async function feed(session: Session, parts: ProjectorParts, signal: AbortSignal): Promise<void> {
  const schema = await schemaToFeed(session);
  const ending = new AbortController();
  const cleaned = dropForsaken(parts.database, AbortSignal.any([signal, ending.signal]));
  try {
    await enterSchema(session, schema);
    await dropReplaced(parts.database);
    const store = postgresRowStore(session, schema, tablesOf(projections));
    const engine = await remoteViewEngine(store, projections, parts.history);
    // Until what failed before is stored, it still stands still.
    if (!(await isBehind(parts.log, engine.position()))) parts.onWell();
    parts.watch.active();
    for await (const batch of parts.log.subscribe(engine.position(), signal))
      await engine.apply(batch);
  } catch (error) {
    if (!(error instanceof PositionMoved)) throw error;
  } finally {
    ending.abort();
    await cleaned;
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
  const seconds = Math.max(silentSecondsMin, Math.ceil((silentTries * takeoverMs) / 1_000));
  using _ = await endWhenSilent(session, seconds, watch.alive);
  await elected(session, parts, signal);
  try {
    while (!signal.aborted) await feed(session, parts, signal);
  } finally {
    watch.idle();
  }
}
