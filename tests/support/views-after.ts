import { openMemoryEventLog } from '../../src/adapters/event-log/memory/open-memory-event-log.js';
import { openMemoryReadModels } from '../../src/adapters/read-models/memory/open-memory-read-models.js';
import type { Snapshot } from '../../src/projections/read-models.js';
import { append, type Told } from './events.js';

/** A snapshot of the views after what happened, through the memory adapters. */
export async function viewsAfter(...history: readonly Told[]): Promise<Snapshot> {
  const log = openMemoryEventLog();
  const readModels = openMemoryReadModels({ log });
  const position = await append(log, ...history);
  if (!(await readModels.reached(position, 10_000)))
    throw readModels.failure() ?? new Error(`position ${position} was not reached`);
  return readModels.snapshot();
}
