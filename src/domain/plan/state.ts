import type { z } from 'zod';
import type { CivilDate } from '../civil-date.js';
import type { Noun } from '../command.js';
import type { EventHeader } from '../fold.js';
import { planEvents, type PlanEvents } from './events.js';

type Strategy = Omit<z.infer<PlanEvents['StrategyAdopted']>, 'title'> & {
  readonly retired: boolean;
};

/**
 * A body's part in a plan, from the day it joined. A body that took the place of others holds
 * their parts beside its own, and the plan is adopted where each of the parts is.
 */
export type Participation = {
  readonly body: string;
  readonly leftOn?: CivilDate;
  readonly adoptedOn?: CivilDate;
};

/** A plan as its decisions need it. It exists from its opening on. */
export type PlanState =
  | { readonly status: 'none' }
  | {
      readonly status: 'open';
      readonly bodies: readonly Participation[];
      /** Identified risks: code, and rank when prioritized. */
      readonly risks: ReadonlyMap<string, { readonly code: string; readonly rank?: number }>;
      readonly strategies: ReadonlyMap<string, Strategy>;
      readonly publishedOn?: CivilDate;
      /** Roles that are held. */
      readonly roles: ReadonlySet<string>;
      /** Seats that each member of the advisory committee holds. */
      readonly members: ReadonlyMap<string, readonly string[]>;
      readonly exemptedSeats: ReadonlySet<string>;
      /** Codes of the protective factors identified. */
      readonly factors: ReadonlySet<string>;
      readonly lastReviewOn?: CivilDate;
      readonly supersededBy?: string;
    };

/** A plan that was opened. */
export type OpenPlan = Extract<PlanState, { status: 'open' }>;

// Whatever follows an opening that was recorded in error changes nothing.
const whenOpen =
  <Body>(change: (plan: OpenPlan, body: Body, effectiveOn: CivilDate) => OpenPlan) =>
  (plan: PlanState, body: Body, { metadata }: EventHeader): PlanState =>
    plan.status === 'none' ? plan : change(plan, body, metadata.effectiveOn);

const withEntry = <V>(map: ReadonlyMap<string, V>, key: string, value: V): ReadonlyMap<string, V> =>
  new Map(map).set(key, value);

const withChange = <V>(
  map: ReadonlyMap<string, V>,
  key: string,
  change: (value: V) => V,
): ReadonlyMap<string, V> => {
  const value = map.get(key);
  return value === undefined ? map : withEntry(map, key, change(value));
};

const withoutRank = ({ code }: { readonly code: string }): { readonly code: string } => ({ code });

const isPartOf =
  (body: string) =>
  (part: Participation): boolean =>
    part.body === body && part.leftOn === undefined;

const changeParts = (
  { bodies }: OpenPlan,
  body: string,
  change: (part: Participation) => Participation,
): readonly Participation[] => bodies.map((part) => (isPartOf(body)(part) ? change(part) : part));

// The councils have the revised plan before them as if it were new.
const unadopted = ({ publishedOn: _, ...open }: OpenPlan): OpenPlan => ({
  ...open,
  bodies: open.bodies.map(({ adoptedOn: __, ...part }) => part),
});

