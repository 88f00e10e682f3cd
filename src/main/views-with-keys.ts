import { DatabaseUnavailable } from '../adapters/postgres/database-failures.js';
import { ReadModelsUnavailable, type ReadModels } from '../projections/read-models.js';
import type { DeskKeys } from './open-desk.js';

/**
 * Views of which every snapshot can be read with the keys that its texts need, whichever node
 * wrote them. A node that records a redaction and ends before it destroyed the keys leaves that
 * to the others, who do it when they hear of the redaction.
 */
export function viewsWithKeys(views: ReadModels, keys: DeskKeys): ReadModels {
  const { fresh } = keys;
  if (fresh === undefined) return views;
  const destroyRedacted = async (): Promise<void> => keys.destroy(await views.redactedKeys());
  views.onProgress(({ tags, replaced }) => {
    // What fails now is done at the next redaction, at the next loss of a connection or start.
    if (replaced || tags.includes('redactions')) destroyRedacted().catch(() => undefined);
  });
  return {
    ...views,
    async snapshot() {
      const snapshot = await views.snapshot();
      try {
        // After the snapshot: what it shows was sealed before.
        await fresh();
        return snapshot;
      } catch (cause) {
        snapshot.release();
        if (!(cause instanceof DatabaseUnavailable)) throw cause;
        throw new ReadModelsUnavailable('The keys of texts cannot be read.', { cause });
      }
    },
  };
}
