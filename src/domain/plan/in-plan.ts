import { refuse, type Decision } from '../decision.js';
import type { PlanEvents } from './events.js';
import type { OpenPlan, PlanState } from './state.js';

/** The answer of a decision about a plan. */
export type PlanDecision = Decision<PlanEvents>;

/** A decision that only a plan that was opened can take. */
export const inPlan =
  (decide: (open: OpenPlan) => PlanDecision) =>
  (plan: PlanState): PlanDecision =>
    plan.status === 'none' ? refuse('plan-unknown', 'input.planId') : decide(plan);
