import type { CommitmentDocument, PlanDocument } from '../../projections/current-plan/view.js';
import type { Reading } from '../as-of.js';
import { readWholeRegister } from '../plan/register.load.js';
import { readWholePlan } from '../plan/whole-plan.load.js';

/** A commitment and the plan it is made within, as the caller may see them. */
export type PlacedCommitment = {
  readonly commitment: CommitmentDocument;
  readonly plan: PlanDocument;
};

/** Every commitment of one plan, or of all plans, that the caller may see. */
export async function readCommitments(
  planId: string | null | undefined,
  reading: Reading,
): Promise<readonly PlacedCommitment[]> {
  const ids =
    planId == null ? (await readWholeRegister({}, reading)).map(({ plan }) => plan) : [planId];
  const plans = await Promise.all(ids.map((id) => readWholePlan(id, reading)));
  return plans.flatMap((whole) =>
    whole === undefined
      ? []
      : whole.commitments.map((commitment) => ({ commitment, plan: whole.plan })),
  );
}
