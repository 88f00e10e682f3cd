import { daysBetween, type CivilDate } from '../../domain/civil-date.js';
import type { CommitmentDocument, CommitmentMilestone } from '../current-plan/view.js';
import type { DueItem, DueSource, DueState } from './due-item.js';

const what = { en: 'Milestone due', fr: 'Jalon à atteindre' };

const by = (day: CivilDate | undefined, on: CivilDate): day is CivilDate =>
  day !== undefined && day <= on;

/** A milestone is done once it is reached, and given up with the commitment it leads to. */
function stateOf(
  { dueOn, reachedOn, droppedOn }: CommitmentMilestone,
  { withdrawnOn, fulfilledOn }: CommitmentDocument,
  on: CivilDate,
): DueState {
  if (by(reachedOn, on)) return 'DONE';
  if (by(droppedOn, on) || by(withdrawnOn, on) || by(fulfilledOn, on)) return 'CANCELLED';
  return dueOn < on ? 'LATE' : 'OPEN';
}

function itemOf(
  milestone: CommitmentMilestone,
  commitment: CommitmentDocument,
  on: CivilDate,
): DueItem {
  const state = stateOf(milestone, commitment, on);
  const doneOn = state === 'DONE' ? (milestone.reachedOn ?? null) : null;
  const late = state === 'CANCELLED' ? 0 : daysBetween(milestone.dueOn, doneOn ?? on);
  return {
    id: milestone.id,
    kind: 'milestone',
    what,
    title: milestone.name,
    dueOn: milestone.dueOn,
    state,
    doneOn,
    daysLate: late > 0 ? late : null,
    organizations: [commitment.partner],
    planId: commitment.planId,
    commitmentId: commitment.id,
    revision: commitment.revision,
  };
}

/** Steps on the way of commitments. */
export const dueMilestones: DueSource = ({ plans, on }) =>
  plans
    .flatMap(({ commitments }) => commitments)
    .filter(({ madeOn }) => madeOn <= on)
    .flatMap((commitment) =>
      commitment.milestones.map((milestone) => itemOf(milestone, commitment, on)),
    );
