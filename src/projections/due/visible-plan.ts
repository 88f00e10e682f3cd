import { isWithheldPlan, withholdFromPlan } from '../consent/withhold.js';
import type { PlanDocument } from '../current-plan/view.js';
import type { WholePlan } from '../read-models.js';

/** A plan as somebody may see it; its status and clocks follow from all of its bodies. */
export type VisiblePlan = WholePlan & { readonly facts: PlanDocument };

/** A plan without what is withheld; undefined when the plan itself is. */
export const visiblePlan = (
  whole: WholePlan,
  withheld: ReadonlySet<string>,
): VisiblePlan | undefined =>
  isWithheldPlan(whole.plan, withheld)
    ? undefined
    : { ...withholdFromPlan(whole, withheld), facts: whole.plan };
