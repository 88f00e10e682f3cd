import { checkDate } from '../calendar-rules.js';
import type { CivilDate } from '../civil-date.js';
import { accept, refuse, type Decision } from '../decision.js';
import { checkText, firstRefusal } from '../text-rules.js';
import { plainText, type Label } from '../text.js';
import type { CommitmentEvents } from './events.js';
import { whileActive } from './while-active.js';

const whileOpen = (milestoneId: string, decide: () => Decision<CommitmentEvents>) =>
  whileActive(({ milestones }) => {
    const milestone = milestones.get(milestoneId);
    if (milestone === undefined) return refuse('milestone-unknown', 'input.milestoneId');
    return milestone === 'closed' ? refuse('milestone-closed', 'input.milestoneId') : decide();
  });

/** Sets a step on the way, with the day by which it is to be reached. */
export const setMilestone = (details: {
  readonly milestoneId: string;
  readonly name: Label;
  readonly dueOn: CivilDate;
}) =>
  whileActive(() => {
    const { milestoneId, name, dueOn } = details;
    return (
      firstRefusal(checkText(name, 'input.name', 300), checkDate(dueOn, 'input.dueOn')) ??
      accept({
        type: 'CommitmentMilestoneSet',
        data: { milestoneId, name: plainText(name), dueOn },
      })
    );
  });

/** Moves a milestone to another day. */
export const moveMilestone = (details: {
  readonly milestoneId: string;
  readonly dueOn: CivilDate;
  readonly reason: Label;
}) =>
  whileOpen(details.milestoneId, () => {
    const { milestoneId, dueOn, reason } = details;
    return (
      firstRefusal(checkDate(dueOn, 'input.dueOn'), checkText(reason, 'input.reason')) ??
      accept({
        type: 'CommitmentMilestoneMoved',
        data: { milestoneId, dueOn, reason: plainText(reason) },
      })
    );
  });

/** Records that a milestone was reached. */
export const reachMilestone = (details: {
  readonly milestoneId: string;
  readonly reachedOn: CivilDate;
  readonly today: CivilDate;
}) =>
  whileOpen(details.milestoneId, () => {
    const { milestoneId, reachedOn, today } = details;
    return (
      firstRefusal(checkDate(reachedOn, 'input.reachedOn', today)) ??
      accept({ type: 'CommitmentMilestoneReached', data: { milestoneId, reachedOn } })
    );
  });

/** Gives up a milestone, with its reason. */
export const dropMilestone = (details: { readonly milestoneId: string; readonly reason: Label }) =>
  whileOpen(details.milestoneId, () => {
    const { milestoneId, reason } = details;
    return (
      firstRefusal(checkText(reason, 'input.reason')) ??
      accept({
        type: 'CommitmentMilestoneDropped',
        data: { milestoneId, reason: plainText(reason) },
      })
    );
  });
