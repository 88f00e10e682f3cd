import DataLoader from 'dataloader';
import { isNodeId } from '../../domain/identifiers.js';
import type { Reading } from '../as-of.js';
import { readVisibility } from '../consent/visibility.js';
import { isWithheldPlan } from '../../projections/consent/withhold.js';
import { visiblePlan, type VisiblePlan } from '../../projections/due/visible-plan.js';
import { perPast } from '../per-past.js';

const plansOf = perPast(
  ({ snapshot, asOf }) =>
    new DataLoader((ids: readonly string[]) =>
      Promise.all(ids.map((id) => snapshot.plan(id, asOf))),
    ),
);

/** Documents of a plan as of a reading; undefined when there was none the caller may see. */
export async function readWholePlan(
  id: string,
  reading: Reading,
): Promise<VisiblePlan | undefined> {
  if (!isNodeId('plan', id)) return undefined;
  reading.context.tags.add(`plan:${id}`);
  const whole = await plansOf(reading).load(id);
  if (whole === undefined) return undefined;
  const { withheldFromPlans } = await readVisibility(reading);
  return visiblePlan(whole, withheldFromPlans);
}

/** True when the caller may not know of a plan at all. */
export async function isPlanWithheld(id: string, reading: Reading): Promise<boolean> {
  const { withheldFromPlans } = await readVisibility(reading);
  if (withheldFromPlans.size === 0) return false;
  const whole = await plansOf(reading).load(id);
  return whole !== undefined && isWithheldPlan(whole.plan, withheldFromPlans);
}
