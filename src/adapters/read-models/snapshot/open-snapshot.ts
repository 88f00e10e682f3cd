import type { Snapshot } from '../../../projections/read-models.js';
import { consentQueries } from './consent-queries.js';
import { importQueries } from './import-queries.js';
import { observationQueries } from './observation-queries.js';
import { outcomeQueries } from './outcome-queries.js';
import { planQueries } from './plan-queries.js';
import type { Reading, SnapshotSource } from './reading.js';
import { registerQueries } from './register-queries.js';
import { reportingQueries } from './reporting-queries.js';
import { rosterQueries } from './roster-queries.js';
import { storyQueries } from './story-queries.js';
import { timeQueries } from './time-queries.js';
import { timelineQueries } from './timeline-queries.js';
import { versionQueries } from './version-queries.js';

/**
 * All queries of a snapshot over one source.
 * @param release called once, when the snapshot is released; later queries throw
 */
export function openSnapshot(source: SnapshotSource, release: () => void): Snapshot {
  let released = false;
  const reading: Reading = {
    all(sql, values) {
      // The connection may be reading for somebody else by now.
      if (released) throw new Error('the snapshot was released');
      return source.reading.all(sql, values);
    },
  };
  const guarded = { ...source, reading };
  return {
    position: source.position,
    ...timeQueries(guarded),
    ...rosterQueries(guarded),
    ...planQueries(guarded),
    ...registerQueries(guarded),
    ...observationQueries(guarded),
    ...versionQueries(guarded),
    ...outcomeQueries(guarded),
    ...storyQueries(guarded),
    ...timelineQueries(guarded),
    ...consentQueries(guarded),
    ...importQueries(guarded),
    ...reportingQueries(guarded),
    release() {
      if (!released) release();
      released = true;
    },
  };
}