/** The noun "plan": its streams, events and fold. */
export const plan: Noun<PlanState, PlanEvents> = {
  category: 'plan',
  events: planEvents,
  fold: {
    initial: { status: 'none' },
    on: {
      PlanOpened: (_, { bodies }) => ({
        status: 'open',
        bodies: bodies.map((body) => ({ body })),
        risks: new Map(),
        strategies: new Map(),
        roles: new Set(),
        members: new Map(),
        exemptedSeats: new Set(),
        factors: new Set(),
      }),
      BodyJoinedPlan: whenOpen((open, { body }) => ({
        ...open,
        bodies: [...open.bodies, { body }],
      })),
      BodyLeftPlan: whenOpen((open, { body }, leftOn) => ({
        ...open,
        bodies: changeParts(open, body, (part) => ({ ...part, leftOn })),
      })),
      BodySucceededInPlan: whenOpen((open, { body, successor }) => ({
        ...open,
        bodies: changeParts(open, body, (part) => ({ ...part, body: successor })),
      })),
      RiskIdentified: whenOpen((open, { riskId, code }) => ({
        ...open,
        risks: withEntry(open.risks, riskId, { code }),
      })),
      RiskPrioritized: whenOpen((open, { riskId, rank }) => ({
        ...open,
        risks: withChange(open.risks, riskId, (risk) => ({ ...risk, rank })),
      })),
      RiskDeprioritized: whenOpen((open, { riskId }) => ({
        ...open,
        risks: withChange(open.risks, riskId, withoutRank),
      })),
      StrategyAdopted: whenOpen((open, { title: _, ...strategy }) => ({
        ...open,
        strategies: withEntry(open.strategies, strategy.strategyId, {
          ...strategy,
          retired: false,
        }),
      })),
      StrategyRevised: whenOpen((open, { title: _, reason: __, ...changed }) => ({
        ...open,
        strategies: withChange(open.strategies, changed.strategyId, (strategy) => ({
          ...strategy,
          ...changed,
        })),
      })),
      StrategyRetired: whenOpen((open, { strategyId }) => ({
        ...open,
        strategies: withChange(open.strategies, strategyId, (strategy) => ({
          ...strategy,
          retired: true,
        })),
      })),
      PlanAdopted: whenOpen((open, { body, adoptedOn }) => ({
        ...open,
        bodies: changeParts(open, body, (part) =>
          part.adoptedOn === undefined || hasAdopted(open, body) ? { ...part, adoptedOn } : part,
        ),
      })),
      PlanPublished: whenOpen((open, { publishedOn }) => ({
        ...open,
        publishedOn,
      })),
      PlanRoleAssigned: whenOpen((open, { roleId }) => ({
        ...open,
        roles: new Set([...open.roles, roleId]),
      })),
      PlanRoleEnded: whenOpen((open, { roleId }) => ({
        ...open,
        roles: new Set([...open.roles].filter((role) => role !== roleId)),
      })),
      CommitteeSeatsFilled: whenOpen((open, { memberId, seats }) => ({
        ...open,
        members: withEntry(open.members, memberId, seats),
      })),
      CommitteeSeatsVacated: whenOpen((open, { memberId, seats }) => ({
        ...open,
        members: withChange(open.members, memberId, (held) =>
          held.filter((seat) => !seats.includes(seat)),
        ),
      })),
      CommitteeSeatExempted: whenOpen((open, { seat }) => ({
        ...open,
        exemptedSeats: new Set([...open.exemptedSeats, seat]),
      })),
      ConsultationHeld: whenOpen((open) => open),
      RiskDescribed: whenOpen((open) => open),
      ProtectiveFactorIdentified: whenOpen((open, { code }) => ({
        ...open,
        factors: new Set([...open.factors, code]),
      })),
      PlannerAppointed: whenOpen((open) => open),
      InterimSubmissionFiled: whenOpen((open) => open),
      EffectReportPublished: whenOpen((open) => open),
      ReviewCompleted: whenOpen((open, { completedOn }) => ({
        ...open,
        lastReviewOn: completedOn,
      })),
      PlanRevised: whenOpen((open, { readoption }) => (readoption ? unadopted(open) : open)),
      PlanSuperseded: whenOpen((open, { by }) => ({ ...open, supersededBy: by })),
    },
  },
};

const taking = ({ bodies }: OpenPlan): readonly Participation[] =>
  bodies.filter(({ leftOn }) => leftOn === undefined);

/** Codes of the bodies that take part now. */
export const participants = (open: OpenPlan): readonly string[] => [
  ...new Set(taking(open).map(({ body }) => body)),
];

/** True when a body's council adopted the plan for every part that the body has in it. */
export const hasAdopted = ({ bodies }: OpenPlan, body: string): boolean =>
  bodies.filter(isPartOf(body)).every(({ adoptedOn }) => adoptedOn !== undefined);

/** True when every participating body has adopted the plan. */
export const isAdoptedByAll = (open: OpenPlan): boolean =>
  taking(open).every(({ adoptedOn }) => adoptedOn !== undefined);

/** Day on which the last participating body adopted the plan; undefined while one has not. */
export const adoptedByAllOn = (open: OpenPlan): CivilDate | undefined =>
  isAdoptedByAll(open)
    ? taking(open)
        .flatMap(({ adoptedOn = [] }) => adoptedOn)
        .toSorted()
        .at(-1)
    : undefined;
