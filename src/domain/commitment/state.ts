import type { CivilDate } from '../civil-date.js';
import type { Noun } from '../command.js';
import type { EventHeader } from '../fold.js';
import { commitmentEvents, type CommitmentEvents } from './events.js';

type Undertaking = {
  readonly planId: string;
  readonly strategyId: string;
  readonly partner: string;
  readonly lastReportedOn?: CivilDate;
};

/** A commitment: not made, standing, or closed for good. */
export type CommitmentState =
  | { readonly status: 'none' }
  | ({ readonly status: 'active' } & Undertaking)
  | ({ readonly status: 'fulfilled' | 'withdrawn' } & Undertaking);

type Active = Extract<CommitmentState, { status: 'active' }>;

// Whatever follows a making or a closing recorded in error changes what stands, or nothing.
const whenActive =
  <Body>(change: (active: Active, body: Body) => CommitmentState) =>
  (state: CommitmentState, body: Body, _: EventHeader): CommitmentState =>
    state.status === 'active' ? change(state, body) : state;

/** The noun "commitment": its streams, events and fold. */
export const commitment: Noun<CommitmentState, CommitmentEvents> = {
  category: 'commitment',
  events: commitmentEvents,
  fold: {
    initial: { status: 'none' },
    on: {
      CommitmentMade: (_, { planId, strategyId, partner }) => ({
        status: 'active',
        planId,
        strategyId,
        partner,
      }),
      CommitmentRevised: (state) => state,
      CommitmentProgressReported: whenActive((active, { reportedOn }) => ({
        ...active,
        lastReportedOn: reportedOn,
      })),
      CommitmentReassigned: whenActive((active, { partner }) => ({ ...active, partner })),
      CommitmentFulfilled: whenActive((active) => ({ ...active, status: 'fulfilled' })),
      CommitmentWithdrawn: whenActive((active) => ({ ...active, status: 'withdrawn' })),
    },
  },
};
