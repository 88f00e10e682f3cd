import { z } from 'zod';
import { civilDate } from '../civil-date.js';
import { decimalText } from '../decimal.js';
import type { EventSchemas } from '../event.js';
import { code } from '../identifiers.js';
import { parsePeriod, periodKinds } from '../period.js';
import { freeText, label } from '../text.js';
import { universe } from '../universe.js';
import { progressStatuses } from './progress.js';

/** What an indicator measures, which decides how it may be summed. */
export const indicatorKinds = [
  'COUNT_FLOW',
  'COUNT_STOCK',
  'RATIO',
  'MEAN',
  'MEDIAN_OR_PERCENTILE',
  'INDEX_PUBLISHED',
  'SURVEY_ESTIMATE',
  'ORDINAL',
  'QUALITATIVE',
] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

/** What happens to values over periods, and over bodies. NONE forbids it. */
const overTimeOperators = ['SUM', 'LAST', 'MEAN', 'RATIO_OF_SUMS', 'HISTOGRAM', 'NONE'] as const;
const overSpaceOperators = ['SUM', 'RATIO_OF_SUMS', 'HISTOGRAM', 'NONE'] as const;

/**
 * Results-Based Accountability: a whole population, for which no single body answers, or the
 * people a service reached; of a service one asks how much, how well, and who is better off.
 */
const accountabilities = ['POPULATION', 'PERFORMANCE'] as const;
const accountabilityQuestions = ['HOW_MUCH', 'HOW_WELL', 'BETTER_OFF'] as const;

/** Which way is better; NONE for an indicator that is watched, not steered. */
const directions = ['HIGHER', 'LOWER', 'NONE'] as const;

/**
 * How much an unreleased number may say about few people: the smallest cell that may be shown
 * is 5, 11, 15 or 20; a PUBLIC indicator was published by its source and is open to all.
 */
const sensitivities = ['PUBLIC', 'CELL_5', 'CELL_11', 'CELL_15', 'CELL_20'] as const;

const definition = {
  name: label(),
  description: label(2000).optional(),
  /** Publisher and table the numbers come from. */
  source: label(500).optional(),
  kind: z.enum(indicatorKinds),
  unit: label(100),
  /** Places a value is rounded to, half away from zero. */
  decimals: z.int().min(0).max(10),
  direction: z.enum(directions),
  universe: universe(),
  sensitivity: z.enum(sensitivities),
  overTime: z.enum(overTimeOperators),
  overSpace: z.enum(overSpaceOperators),
  /** The one kind of period it is observed for. */
  periodKind: z.enum(periodKinds),
  /** RATIO: the value is numerator ÷ denominator × factor, 100 or 100000 for instance. */
  factor: decimalText().optional(),
  /** RATIO: true when the numerator is a part of the denominator. */
  proportion: z.boolean(),
  /** Schemes whose codes may break it down. */
  dimensions: z.array(code()),
  /** Least population coverage, in percent, of a rolled-up value that is shown. */
  coverageFloor: decimalText().optional(),
  /** Whom it is about; absent when nobody said. A question exactly with PERFORMANCE. */
  accountability: z.enum(accountabilities).optional(),
  question: z.enum(accountabilityQuestions).optional(),
  /** Days after the end of a period by which a report is on time; absent: never late. */
  dueWithinDays: z.int().min(0).max(3660).optional(),
  /**
   * MEDIAN_OR_PERCENTILE that may be put together: reports carry counts by bucket, n counts
   * between n + 1 ascending bounds, each bucket from its lower bound up to the next.
   */
  histogram: z
    .object({
      /** The percentile read off, "50" for the median. */
      percentile: decimalText(),
      bounds: z.array(decimalText()).min(2).max(101),
    })
    .optional(),
  /** ORDINAL: the steps of the scale, of which a value is the number from 1. */
  levels: z.array(label(200)).min(2).max(20).optional(),
};

/** Everything an indicator version declares. */
export type IndicatorDefinition = z.infer<z.ZodObject<typeof definition>>;

const period = () => z.string().refine((text) => parsePeriod(text) !== undefined);
const cutOffs = () => z.object({ substantial: decimalText(), moderate: decimalText() });

/** What progress is measured against; without any, from the first value, as published. */
const progressRule = {
  /** Progress counts from the first value of this period or after. */
  baselinePeriod: period().optional(),
  target: z.object({ period: period(), value: decimalText() }).optional(),
  /** Value no series can pass, 100 of a percentage. */
  limit: decimalText().optional(),
  cutOffs: z
    .object({ withTarget: cutOffs().optional(), withoutTarget: cutOffs().optional() })
    .optional(),
  /** Change from the baseline, in the indicator's unit, up to which nothing changed. */
  tolerance: decimalText().optional(),
};

/** Rule by which the progress of an indicator is computed. */
export type ProgressRule = z.infer<z.ZodObject<typeof progressRule>>;

const judged = {
  geography: z.object({ kind: z.enum(['BODY', 'AREA']), code: code() }),
  /** Period of the latest value; a later value is judged anew. */
  period: period(),
};

/**
 * Life of an indicator's definition, and how its progress is judged. These names are storage
 * formats: never renamed, never reused; a new shape is a new version and an upcast.
 */
export const indicatorEvents = {
  IndicatorDefined: z.object({ key: code(), ...definition }),
  IndicatorRevised: z.object({
    ...definition,
    /** COMPARABLE keeps the series; BREAK starts another, across which no change is computed. */
    comparability: z.enum(['COMPARABLE', 'BREAK']),
    reason: freeText(),
  }),
  IndicatorRetired: z.object({ retiredOn: civilDate(), reason: freeText() }),
  /** The whole rule; it replaces the one before. A BREAK ends it. */
  ProgressRuleSet: z.object({ ...progressRule, reason: freeText().optional() }),
  /** A person's judgment, which stands in place of the computed status. */
  ProgressJudged: z.object({ ...judged, status: z.enum(progressStatuses), reason: freeText() }),
  ProgressJudgementWithdrawn: z.object({ ...judged, reason: freeText() }),
} as const satisfies EventSchemas;

export type IndicatorEvents = typeof indicatorEvents;
