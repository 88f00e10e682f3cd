import { z } from 'zod';
import { civilDate } from '../civil-date.js';
import type { EventSchemas } from '../event.js';
import { code } from '../identifiers.js';
import { label } from '../text.js';

/** Longest list that can be published. */
export const codesMax = 10_000;

/**
 * Life of the code lists. These names are storage formats: never renamed, never reused; a new
 * shape is a new version and an upcast.
 */
export const codeListEvents = {
  CodeListVersionPublished: z.object({
    /** The list, `risk-factors`. */
    scheme: code(),
    /** Name of the version, which decisions record. */
    version: code(),
    /** First day on which decisions use it. */
    from: civilDate(),
    /** Where the codes come from. */
    source: z.string().trim().min(1).max(2_000),
    codes: z
      .array(z.object({ code: code(), label: label(2_000), parent: code().optional() }))
      .min(1)
      .max(codesMax),
  }),
} as const satisfies EventSchemas;

export type CodeListEvents = typeof codeListEvents;
