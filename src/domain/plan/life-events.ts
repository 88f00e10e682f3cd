import { z } from 'zod';
import { civilDate } from '../civil-date.js';
import type { EventSchemas } from '../event.js';
import { code, derivedId } from '../identifiers.js';
import { freeText } from '../text.js';

/** What becomes of a plan beside adoption and publication. Storage names: never renamed. */
export const lifeEvents = {
  /** The Minister appointed a planner at a body's expense. */
  PlannerAppointed: z.object({
    body: code(),
    appointedOn: civilDate(),
    organization: code().optional(),
    /** The planner's office: no personal information, but sealed in case. */
    office: freeText().optional(),
  }),
  /** A body sent the ministry what it had when the day of adoption came. */
  InterimSubmissionFiled: z.object({
    body: code(),
    filedOn: civilDate(),
    note: freeText().optional(),
  }),
  /** A report on the effect of the plan on its priority risks is on the Internet. */
  EffectReportPublished: z.object({ url: z.url().max(2000), publishedOn: civilDate() }),
  ReviewCompleted: z.object({
    completedOn: civilDate(),
    /** True when the review found that the plan must change. */
    revisionNeeded: z.boolean(),
    note: freeText().optional(),
  }),
  PlanRevised: z.object({
    revisedOn: civilDate(),
    /** True when the councils adopt the revised plan anew, and it is then published anew. */
    readoption: z.boolean(),
    summary: freeText(),
  }),
  /** Another plan took its place. */
  PlanSuperseded: z.object({ by: derivedId('plan'), supersededOn: civilDate() }),
} as const satisfies EventSchemas;
