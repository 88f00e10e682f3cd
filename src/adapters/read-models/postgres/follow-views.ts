import type { Progress } from '../../../projections/read-models.js';
import { alarm, type Alarm } from '../../postgres/alarm.js';
import type { DatabaseOptions } from '../../postgres/database-options.js';
import type { Session } from '../../postgres/session.js';
import { quoted } from '../rows/view-schema.js';
import { announcementReader, channel, type Announcement } from './announcement.js';
import { dropReplaced, leaveSchema, servingSchema, useServing } from './served-views.js';

/** What a node does with what it hears. */
export type ViewsListener = {
  /** These views are served, at this position: what is known of others no longer holds. */
  serving(schema: string, position: number, onLeft: (schema: string) => void): void;
  progress(progress: Progress): void;
};

/** What a node follows, how often it looks, and who listens. */
export type FollowParts = {
  readonly database: DatabaseOptions;
  /** Milliseconds between two looks for an announcement that was lost. */
  readonly pollMs: number;
  readonly listener: ViewsListener;
};

/** The views as a node knows them. */
type Known = { readonly schema: string; position: number };

const positionOf = async ({ query }: Session, schema: string): Promise<number> => {
  const { rows } = await query(`SELECT position FROM ${quoted(schema)}.checkpoint`);
  return rows[0]?.position as number;
};

/** Takes announcements in the order of their commits, from a position on. */
function hearing(listener: ViewsListener, wake: () => void) {
  const early: Announcement[] = [];
  let known: Known | undefined;
  const take = (announcement: Announcement): void => {
    if ('serving' in announcement) return wake();
    if (known === undefined) return void early.push(announcement);
    if (announcement.schema !== known.schema) return;
    const { from, to, tags } = announcement;
    // What the position held already when it was read.
    if (to <= known.position) return;
    const missed = from > known.position;
    known.position = to;
    listener.progress(missed ? { position: to, tags, replaced: true } : { position: to, tags });
  };
  return {
    take,
    position: () => known?.position ?? 0,
    /** Keeps what is announced while the position is read, and begins from there. */
    async beginAt(read: () => Promise<Known>): Promise<Known> {
      known = undefined;
      const begun = await read();
      known = { ...begun };
      return begun;
    },
    catchUp() {
      for (const announcement of early.splice(0)) take(announcement);
    },
  };
}

async function untilServed(session: Session, { wait }: Alarm, signal: AbortSignal) {
  for (;;) {
    const schema = await useServing(session);
    if (schema !== undefined) return schema;
    await wait();
    signal.throwIfAborted();
  }
}

/**
 * Follows the serving views in a session: every batch as it is committed, and the views that
 * replace them. It looks from time to time as well, in case an announcement is lost on the way.
 */
export async function followViews(
  session: Session,
  signal: AbortSignal,
  { database, pollMs, listener }: FollowParts,
): Promise<void> {
  const bell = alarm(pollMs, signal);
  const heard = hearing(listener, bell.ring);
  const read = announcementReader();
  session.onNotification((payload) => {
    const announcement = read(payload);
    if (announcement !== undefined) heard.take(announcement);
  });
  await session.query(`LISTEN ${channel}`);
  const leave = async (schema: string): Promise<void> => {
    await leaveSchema(session, schema);
    await dropReplaced(database);
  };
  const changeTo = async (schema: string): Promise<void> => {
    const { position } = await heard.beginAt(async () => ({
      schema,
      position: await positionOf(session, schema),
    }));
    // Should this session be gone by then, the next one cleans up.
    listener.serving(schema, position, (left) => void leave(left).catch(() => undefined));
    heard.catchUp();
  };
  let schema = await untilServed(session, bell, signal);
  await changeTo(schema);
  let seen = 0;
  while (!signal.aborted) {
    await bell.wait();
    if (signal.aborted) return;
    if ((await servingSchema(session.query)) !== schema) {
      schema = await untilServed(session, bell, signal);
      await changeTo(schema);
    }
    // Committed a look ago, and still not announced.
    if (seen > heard.position()) await changeTo(schema);
    seen = await positionOf(session, schema);
  }
}
