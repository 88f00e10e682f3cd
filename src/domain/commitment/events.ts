import { z } from 'zod';
import { civilDate } from '../civil-date.js';
import type { EventSchemas } from '../event.js';
import { code, derivedId } from '../identifiers.js';
import { freeText } from '../text.js';
import { trackingEvents } from './tracking-events.js';

/**
 * What a partner undertakes within a strategy, and what became of it. These names are storage
 * formats: never renamed, never reused; a new shape is a new version and an upcast.
 */
export const commitmentEvents = {
  CommitmentMade: z.object({
    planId: derivedId('plan'),
    strategyId: derivedId('strategy'),
    /** Code of the organization that undertakes it. */
    partner: code(),
    statement: freeText(),
    dueOn: civilDate().optional(),
  }),
  CommitmentRevised: z.object({
    statement: freeText().optional(),
    dueOn: civilDate().optional(),
    reason: freeText(),
  }),
  CommitmentProgressReported: z.object({
    reportedOn: civilDate(),
    /** How much of the commitment is done, 0–100. */
    percent: z.int().min(0).max(100),
    note: freeText().optional(),
  }),
  CommitmentReassigned: z.object({ partner: code(), reason: freeText() }),
  CommitmentFulfilled: z.object({ fulfilledOn: civilDate(), note: freeText().optional() }),
  CommitmentWithdrawn: z.object({ reason: freeText() }),
  ...trackingEvents,
} as const satisfies EventSchemas;

export type CommitmentEvents = typeof commitmentEvents;
