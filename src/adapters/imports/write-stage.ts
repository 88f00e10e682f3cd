import { v7 as newId } from 'uuid';
import { turns } from '../../domain/turns.js';
import { inParallel } from './in-parallel.js';
import { rowRefusals } from './row-refusals.js';
import type { PlannedDraft, Stage } from './stage.js';
import type { StageContext } from './stage-context.js';

/** What became of the planned drafts. */
export type WrittenStage = {
  readonly recorded: number;
  readonly corrected: number;
  readonly same: number;
  /** Commands given. */
  readonly attempts: number;
};

/** Few and small, so that what a batch needs is forgotten before it grows old in memory. */
const batchesAtOnce = 3;
const batchMax = 200;

/** Planned drafts of one stream at a time, so many at most. */
function* batches(planned: Iterable<PlannedDraft>): Generator<readonly PlannedDraft[]> {
  let batch: PlannedDraft[] = [];
  for (const each of planned) {
    if (batch.length === batchMax || (batch.length > 0 && batch[0]?.stream !== each.stream)) {
      yield batch;
      batch = [];
    }
    batch.push(each);
  }
  if (batch.length > 0) yield batch;
}

/** Gives the commands of all planned drafts, those of one stream in the order of the plan. */
export async function writeStage(
  stage: Stage,
  { ports, caller, source, onProgress }: StageContext,
): Promise<WrittenStage> {
  const correlationId = newId();
  const counts = { new: 0, changed: 0, same: 0 };
  const inTurn = turns();
  let done = 0;
  const write = async (batch: readonly PlannedDraft[]): Promise<void> => {
    const attempts = batch.map((planned) => source.attemptOf(planned, planned.comparison));
    const outcomes = await ports.execute(attempts, caller, correlationId);
    for (const [at, { draft, comparison }] of batch.entries()) {
      const outcome = outcomes[at] ?? 'denied';
      if (outcome === 'written') counts[comparison] += 1;
      else if (outcome === 'same') counts.same += 1;
      else (await rowRefusals(draft, outcome, ports)).forEach(stage.addError);
    }
    onProgress((done += batch.length));
  };
  await inParallel(batches(stage.planned()), batchesAtOnce, (batch) =>
    inTurn(batch[0]?.stream ?? '', () => write(batch)),
  );
  const { new: recorded, changed: corrected, same } = counts;
  return { recorded, corrected, same, attempts: done };
}
