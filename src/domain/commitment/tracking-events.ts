import { z } from 'zod';
import { civilDate } from '../civil-date.js';
import type { EventSchemas } from '../event.js';
import { derivedId } from '../identifiers.js';
import { freeText } from '../text.js';

/** What a partner puts into a commitment. */
export const resourceKinds = ['FUNDING', 'STAFF', 'SPACE', 'EQUIPMENT', 'EXPERTISE'] as const;
export type ResourceKind = (typeof resourceKinds)[number];

/** What shows that a commitment is being kept. */
export const evidenceKinds = ['REPORT', 'DATA', 'MINUTES', 'AGREEMENT', 'MEDIA'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** How a partner says that its commitment stands. */
export const outlooks = ['ON_TRACK', 'AT_RISK'] as const;
export type Outlook = (typeof outlooks)[number];

const milestoneId = derivedId('milestone');
const resourceId = derivedId('resource');

/** Who answers for a commitment and how it comes along. These names are storage formats. */
export const trackingEvents = {
  /** The person invited to the hub, the position, or both, that answers for it from now on. */
  CommitmentResponsibleNamed: z.object({
    person: derivedId('person').optional(),
    /** A position rather than a name, but sealed in case. */
    position: freeText().optional(),
    /** Why it changed hands. */
    reason: freeText().optional(),
  }),
  CommitmentResourcePledged: z.object({
    resourceId,
    kind: z.enum(resourceKinds),
    amountCents: z.int().positive().optional(),
    /** What is given in kind, or what the money is for. */
    description: freeText().optional(),
  }),
  CommitmentResourceWithdrawn: z.object({ resourceId, reason: freeText() }),
  CommitmentMilestoneSet: z.object({ milestoneId, name: freeText(), dueOn: civilDate() }),
  CommitmentMilestoneMoved: z.object({ milestoneId, dueOn: civilDate(), reason: freeText() }),
  CommitmentMilestoneReached: z.object({ milestoneId, reachedOn: civilDate() }),
  CommitmentMilestoneDropped: z.object({ milestoneId, reason: freeText() }),
  CommitmentEvidenceLinked: z.object({
    evidenceId: derivedId('evidence'),
    url: z.url().max(2000),
    title: freeText(),
    kind: z.enum(evidenceKinds),
    datedOn: civilDate(),
  }),
  CommitmentStatusDeclared: z.object({
    outlook: z.enum(outlooks),
    declaredOn: civilDate(),
    reason: freeText().optional(),
  }),
} as const satisfies EventSchemas;
