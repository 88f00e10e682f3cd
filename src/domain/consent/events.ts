import { z } from 'zod';
import { civilDate } from '../civil-date.js';
import type { EventSchemas } from '../event.js';
import { code, derivedId } from '../identifiers.js';
import { freeText } from '../text.js';

/** To whom a First Nation lets something be shown; `PUBLIC` is everybody. */
export const audiences = ['MINISTRY', 'PARTNERS', 'RESEARCHERS', 'PUBLIC'] as const;
export type Audience = (typeof audiences)[number];

/**
 * How closely: `AGGREGATED` lets numbers count in sums of the province, `IDENTIFIED` also shows
 * them and its part in plans under its name.
 */
export const consentLevels = ['AGGREGATED', 'IDENTIFIED'] as const;
export type ConsentLevel = (typeof consentLevels)[number];

const terms = {
  audiences: z.array(z.enum(audiences)).min(1),
  level: z.enum(consentLevels),
  /** True when its part in plans may be shown. */
  plans: z.boolean(),
  /** Keys of the indicators whose numbers are meant; absent for all of them. */
  indicators: z.array(code()).optional(),
  /** Last day on which the consent holds, in Toronto; absent until it is withdrawn. */
  until: civilDate().optional(),
};

/**
 * What a First Nation, a voluntary participant, lets others see. These names are storage
 * formats: never renamed, never reused; a new shape is a new version and an upcast.
 */
export const consentEvents = {
  ConsentGranted: z.object({ grantId: derivedId('grant'), firstNation: code(), ...terms }),
  /** The grant holds for less from here on: all of its terms said anew. */
  ConsentNarrowed: z.object({ grantId: derivedId('grant'), ...terms, reason: freeText() }),
  ConsentWithdrawn: z.object({ grantId: derivedId('grant'), reason: freeText() }),
} as const satisfies EventSchemas;

export type ConsentEvents = typeof consentEvents;
