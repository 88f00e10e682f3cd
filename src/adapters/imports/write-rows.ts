import { v7 as newId } from 'uuid';
import { streamOf, type PlannedRow } from './check-drafts.js';
import { inParallel } from './in-parallel.js';
import type { ImportError } from './import-error.js';
import type { ImportPorts, ImportRequest, ImportResult } from './import-request.js';
import { rowRefusals } from './row-refusals.js';

type Written = Pick<ImportResult, 'recorded' | 'corrected' | 'same' | 'attempts' | 'errors'>;

const streamsAtOnce = 32;

/** Gives the commands of all rows, those of one stream in the order of the file. */
export async function writeRows(
  planned: readonly PlannedRow[],
  { execute, explain }: ImportPorts,
  { caller, onProgress }: ImportRequest,
): Promise<Written> {
  const correlationId = newId();
  const counts = { new: 0, changed: 0, same: 0 };
  const errors: ImportError[] = [];
  let done = 0;
  const streams = Map.groupBy(planned, ({ draft }) => streamOf(draft)).values();
  await inParallel(streams, streamsAtOnce, async (rows) => {
    for (const { draft, comparison, attempt } of rows) {
      const outcome = await attempt.execute(execute, caller, correlationId);
      if (outcome.outcome === 'accepted') counts[outcome.replayed ? 'same' : comparison] += 1;
      else {
        const refused = outcome.outcome === 'denied' ? 'denied' : outcome.refusals;
        errors.push(...rowRefusals(draft, refused, explain));
      }
      onProgress?.('write', (done += 1), planned.length);
    }
  });
  const { new: recorded, changed: corrected, same } = counts;
  return { recorded, corrected, same, attempts: planned.length, errors };
}

/** What writing would come to. */
export const foreseeRows = (planned: readonly PlannedRow[]): Written => {
  const recorded = planned.filter(({ comparison }) => comparison === 'new').length;
  return { recorded, corrected: planned.length - recorded, same: 0, attempts: 0, errors: [] };
};
