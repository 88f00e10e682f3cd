import { z } from 'zod';
import { cyclePeriod } from '../cycle/events.js';
import type { EventSchemas } from '../event.js';
import { code } from '../identifiers.js';
import { freeText } from '../text.js';

const of = { period: cyclePeriod(), body: code() };

const categories = z.array(z.object({ dimension: code(), category: code() }));

/** Which version of which numbers: the revision of each in the stream of its observations. */
const cells = z
  .array(z.object({ indicator: code(), categories, revision: z.int().nonnegative() }))
  .min(1);

/**
 * What became of the report of one body in one cycle. These names are storage formats: never
 * renamed, never reused; a new shape is a new version and an upcast.
 */
export const submissionEvents = {
  SubmissionFiled: z.object({
    ...of,
    cells,
    /** How many of the cells hold a number, for the receipt. */
    reported: z.int().nonnegative(),
    /** That the report is complete and right, in the words of the one who answers for it. */
    attestation: freeText(),
  }),
  SubmissionReturned: z.object({
    ...of,
    comments: z.array(z.object({ indicator: code(), categories, text: freeText() })),
    /** About the report as a whole. */
    remark: freeText().optional(),
  }),
  /** Accepts these versions and no others. */
  SubmissionAccepted: z.object({ ...of, cells }),
  SubmissionReopened: z.object({ ...of, reason: freeText() }),
  /** What the ministry writes to the body about its report; it decides nothing. */
  FeedbackGiven: z.object({ ...of, text: freeText() }),
} as const satisfies EventSchemas;

export type SubmissionEvents = typeof submissionEvents;
