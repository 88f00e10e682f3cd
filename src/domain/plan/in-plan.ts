import { refuse, type Decision } from '../decision.js';
import type { PlanEvents } from './events.js';
import type { OpenPlan, PlanState } from './state.js';

/** The answer of a decision about a plan. */
export type PlanDecision = Decision<PlanEvents>;

/** A decision that only a plan can take that was opened and that no other plan has replaced. */
export const inPlan =
  (decide: (open: OpenPlan) => PlanDecision) =>
  (plan: PlanState): PlanDecision => {
    if (plan.status === 'none') return refuse('plan-unknown', 'input.planId');
    const { supersededBy } = plan;
    return supersededBy === undefined
      ? decide(plan)
      : refuse('plan-superseded', 'input.planId', { by: supersededBy });
  };
