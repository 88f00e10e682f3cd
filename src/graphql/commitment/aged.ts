import { ageBucketOf, isOpen, type AgedCommitment } from '../../domain/commitment/ageing.js';
import type { CivilDate } from '../../domain/civil-date.js';
import { standingOf, type CommitmentRules } from '../../domain/commitment/standing.js';
import type { PlanStrategy } from '../../projections/current-plan/view.js';
import type { OrganizationRow } from '../../projections/roster/view.js';
import type { CommitmentFilterInput } from './ageing.args.js';
import type { PlacedCommitment } from './commitments.load.js';

/** A commitment in its place, as it stands on a day. */
export type Aged = PlacedCommitment &
  AgedCommitment & {
    /** Undefined when the adoption of its strategy stands recorded in error. */
    readonly strategy: PlanStrategy | undefined;
    /** True when it is open and its organization has ended. */
    readonly isOrphaned: boolean;
    /** Place in lists: what is due first comes first, what has no day last. */
    readonly key: string;
  };

const hasEnded = (organization: OrganizationRow | undefined, on: CivilDate): boolean =>
  organization?.endedOn !== undefined && organization.endedOn <= on;

/** Commitments made by a day, as they stand on it, by the day they are due. */
export const agedOn = (
  placed: readonly PlacedCommitment[],
  organizations: ReadonlyMap<string, OrganizationRow>,
  rules: CommitmentRules,
  on: CivilDate,
): readonly Aged[] =>
  placed
    .filter(({ commitment }) => commitment.madeOn <= on)
    .map(({ commitment, plan }) => {
      const standing = standingOf(commitment, rules, on);
      return {
        commitment,
        plan,
        standing,
        strategy: plan.strategies.find(({ id }) => id === commitment.strategyId),
        isReported: commitment.progress.some(({ reportedOn }) => reportedOn <= on),
        isOrphaned: isOpen(standing) && hasEnded(organizations.get(commitment.partner), on),
        key: `${commitment.dueOn ?? '9999-12-31'} ${commitment.id}`,
      };
    })
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));

/** True for a commitment that a filter asks for. */
export const isWanted =
  (filter: CommitmentFilterInput) =>
  ({ commitment, plan, strategy, standing, isReported, isOrphaned }: Aged): boolean => {
    const { planId, partner, sector, area, status, overdue, withoutProgress, orphaned } = filter;
    const isLate = standing.status === 'LATE';
    return (
      (planId == null || plan.id === planId) &&
      (partner == null || commitment.partner === partner) &&
      (sector == null || strategy?.sectors.includes(sector) === true) &&
      (area == null || strategy?.area === area) &&
      (status == null || status.includes(standing.status)) &&
      (overdue == null || (isLate && ageBucketOf(standing.daysLate ?? 0) === overdue)) &&
      (withoutProgress == null || (isOpen(standing) && !isReported) === withoutProgress) &&
      (orphaned == null || isOrphaned === orphaned)
    );
  };
