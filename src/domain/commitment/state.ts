import type { CivilDate } from '../civil-date.js';
import type { Noun } from '../command.js';
import type { EventHeader } from '../fold.js';
import { commitmentEvents, type CommitmentEvents } from './events.js';

type Undertaking = {
  readonly planId: string;
  readonly strategyId: string;
  readonly partner: string;
  /** Person that answers for it; absent where only a position is named, or nobody. */
  readonly person?: string | undefined;
  readonly lastReportedOn?: CivilDate;
  readonly lastDeclaredOn?: CivilDate;
  /** Ids of the resources that are pledged. */
  readonly resources: ReadonlySet<string>;
  /** Milestones by id: still to be reached, or reached or dropped. */
  readonly milestones: ReadonlyMap<string, 'open' | 'closed'>;
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

const milestone = (status: 'open' | 'closed') =>
  whenActive(
    (active: Active, { milestoneId }: { readonly milestoneId: string }): CommitmentState => ({
      ...active,
      milestones: new Map([...active.milestones, [milestoneId, status]]),
    }),
  );

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
        resources: new Set(),
        milestones: new Map(),
      }),
      CommitmentRevised: (state) => state,
      CommitmentProgressReported: whenActive((active, { reportedOn }) => ({
        ...active,
        lastReportedOn: reportedOn,
      })),
      // Whoever answered for it belonged to the organization that had it.
      CommitmentReassigned: whenActive(({ person: _, ...active }, { partner }) => ({
        ...active,
        partner,
      })),
      CommitmentFulfilled: whenActive((active) => ({ ...active, status: 'fulfilled' })),
      CommitmentWithdrawn: whenActive((active) => ({ ...active, status: 'withdrawn' })),
      CommitmentResponsibleNamed: whenActive((active, { person }) => ({ ...active, person })),
      CommitmentResourcePledged: whenActive((active, { resourceId }) => ({
        ...active,
        resources: new Set([...active.resources, resourceId]),
      })),
      CommitmentResourceWithdrawn: whenActive((active, { resourceId }) => ({
        ...active,
        resources: new Set([...active.resources].filter((id) => id !== resourceId)),
      })),
      CommitmentMilestoneSet: milestone('open'),
      CommitmentMilestoneMoved: (state) => state,
      CommitmentMilestoneReached: milestone('closed'),
      CommitmentMilestoneDropped: milestone('closed'),
      CommitmentEvidenceLinked: (state) => state,
      CommitmentStatusDeclared: whenActive((active, { declaredOn }) => ({
        ...active,
        lastDeclaredOn: declaredOn,
      })),
    },
  },
};
