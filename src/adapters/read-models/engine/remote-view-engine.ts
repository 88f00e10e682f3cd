import type { StoredEvent } from '../../../domain/event.js';
import type { Projection } from '../../../projections/projection.js';
import { batchHistories, type RemoteHistory } from './batch-histories.js';
import { batchRows, type BatchRows } from './batch-rows.js';
import type { History } from './batch-views.js';
import type { RemoteRowStore, Wanted } from './remote-row-store.js';
import type { RowStore, TableWrites } from './row-store.js';
import { viewEngine } from './view-engine.js';

/** Folds the log into views that cannot be read at once. */
export type RemoteViewEngine = {
  position(): number;
  /**
   * Folds the events that follow the position and stores what they make of the views.
   * @returns tags of what changed
   * @throws Error for an unknown event, and whatever the store throws. What is stored is whole,
   *   but the engine is not to be used again.
   */
  apply(stored: readonly StoredEvent[]): Promise<readonly string[]>;
};

/** More passes than any chain of projections needs. */
const maxPasses = 20;

/**
 * Rows that a batch may want at once: it keeps them all. A beginning of a key stands for as many
 * as there are municipalities.
 */
const defaultWantedMax = 100_000;
const rowsPerPrefix = 500;

/** The batch wants more rows than there should be in memory; a part of it wants fewer. */
class TooManyWanted extends Error {
  override readonly name = 'TooManyWanted';
}

const countOf = ({ keys, prefixes }: Wanted): number =>
  keys.length + rowsPerPrefix * prefixes.length;

async function fetchMissing(store: RemoteRowStore, rows: BatchRows, max: number): Promise<void> {
  const wanted = rows.missing();
  const count = wanted.reduce((sum, each) => sum + countOf(each), 0);
  if (count > max) throw new TooManyWanted(`${count} rows at once`);
  const found = [];
  for (const each of wanted) found.push(await store.fetch(each));
  rows.add(wanted, found);
}

/** Folds until nothing was missing. */
async function inPasses<T>(
  fold: () => T,
  rows: BatchRows,
  store: RemoteRowStore,
  max: number,
): Promise<T> {
  for (let pass = 1; ; pass++)
    try {
      return fold();
    } catch (error) {
      if (rows.missing().length === 0 || pass === maxPasses) throw error;
      await fetchMissing(store, rows, max);
    }
}

type Apply = (batch: readonly StoredEvent[], wantedMax: number) => Promise<readonly string[]>;

/** Applies a batch, or one half after the other where it wants too many rows. */
async function inParts(
  batch: readonly StoredEvent[],
  apply: Apply,
  wantedMax: number,
): Promise<readonly string[]> {
  try {
    return await apply(batch, batch.length > 1 ? wantedMax : Infinity);
  } catch (error) {
    if (!(error instanceof TooManyWanted)) throw error;
  }
  // Nothing of it is stored yet.
  const half = Math.ceil(batch.length / 2);
  const first = await inParts(batch.slice(0, half), apply, wantedMax);
  return [...new Set([...first, ...(await inParts(batch.slice(half), apply, wantedMax))])];
}

/**
 * Builds an engine over a store that answers later. Projections read at once, so a batch is
 * folded with what is known of it; what it missed is fetched, one query a table, and it is folded
 * afresh until nothing was missing. What came of a pass before that is thrown away. A batch that
 * wants more than there should be in memory, a census for instance, is folded in parts.
 * @param wantedMax rows that a batch of several events may want at once
 */
export async function remoteViewEngine(
  store: RemoteRowStore,
  projections: readonly Projection[],
  read: RemoteHistory,
  wantedMax = defaultWantedMax,
): Promise<RemoteViewEngine> {
  let rows = batchRows();
  let writes: readonly TableWrites[] = [];
  let history: History = () => [];
  const start = await store.position();
  const local: RowStore = {
    position: () => start,
    get: (table, key) => rows.get(table, key),
    scan: (table, prefix) => rows.scan(table, prefix),
    flush(batch) {
      // An engine that got this far has not noticed that rows were missing.
      if (rows.missing().length > 0) throw new Error('rows are missing');
      writes = batch;
    },
  };
  const engine = viewEngine(local, projections, (...stream) => history(...stream));

  const applyAtOnce: Apply = async (stored, max) => {
    const from = engine.position();
    rows = batchRows();
    history = await batchHistories(stored, read);
    const tags = await inPasses(() => engine.apply(stored), rows, store, max);
    const to = engine.position();
    if (to > from) await store.flush({ writes, from, to, tags });
    return tags;
  };
  return { position: engine.position, apply: (stored) => inParts(stored, applyAtOnce, wantedMax) };
}
