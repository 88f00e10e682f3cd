import type { z } from 'zod';
import type { CivilDate } from '../civil-date.js';
import type { Noun } from '../command.js';
import type { EventHeader } from '../fold.js';
import { planEvents, type PlanEvents } from './events.js';

type Strategy = Omit<z.infer<PlanEvents['StrategyAdopted']>, 'title'> & {
  readonly retired: boolean;
};

/** A body's part in a plan, from the day it joined. */
export type Participation = {
  readonly leftOn?: CivilDate;
  readonly adoptedOn?: CivilDate;
};

/** A plan as its decisions need it. It exists from its opening on. */
export type PlanState =
  | { readonly status: 'none' }
  | {
      readonly status: 'open';
      readonly bodies: ReadonlyMap<string, Participation>;
      /** Identified risks: code, and rank when prioritized. */
      readonly risks: ReadonlyMap<string, { readonly code: string; readonly rank?: number }>;
      readonly strategies: ReadonlyMap<string, Strategy>;
      readonly publishedOn?: CivilDate;
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

/** The noun "plan": its streams, events and fold. */
export const plan: Noun<PlanState, PlanEvents> = {
  category: 'plan',
  events: planEvents,
  fold: {
    initial: { status: 'none' },
    on: {
      PlanOpened: (_, { bodies }) => ({
        status: 'open',
        bodies: new Map(bodies.map((body) => [body, {}])),
        risks: new Map(),
        strategies: new Map(),
      }),
      BodyJoinedPlan: whenOpen((open, { body }) => ({
        ...open,
        bodies: withEntry(open.bodies, body, {}),
      })),
      BodyLeftPlan: whenOpen((open, { body }, leftOn) => ({
        ...open,
        bodies: withChange(open.bodies, body, (part) => ({ ...part, leftOn })),
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
        bodies: withChange(open.bodies, body, (part) => ({ ...part, adoptedOn })),
      })),
      PlanPublished: whenOpen((open, { publishedOn }) => ({
        ...open,
        publishedOn,
      })),
    },
  },
};

/** Codes of the bodies that take part now. */
export const participants = ({ bodies }: OpenPlan): readonly string[] =>
  [...bodies].filter(([, { leftOn }]) => leftOn === undefined).map(([body]) => body);

/** True when every participating body has adopted the plan. */
export const isAdoptedByAll = (open: OpenPlan): boolean =>
  [...open.bodies.values()].every(
    ({ leftOn, adoptedOn }) => leftOn !== undefined || adoptedOn !== undefined,
  );
