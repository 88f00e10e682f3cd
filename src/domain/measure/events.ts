import { z } from 'zod';
import { civilDate } from '../civil-date.js';
import { decimalText } from '../decimal.js';
import type { EventSchemas } from '../event.js';
import { code, derivedId } from '../identifiers.js';
import { freeText } from '../text.js';

/** Levels of the logic model (Booklet 3, tool 6). */
const outcomeLevels = ['OUTPUT', 'IMMEDIATE', 'INTERMEDIATE', 'LONG_TERM'] as const;

/** A baseline of zero differs from one that is not yet known. */
const baselineKinds = ['VALUE', 'STARTS_FROM_ZERO', 'NOT_YET_KNOWN'] as const;

/** "5 % more" may be relative or in percentage points; a target says which. */
const targetKinds = [
  'ABSOLUTE',
  'RELATIVE_CHANGE',
  'PERCENTAGE_POINT_CHANGE',
  'COMPLETION',
] as const;

const target = {
  kind: z.enum(targetKinds),
  value: decimalText(),
  dueOn: civilDate().optional(),
};

/**
 * A measurable outcome of a plan. These names are storage formats: never renamed, never
 * reused; a new shape is a new version and an upcast.
 */
export const measureEvents = {
  MeasureDefined: z.object({
    planId: derivedId('plan'),
    indicator: code(),
    level: z.enum(outcomeLevels),
    /** The prioritized risk it shows an effect on. */
    riskId: derivedId('risk').optional(),
    strategyId: derivedId('strategy').optional(),
    /** A whole population, or the people a service reached (Results-Based Accountability). */
    accountability: z.enum(['POPULATION', 'PERFORMANCE']),
    question: z.enum(['HOW_MUCH', 'HOW_WELL', 'BETTER_OFF']).optional(),
  }),
  BaselineSet: z.object({
    kind: z.enum(baselineKinds),
    value: decimalText().optional(),
    period: z.string().optional(),
  }),
  TargetSet: z.object(target),
  TargetRevised: z.object({ ...target, reason: freeText() }),
  MeasureRetired: z.object({ reason: freeText() }),
} as const satisfies EventSchemas;

export type MeasureEvents = typeof measureEvents;
