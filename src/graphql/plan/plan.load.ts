import { openReading, type Reading } from '../as-of.js';
import type { RequestContext } from '../context.js';
import { readRoster } from '../roster.js';
import { buildPlan } from './plan.build.js';
import type { Plan } from './plan.object.js';
import { readWholePlan } from './whole-plan.load.js';

/** A plan as of a reading; null when there was none, or its opening was in error. */
export async function readPlan(id: string, reading: Reading): Promise<Plan | null> {
  const whole = await readWholePlan(id, reading);
  return whole === undefined ? null : buildPlan(whole, await readRoster(reading), reading);
}

/** A plan as it stands. */
export const loadPlan = async (id: string, context: RequestContext): Promise<Plan | null> =>
  readPlan(id, await openReading(undefined, context));
