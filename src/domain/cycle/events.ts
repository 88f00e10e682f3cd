import { z } from 'zod';
import { civilDate } from '../civil-date.js';
import type { EventSchemas } from '../event.js';
import { code } from '../identifiers.js';
import { parsePeriod } from '../period.js';
import { freeText } from '../text.js';

/** A period in an event body. */
export const cyclePeriod = () =>
  z
    .string()
    .refine((text) => parsePeriod(text) !== undefined)
    .meta({ title: 'period', examples: ['2024'] });

const timing = {
  /** Last civil day in Toronto on which a report is on time. */
  deadline: civilDate(),
  /** Days after it during which a report is not counted as late. */
  graceDays: z.int().min(0).max(366),
};

/**
 * A reporting cycle: what the ministry expects for a period, from whom and by when. These names
 * are storage formats: never renamed, never reused; a new shape is a new version and an upcast.
 */
export const cycleEvents = {
  CycleOpened: z.object({
    period: cyclePeriod(),
    expectations: z
      .array(
        z.object({
          indicator: code(),
          /** From these bodies alone; absent for all of the indicator's universe. */
          bodies: z.array(code()).optional(),
        }),
      )
      .min(1),
    ...timing,
  }),
  CycleDeadlineChanged: z.object({ ...timing, reason: freeText() }),
  /** Nothing is submitted for the first time any more; what was submitted takes its course. */
  CycleClosed: z.object({ closedOn: civilDate() }),
} as const satisfies EventSchemas;

export type CycleEvents = typeof cycleEvents;
