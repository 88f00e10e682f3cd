import type { Projection } from '../../../projections/projection.js';
import { openLogReader } from '../../event-log/sqlite/open-log-reader.js';
import { viewGroup } from '../view-group.js';
import { buildViews, type BuildOptions } from './build-views.js';
import type { FeedProgress } from './log-feed.js';
import { isUsable } from './views-file.js';
import { removeOthers, serve, servingFile } from './views-folder.js';
import { tryProjectorLock, tryRebuildLock } from './views-locks.js';

/** What to rebuild, and from what. */
export type RebuildOptions = {
  readonly directory: string;
  readonly logFile: string;
  /** Name of one view, rebuilt with those it is folded together with; default: all views. */
  readonly view?: string;
  readonly onProgress?: (progress: FeedProgress) => void;
};

/** What is copied and what is not; all views are folded anew where none can be copied. */
function anewIn(directory: string, group: readonly Projection[]): BuildOptions['anew'] {
  const from = servingFile(directory);
  return from !== undefined && isUsable(from) ? { group, from } : undefined;
}

/** A server that reads the old file removes it itself, once it has let go of it. */
function removeUnserved(directory: string): void {
  using lock = tryProjectorLock(directory);
  if (lock !== undefined) removeOthers(directory);
}

/**
 * Builds views from the log beside the serving ones, then swaps; a server that runs meanwhile
 * feeds the old ones to the end and changes over without failing a request.
 * @throws RangeError for a view that does not exist
 * @throws Error when a rebuild is under way already, or for an unknown event
 */
export async function rebuildViews(options: RebuildOptions): Promise<void> {
  const { directory, logFile, view, onProgress } = options;
  const group = view === undefined ? undefined : viewGroup(view);
  using lock = tryRebuildLock(directory);
  if (lock === undefined) throw new Error('the views are being rebuilt already');
  const reader = openLogReader(logFile);
  try {
    const anew = group && anewIn(directory, group);
    serve(directory, await buildViews({ directory, reader, anew, onProgress }));
  } finally {
    reader.close();
  }
  removeUnserved(directory);
}
