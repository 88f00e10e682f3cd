import DataLoader from 'dataloader';
import { isNodeId } from '../../domain/identifiers.js';
import type { WholePlan } from '../../projections/read-models.js';
import { openReading, type Reading } from '../as-of.js';
import type { RequestContext } from '../context.js';
import { perPast } from '../per-past.js';
import { readRoster } from '../roster.js';
import { buildPlan } from './plan.build.js';
import type { Plan } from './plan.object.js';

const plansOf = perPast(
  ({ snapshot, asOf }) =>
    new DataLoader((ids: readonly string[]) =>
      Promise.all(ids.map((id) => snapshot.plan(id, asOf))),
    ),
);

/** Documents of a plan as of a reading; undefined when there was none. */
export async function readWholePlan(id: string, reading: Reading): Promise<WholePlan | undefined> {
  if (!isNodeId('plan', id)) return undefined;
  reading.context.tags.add(`plan:${id}`);
  return plansOf(reading).load(id);
}

/** A plan as of a reading; null when there was none, or its opening was in error. */
export async function readPlan(id: string, reading: Reading): Promise<Plan | null> {
  const whole = await readWholePlan(id, reading);
  return whole === undefined ? null : buildPlan(whole, await readRoster(reading), reading);
}

/** A plan as it stands. */
export const loadPlan = async (id: string, context: RequestContext): Promise<Plan | null> =>
  readPlan(id, await openReading(undefined, context));
