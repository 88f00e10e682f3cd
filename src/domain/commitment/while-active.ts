import { refuse, type Decision } from '../decision.js';
import type { CommitmentEvents } from './events.js';
import type { CommitmentState } from './state.js';

type Active = Extract<CommitmentState, { status: 'active' }>;

/** Decides about a commitment that stands; one that is unknown or closed is refused. */
export const whileActive =
  (decide: (active: Active) => Decision<CommitmentEvents>) =>
  (state: CommitmentState): Decision<CommitmentEvents> => {
    if (state.status === 'none') return refuse('commitment-unknown', 'input.commitmentId');
    if (state.status !== 'active')
      return refuse('commitment-closed', 'input.commitmentId', { status: state.status });
    return decide(state);
  };
