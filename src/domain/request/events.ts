import { z } from 'zod';
import { civilDate } from '../civil-date.js';
import { cyclePeriod } from '../cycle/events.js';
import type { EventSchemas } from '../event.js';
import { code } from '../identifiers.js';
import { freeText } from '../text.js';

/**
 * What the ministry asks of organizations besides their reports (the Act lets the Minister
 * request information). These names are storage formats: never renamed, never reused; a new
 * shape is a new version and an upcast.
 */
export const requestEvents = {
  InformationRequested: z.object({
    organizations: z.array(code()).min(1),
    question: freeText(),
    /** Last civil day in Toronto on which an answer is in time. */
    dueOn: civilDate(),
    /** Period of the reporting cycle it is about, if it is about one. */
    period: cyclePeriod().optional(),
  }),
  /** Answered again, an answer replaces the one before. */
  InformationProvided: z.object({ organization: code(), answer: freeText() }),
  InformationRequestWithdrawn: z.object({ reason: freeText() }),
} as const satisfies EventSchemas;

export type RequestEvents = typeof requestEvents;
