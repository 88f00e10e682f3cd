import { z } from 'zod';
import { civilDate } from '../civil-date.js';
import { decimalText } from '../decimal.js';
import type { EventSchemas } from '../event.js';
import { code } from '../identifiers.js';
import { parsePeriod } from '../period.js';
import { freeText } from '../text.js';

/** What is known. A true zero is REPORTED "0"; missing is not zero. */
export const observationStatuses = [
  'REPORTED',
  'NOT_REPORTED',
  'NOT_APPLICABLE',
  'SUPPRESSED_AT_SOURCE',
  'WITHDRAWN',
] as const;
export type ObservationStatus = (typeof observationStatuses)[number];

/** What a reader should know of a number; several may apply. */
export const observationFlags = [
  'PROVISIONAL',
  'ESTIMATED',
  'BREAK',
  'LOW_RELIABILITY',
  'PARTIAL',
  'REVISED',
] as const;
export type ObservationFlag = (typeof observationFlags)[number];

const place = {
  indicator: code(),
  /** The body reporting, or the reference area a source published for. */
  geography: z.object({ kind: z.enum(['BODY', 'AREA']), code: code() }),
  period: z.string().refine((text) => parsePeriod(text) !== undefined),
};

const key = {
  ...place,
  /** Codes that break the number down, sorted by dimension; empty for the total. */
  categories: z.array(z.object({ dimension: code(), category: code() })),
};

const content = {
  indicatorVersion: z.int().min(1),
  status: z.enum(observationStatuses),
  value: decimalText().optional(),
  numerator: decimalText().optional(),
  denominator: decimalText().optional(),
  /** Counts by bucket of the indicator's histogram. */
  histogram: z.array(decimalText()).max(100).optional(),
  /** Confidence interval of a survey estimate; `level` in percent, "95". */
  interval: z
    .object({ lower: decimalText(), upper: decimalText(), level: decimalText() })
    .optional(),
  /** What was observed, in words: exactly with a QUALITATIVE indicator. */
  narrative: freeText().optional(),
  flags: z.array(z.enum(observationFlags)),
  /** PARTIAL: how many of the source's units are missing, of how many. */
  missingUnits: z.object({ missing: z.int().min(1), total: z.int().min(1) }).optional(),
  /** Date on which the source published it. */
  sourceReleasedOn: civilDate().optional(),
};

/**
 * What was measured for one indicator and geography, and what lies behind it. These names are
 * storage formats: never renamed, never reused; a new shape is a new version and an upcast.
 */
export const observationEvents = {
  ObservationRecorded: z.object({ ...key, ...content }),
  ObservationCorrected: z.object({ ...key, ...content, reason: freeText() }),
  ObservationWithdrawn: z.object({ ...key, reason: freeText() }),
  /** The story behind the curve for a period; told again, it replaces the one before. */
  StoryTold: z.object({ ...place, text: freeText() }),
} as const satisfies EventSchemas;

export type ObservationEvents = typeof observationEvents;

/** One category of one dimension. */
export type CategoryChoice = z.infer<typeof key.categories>[number];

/** Text that names a combination of categories: "age=0-17;sex=f"; "" for the total. */
export const categoriesKey = (categories: readonly CategoryChoice[]): string =>
  categories
    .map(({ dimension, category }) => `${dimension}=${category}`)
    .toSorted()
    .join(';');
