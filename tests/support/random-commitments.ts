import * as tell from './events.js';
import { id, inPlan, sealed, type Told } from './events.js';
import { pick, type Move, type Past } from './random-moves.js';

/** A commitment is made, or something becomes of it. */
export function commitment({ a, b, c }: Move, past: Past): Told | undefined {
  const stream = id('commitment', a % 3);
  const plan = id('plan', a % 3);
  if (past.standing(stream).length === 0)
    return past.told.some((each) => each.stream === stream)
      ? undefined
      : tell.committed(stream, plan, 'john-howard');
  const reason = sealed('The partner asked for it');
  return pick(
    [
      inPlan(stream, 'CommitmentRevised', { dueOn: '2025-12-31', reason }),
      inPlan(stream, 'CommitmentProgressReported', { reportedOn: '2024-06-01', percent: b }),
      inPlan(stream, 'CommitmentReassigned', { partner: 'cmha', reason }),
      inPlan(stream, 'CommitmentFulfilled', { fulfilledOn: '2024-12-01' }),
      inPlan(stream, 'CommitmentWithdrawn', { reason }),
      inPlan(stream, 'CommitmentResponsibleNamed', { position: reason }),
      inPlan(stream, 'CommitmentMilestoneSet', {
        milestoneId: id('milestone', b % 2),
        name: reason,
        dueOn: '2025-06-30',
      }),
      inPlan(stream, 'CommitmentMilestoneReached', {
        milestoneId: id('milestone', b % 2),
        reachedOn: '2024-06-30',
      }),
      inPlan(stream, 'CommitmentStatusDeclared', { outlook: 'AT_RISK', declaredOn: '2024-06-02' }),
    ],
    c,
  );
}
