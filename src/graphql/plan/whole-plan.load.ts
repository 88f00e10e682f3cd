import DataLoader from 'dataloader';
import { isNodeId } from '../../domain/identifiers.js';
import type { PlanDocument } from '../../projections/current-plan/view.js';
import type { WholePlan } from '../../projections/read-models.js';
import type { Reading } from '../as-of.js';
import { readVisibility } from '../consent/visibility.js';
import { isWithheldPlan, withholdFromPlan } from '../consent/withhold.js';
import { perPast } from '../per-past.js';

/** A plan as the caller may see it; its status and clocks follow from all of its bodies. */
export type VisiblePlan = WholePlan & { readonly facts: PlanDocument };

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
  if (isWithheldPlan(whole.plan, withheldFromPlans)) return undefined;
  return { ...withholdFromPlan(whole, withheldFromPlans), facts: whole.plan };
}

/** True when the caller may not know of a plan at all. */
export async function isPlanWithheld(id: string, reading: Reading): Promise<boolean> {
  const { withheldFromPlans } = await readVisibility(reading);
  if (withheldFromPlans.size === 0) return false;
  const whole = await plansOf(reading).load(id);
  return whole !== undefined && isWithheldPlan(whole.plan, withheldFromPlans);
}
