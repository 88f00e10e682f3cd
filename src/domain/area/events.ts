import { z } from 'zod';
import { civilDate } from '../civil-date.js';
import type { EventSchemas } from '../event.js';
import { code } from '../identifiers.js';
import { freeText, label } from '../text.js';

/** Kinds of reporting area: none of them follows municipal boundaries of its own accord. */
export const areaKinds = [
  'POLICE_SERVICE',
  'HEALTH_UNIT',
  'SCHOOL_BOARD',
  'SERVICE_MANAGER',
  'JOINT_SERVICE',
  'OTHER',
] as const;
export type AreaKind = (typeof areaKinds)[number];

const boundaries = {
  /** First day of these boundaries. */
  from: civilDate(),
  /** Codes of the bodies that lie in it as a whole. */
  members: z.array(code()),
  /** Codes of the bodies only a part of which lies in it. */
  crosses: z.array(code()),
  /** How codes were matched, "source-crosswalk" for instance; never by name. */
  method: code(),
  /** Publisher and table of the crosswalk. */
  source: label(500),
  /** Persons living in it, where the source counts them; else those of its members. */
  population: z.int().nonnegative().optional(),
};

/**
 * Life of a reporting area, a police service's for instance: which bodies it takes in, from when.
 * These names are storage formats: never renamed, never reused; a new shape is a new version.
 */
export const areaEvents = {
  AreaDefined: z.object({ code: code(), kind: z.enum(areaKinds), name: label(), ...boundaries }),
  /** Its boundaries changed from a day on; periods before keep the old ones. */
  AreaRedrawn: z.object({ ...boundaries, reason: freeText() }),
  /** It ended; `successor` is the area that took its place. */
  AreaEnded: z.object({ endedOn: civilDate(), successor: code().optional(), reason: freeText() }),
} as const satisfies EventSchemas;

export type AreaEvents = typeof areaEvents;
