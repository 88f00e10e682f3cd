import { z } from 'zod';
import { civilDate } from '../civil-date.js';
import type { EventSchemas } from '../event.js';
import { code } from '../identifiers.js';
import { label } from '../text.js';

/** Kinds of organization. Reference areas, Canada for instance, are not organizations. */
export const organizationKinds = ['MUNICIPALITY', 'FIRST_NATION', 'PARTNER', 'MINISTRY'] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

/** Tiers of municipality (Municipal Act, 2001, s. 1). */
export const tiers = ['SINGLE', 'LOWER', 'UPPER'] as const;
export type Tier = (typeof tiers)[number];

/**
 * Who must plan (Community Safety and Policing Act, 2019, Part XVI; ministry FAQ question 8):
 * the body itself, its upper tier in its place, or nobody.
 */
export const duties = ['REQUIRED', 'COVERED_THROUGH_UPPER_TIER', 'NOT_REQUIRED'] as const;
export type Duty = (typeof duties)[number];

const population = {
  /** Persons counted, by which completeness is weighed. */
  population: z.int().nonnegative(),
  censusYear: z.int().min(1900).max(2200),
};

/**
 * Life of an organization. These names are storage formats: never renamed, never reused; a new
 * shape is a new version and an upcast.
 */
export const organizationEvents = {
  OrganizationRegistered: z.object({
    code: code(),
    kind: z.enum(organizationKinds),
    name: label(),
    /** Full legal name, "City of Hamilton". */
    legalName: label().optional(),
    tier: z.enum(tiers).optional(),
    /** Code of the upper-tier municipality a lower-tier one belongs to. */
    upperTier: code().optional(),
    censusDivision: code().optional(),
    /** Code of the scheme `sectors`, for a partner. */
    sector: code().optional(),
    /** First day of its existence; absent when it was there before any period. */
    existsFrom: civilDate().optional(),
  }),
  OrganizationRenamed: z.object({ name: label(), legalName: label().optional() }),
  PopulationCounted: z.object(population),
  ObligationSet: z.object({
    duty: z.enum(duties),
    from: civilDate(),
    /** The rule that decided, "ministry-faq-question-8" for instance. */
    rule: code(),
  }),
  /** The organization ended and another took its place: an amalgamation or annexation. */
  OrganizationSucceeded: z.object({ successor: code(), endedOn: civilDate() }),
} as const satisfies EventSchemas;

export type OrganizationEvents = typeof organizationEvents;
