import { z } from 'zod';
import { roles } from '../authority.js';
import { civilDate } from '../civil-date.js';
import type { EventSchemas } from '../event.js';
import { code } from '../identifiers.js';
import { freeText, languages } from '../text.js';

/** What a person may be written about. */
export const noticeKinds = ['HANDOVER', 'DIGEST', 'SUBMISSION'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

const held = { role: z.enum(roles), organization: code() };

/**
 * What a person may do. These names are storage formats: never renamed, never reused; a new
 * shape is a new version and an upcast.
 */
export const personEvents = {
  /** The person may be granted roles; the name is for those who grant them. */
  PersonInvited: z.object({ name: freeText().optional() }),
  /** The person holds a role in an organization; a later grant of the same replaces it. */
  RoleGranted: z.object({
    ...held,
    /** First day on which it holds. */
    from: civilDate(),
    /** Last day on which it holds; absent without an end. */
    until: civilDate().optional(),
  }),
  /** The person does not hold the role in the organization, whatever a token claims. */
  RoleRevoked: z.object({ ...held, reason: freeText() }),
  /** How the person is written to, and about what; it replaces what was set before. */
  PersonContactSet: z.object({
    /** E-mail address, sealed so that it can be redacted; absent to be written to no more. */
    address: freeText().optional(),
    language: z.enum(languages),
    notices: z.array(z.enum(noticeKinds)),
  }),
} as const satisfies EventSchemas;

export type PersonEvents = typeof personEvents;
