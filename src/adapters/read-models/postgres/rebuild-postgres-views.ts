import { upcast } from '../../../domain/catalogue.js';
import type { EventLog } from '../../../domain/event-log.js';
import type { Projection } from '../../../projections/projection.js';
import { projections } from '../../../projections/projections.js';
import { tryLock } from '../../postgres/advisory-lock.js';
import type { DatabaseOptions } from '../../postgres/database-options.js';
import { endWhenSilent } from '../../postgres/end-when-silent.js';
import { migrate } from '../../postgres/migrate.js';
import { openSession, type Session } from '../../postgres/session.js';
import type { RemoteHistory } from '../engine/batch-histories.js';
import { remoteViewEngine } from '../engine/remote-view-engine.js';
import { tablesOf } from '../rows/create-views.js';
import { quoted } from '../rows/view-schema.js';
import { viewGroup } from '../view-group.js';
import { postgresRowStore } from './postgres-row-store.js';
import {
  createSchema,
  decideServing,
  dropReplaced,
  enterSchema,
  leaveSchema,
  serve,
  servingSchema,
  useServing,
  viewsMigrations,
} from './served-views.js';
import { viewsVersion } from './views-schema.js';

/** What to rebuild, and from what. */
export type PostgresRebuildOptions = {
  readonly database: DatabaseOptions;
  readonly log: Pick<EventLog, 'readAll' | 'readStream' | 'head'>;
  /** Name of one view, rebuilt with those it is folded together with; default: all views. */
  readonly view?: string;
  readonly onProgress?: (progress: { readonly position: number; readonly head: number }) => void;
};

/** A schema in the making. */
type Building = {
  readonly session: Session;
  readonly schema: string;
  readonly options: PostgresRebuildOptions;
};

type Query = Session['query'];

/** Events folded at once. */
const maxBatchEvents = 2_000;

/** A rebuild that says nothing for so long gives way, the sooner the more it holds up. */
const silentSeconds = { building: 60, swapping: 10 };

/** Feeds the new schema up to a position, through some projections or all. */
async function feed(
  { session, schema, options: { log, onProgress } }: Building,
  of: readonly Projection[],
  upTo: number,
): Promise<void> {
  const rows = postgresRowStore(session, schema, tablesOf(of));
  // Nobody depends on views that are not served, so nobody is told of their tags.
  const store = {
    ...rows,
    flush: (batch: Parameters<typeof rows.flush>[0]) => rows.flush({ ...batch, tags: [] }),
  };
  const history: RemoteHistory = async (stream, position) =>
    (await log.readStream(stream, { toPosition: position })).map(upcast);
  const engine = await remoteViewEngine(store, of, history);
  while (engine.position() < upTo) {
    const limit = Math.min(maxBatchEvents, upTo - engine.position());
    for await (const batch of log.readAll({ from: engine.position() + 1, limit }))
      await engine.apply(batch);
    onProgress?.({ position: engine.position(), head: upTo });
  }
}

/** Copies the views of other groups as they are at one moment. */
async function copyOthers(
  query: Query,
  group: readonly Projection[],
  schema: string,
  from: string,
): Promise<number> {
  await query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
  const others = tablesOf(projections.filter((projection) => !group.includes(projection)));
  for (const { name } of others)
    await query(`INSERT INTO ${quoted(schema)}.${quoted(name)}
      SELECT * FROM ${quoted(from)}.${quoted(name)}`);
  const { rows } = await query(`SELECT position FROM ${quoted(from)}.checkpoint`);
  return rows[0]?.position as number;
}

/** Folds the views to be made anew up to where the copied ones are. */
async function feedGroup(building: Building, group: readonly Projection[]): Promise<void> {
  const { session, schema } = building;
  const from = await useServing(session);
  if (from === undefined) return;
  const position = await session.transaction((query) => copyOthers(query, group, schema, from));
  await leaveSchema(session, from);
  await feed(building, group, position);
}

/**
 * Serves the new schema in place of the old one. The projector waits while the new views are
 * brought to where the old ones are, so that no reader sees the position go back; then it finds
 * that it feeds views which are not served, and goes on with those that are.
 */
async function swap(building: Building): Promise<void> {
  const { options, schema } = building;
  await using swapping = await openSession({ ...options.database, statementMsMax: 0 });
  await swapping.transaction(async (query) => {
    using _ = await endWhenSilent({ query }, silentSeconds.swapping);
    await decideServing(query);
    const old = await servingSchema(query);
    if (old !== undefined) {
      const retire = `UPDATE ${quoted(old)}.checkpoint SET retired = true RETURNING position`;
      const { rows } = await query(retire);
      // Views of another log may be ahead of this one.
      const position = Math.min(rows[0]?.position as number, await options.log.head());
      await feed(building, projections, position);
    }
    await serve(query, schema);
  });
}

/**
 * Builds views from the log beside the serving ones, then swaps, while every node goes on
 * answering. The old schema is dropped once nobody reads it any more.
 * @throws RangeError for a view that does not exist
 * @throws Error when a rebuild is under way already, or for an unknown event
 */
export async function rebuildPostgresViews(options: PostgresRebuildOptions): Promise<void> {
  const group = options.view === undefined ? undefined : viewGroup(options.view);
  await using session = await openSession({ ...options.database, statementMsMax: 0 });
  await migrate(session, viewsMigrations);
  using _ = await endWhenSilent(session, silentSeconds.building);
  if (!(await tryLock(session, `rebuild ${viewsVersion}`)))
    throw new Error('the views are being rebuilt already');
  const schema = await createSchema(session, async () => undefined);
  try {
    await enterSchema(session, schema);
    const building = { session, schema, options };
    if (group !== undefined) await feedGroup(building, group);
    await feed(building, projections, await options.log.head());
    await swap(building);
  } finally {
    // What failed was never served, and is dropped with what was replaced.
    if (!session.lost.aborted) await leaveSchema(session, schema);
    await dropReplaced(options.database);
  }
}
