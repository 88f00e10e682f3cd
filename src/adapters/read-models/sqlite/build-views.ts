import type { DatabaseSync } from 'node:sqlite';
import type { AnyTable, Projection } from '../../../projections/projection.js';
import { projections } from '../../../projections/projections.js';
import type { LogReader } from '../../event-log/log-reader.js';
import { createViews, tablesOf } from '../rows/create-views.js';
import { quoted } from '../rows/view-schema.js';
import { feedAll, openFeed, type FeedProgress } from './log-feed.js';
import { openForWriting } from './views-file.js';
import { nextFile, removeFile } from './views-folder.js';

/** What a new views file is made from. */
export type BuildOptions = {
  readonly directory: string;
  readonly reader: LogReader;
  /** Views to fold anew, and the file all others are copied from; default: all, from nothing. */
  readonly anew?: { readonly group: readonly Projection[]; readonly from: string } | undefined;
  readonly onProgress?: ((progress: FeedProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** Copies tables as they are at one moment, while their own writer goes on. */
function copyTables(db: DatabaseSync, from: string, tables: readonly AnyTable[]): number {
  db.prepare('ATTACH ? AS serving').run(from);
  db.exec('BEGIN');
  const copied = db.prepare('SELECT position FROM serving.checkpoint').get();
  for (const { name } of tables)
    db.exec(`INSERT INTO main.${quoted(name)} SELECT * FROM serving.${quoted(name)}`);
  db.exec('COMMIT; DETACH serving');
  return copied?.['position'] as number;
}

function createFile(file: string, anew: BuildOptions['anew']): number {
  using db = openForWriting(file);
  createViews(db);
  if (anew === undefined) return 0;
  const others = projections.filter((projection) => !anew.group.includes(projection));
  return copyTables(db, anew.from, tablesOf(others));
}

async function feedFile(
  file: string,
  of: readonly Projection[],
  { reader, onProgress, signal }: BuildOptions,
  upTo?: number,
): Promise<void> {
  using feed = openFeed(file, reader, of);
  await feedAll(feed, reader, { upTo, onProgress, signal });
}

/**
 * Builds a views file from the whole log beside the serving one, which is not touched. The
 * caller holds the rebuild lock.
 * @returns the file, complete up to the head of the log
 * @throws Error for an unknown event; nothing is left behind then
 */
export async function buildViews(options: BuildOptions): Promise<string> {
  const { directory, anew } = options;
  const file = nextFile(directory);
  removeFile(file);
  try {
    const copied = createFile(file, anew);
    if (anew !== undefined) await feedFile(file, anew.group, options, copied);
    await feedFile(file, projections, options);
    return file;
  } catch (error) {
    removeFile(file);
    throw error;
  }
}
