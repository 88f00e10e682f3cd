import { standingOf, type Standing } from '../../domain/commitment/standing.js';
import type { DueItem, DueSource, DueState } from './due-item.js';

const stateOf = ({ status }: Standing): DueState => {
  if (status === 'FULFILLED') return 'DONE';
  if (status === 'WITHDRAWN') return 'CANCELLED';
  return status === 'LATE' ? 'LATE' : 'OPEN';
};

const what = { en: 'Commitment due', fr: 'Engagement à remplir' };

/** Commitments that have a day by which they are to be kept. */
export const dueCommitments: DueSource = ({ plans, rules, on }) =>
  plans.flatMap(({ commitments }) =>
    commitments.flatMap((commitment): readonly DueItem[] => {
      const { id, dueOn, madeOn, partner, planId, revision, statement } = commitment;
      if (dueOn === undefined || madeOn > on) return [];
      const standing = standingOf(commitment, rules, on);
      const state = stateOf(standing);
      return [
        {
          id,
          kind: 'commitment',
          what,
          title: statement,
          dueOn,
          state,
          doneOn: state === 'DONE' ? (commitment.fulfilledOn ?? null) : null,
          daysLate: standing.daysLate,
          organizations: [partner],
          planId,
          commitmentId: id,
          revision,
        },
      ];
    }),
  );
