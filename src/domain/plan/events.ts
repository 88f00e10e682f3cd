import { z } from 'zod';
import { civilDate, type CivilDate } from '../civil-date.js';
import type { EventSchemas } from '../event.js';
import { code, derivedId } from '../identifiers.js';
import { freeText } from '../text.js';
import { lifeEvents } from './life-events.js';
import { organizingEvents } from './organizing-events.js';

/** The four planning areas of the framework (Booklet 3, section 2). */
export const planningAreas = [
  'SOCIAL_DEVELOPMENT',
  'PREVENTION',
  'RISK_INTERVENTION',
  'INCIDENT_RESPONSE',
] as const;
export type PlanningArea = (typeof planningAreas)[number];

/** The act under which a council adopted a plan; one adopted under the older act still counts. */
export const acts = ['POLICE_SERVICES_ACT', 'COMMUNITY_SAFETY_AND_POLICING_ACT'] as const;

/** The act in force on a day: the newer one replaced the older on 1 April 2024. */
export const actInForce = (on: CivilDate): (typeof acts)[number] =>
  on < '2024-04-01' ? 'POLICE_SERVICES_ACT' : 'COMMUNITY_SAFETY_AND_POLICING_ACT';

const strategy = {
  strategyId: derivedId('strategy'),
  title: freeText(),
  area: z.enum(planningAreas),
  /** Codes of the scheme `sectors`. */
  sectors: z.array(code()).min(1),
  /** The prioritized risks it is to reduce. */
  risks: z.array(derivedId('risk')),
};

/**
 * Planning decisions of one plan. These names are storage formats: never renamed, never
 * reused; a new shape is a new version and an upcast.
 */
export const planEvents = {
  PlanOpened: z.object({
    title: freeText(),
    bodies: z.array(code()).min(1),
    /** True for a plan made to show the hub, not one a council adopted. */
    demonstration: z.boolean(),
  }),
  BodyJoinedPlan: z.object({ body: code() }),
  BodyLeftPlan: z.object({ body: code(), reason: freeText() }),
  /** A body ended, by amalgamation for instance, and its part in the plan passed to another. */
  BodySucceededInPlan: z.object({ body: code(), successor: code(), endedOn: civilDate() }),
  RiskIdentified: z.object({
    riskId: derivedId('risk'),
    /** Code of the scheme `risk-factors`, in the version named. */
    code: code(),
    listVersion: z.string(),
    narrative: freeText().optional(),
  }),
  RiskPrioritized: z.object({ riskId: derivedId('risk'), rank: z.int().min(1).max(999) }),
  RiskDeprioritized: z.object({ riskId: derivedId('risk'), reason: freeText() }),
  StrategyAdopted: z.object(strategy),
  StrategyRevised: z.object({ ...strategy, reason: freeText() }),
  StrategyRetired: z.object({ strategyId: derivedId('strategy'), reason: freeText() }),
  PlanAdopted: z.object({
    body: code(),
    adoptedOn: civilDate(),
    /** Number of the council's resolution or by-law, "2021-203". */
    resolution: z.string().min(1).max(64),
    act: z.enum(acts),
  }),
  PlanPublished: z.object({ url: z.url().max(2000), publishedOn: civilDate() }),
  ...organizingEvents,
  ...lifeEvents,
} as const satisfies EventSchemas;

export type PlanEvents = typeof planEvents;
