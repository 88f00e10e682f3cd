import { checkDate } from '../calendar-rules.js';
import type { CivilDate } from '../civil-date.js';
import { accept, refuse } from '../decision.js';
import { checkText, firstRefusal } from '../text-rules.js';
import { plainText, type Label } from '../text.js';
import { actInForce, type acts, type PlanningArea } from './events.js';
import { inPlan, type PlanDecision } from './in-plan.js';
import {
  hasAdopted,
  isAdoptedByAll,
  participants,
  type OpenPlan,
  type PlanState,
} from './state.js';

/** Opens a plan of one body, or a joint plan of several. */
export const openPlan =
  (details: {
    readonly title: Label;
    readonly bodies: readonly string[];
    readonly demonstration: boolean;
  }) =>
  (_: PlanState): PlanDecision => {
    const { title, bodies, demonstration } = details;
    const refusal = firstRefusal(checkText(title, 'input.title', 300));
    if (refusal) return refusal;
    if (bodies.length === 0) return refuse('bodies-required', 'input.bodies');
    const repeated = bodies.findIndex((body, at) => bodies.indexOf(body) < at);
    if (repeated >= 0)
      return refuse('body-already-joined', `input.bodies.${repeated}`, {
        body: bodies[repeated] ?? '',
      });
    return accept({
      type: 'PlanOpened',
      data: { title: plainText(title), bodies: [...bodies], demonstration },
    });
  };

/** A further body joins; it has yet to adopt the plan. */
export const joinPlan = ({ body }: { readonly body: string }) =>
  inPlan((open) =>
    participants(open).includes(body)
      ? refuse('body-already-joined', 'input.body', { body })
      : accept({ type: 'BodyJoinedPlan', data: { body } }),
  );

/** A body leaves a joint plan; the last one stays. */
export const leavePlan = ({ body, reason }: { readonly body: string; readonly reason: Label }) =>
  inPlan((open) => {
    const refusal = firstRefusal(checkText(reason, 'input.reason'));
    if (refusal) return refusal;
    if (!participants(open).includes(body))
      return refuse('body-not-in-plan', 'input.body', { body });
    if (participants(open).length === 1) return refuse('last-body', 'input.body', { body });
    return accept({ type: 'BodyLeftPlan', data: { body, reason: plainText(reason) } });
  });

/** The part of a body that ended passes to its successor, with the adoption it brought about. */
export const succeedInPlan = (details: {
  readonly body: string;
  readonly successor: string;
  readonly endedOn: CivilDate;
}) =>
  inPlan((open) =>
    participants(open).includes(details.body)
      ? accept({ type: 'BodySucceededInPlan', data: details })
      : refuse('body-not-in-plan', 'input.body', { body: details.body }),
  );

/** Records a council's adoption by resolution, under the act in force on its day. */
export const adoptPlan = (details: {
  readonly body: string;
  readonly adoptedOn: CivilDate;
  readonly resolution: string;
  readonly act: (typeof acts)[number];
  readonly today: CivilDate;
}) =>
  inPlan((open) => {
    const { body, adoptedOn, resolution, act, today } = details;
    if (!participants(open).includes(body))
      return refuse('body-not-in-plan', 'input.body', { body });
    if (hasAdopted(open, body)) return refuse('plan-already-adopted', 'input.body', { body });
    if (resolution.trim() === '' || resolution.length > 64)
      return refuse('resolution-required', 'input.resolution');
    const refusal = firstRefusal(checkDate(adoptedOn, 'input.adoptedOn', today));
    if (refusal) return refusal;
    const inForce = actInForce(adoptedOn);
    if (act !== inForce) return refuse('act-not-in-force', 'input.act', { act: inForce });
    return accept({ type: 'PlanAdopted', data: { body, adoptedOn, resolution, act } });
  });

/** True for an address of the Web that a plan or report may be published at. */
export const isWebAddress = (url: string): boolean => {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return url.length <= 2000 && (parsed?.protocol === 'https:' || parsed?.protocol === 'http:');
};

/** Records publication on the Internet, which follows adoption by every participating body. */
export const publishPlan = (details: {
  readonly url: string;
  readonly publishedOn: CivilDate;
  readonly today: CivilDate;
}) =>
  inPlan((open) => {
    const { url, publishedOn, today } = details;
    if (!isAdoptedByAll(open)) return refuse('plan-not-adopted', 'input.planId');
    if (open.publishedOn !== undefined) return refuse('plan-already-published', 'input.planId');
    if (!isWebAddress(url)) return refuse('url-invalid', 'input.url');
    const refusal = firstRefusal(checkDate(publishedOn, 'input.publishedOn', today));
    if (refusal) return refusal;
    return accept({ type: 'PlanPublished', data: { url, publishedOn } });
  });

/** What a strategy is made of when it is adopted or revised. */
export type StrategyDetails = {
  readonly strategyId: string;
  readonly title: Label;
  readonly area: PlanningArea;
  readonly sectors: readonly string[];
  readonly risks: readonly string[];
};

function checkStrategy(open: OpenPlan, { title, sectors, risks }: StrategyDetails) {
  const unknown = risks.findIndex((risk) => !open.risks.has(risk));
  return firstRefusal(
    checkText(title, 'input.title', 300),
    sectors.length === 0 ? refuse('sectors-required', 'input.sectors').refusals : [],
    unknown < 0 ? [] : refuse('risk-unknown', `input.risks.${unknown}`).refusals,
  );
}

const strategyBody = ({ strategyId, title, area, sectors, risks }: StrategyDetails) => ({
  strategyId,
  title: plainText(title),
  area,
  sectors: [...sectors],
  risks: [...risks],
});

/** Adopts a strategy in one of the four areas, against identified risks. */
export const adoptStrategy = (details: StrategyDetails) =>
  inPlan(
    (open) =>
      checkStrategy(open, details) ??
      accept({ type: 'StrategyAdopted', data: strategyBody(details) }),
  );

/** Revises a strategy that stands. */
export const reviseStrategy = ({
  reason,
  ...details
}: StrategyDetails & { readonly reason: Label }) =>
  inPlan((open) => {
    const refusal =
      checkStanding(open, details.strategyId) ??
      checkStrategy(open, details) ??
      firstRefusal(checkText(reason, 'input.reason'));
    if (refusal) return refusal;
    const data = { ...strategyBody(details), reason: plainText(reason) };
    return accept({ type: 'StrategyRevised', data });
  });

function checkStanding(open: OpenPlan, strategyId: string) {
  const strategy = open.strategies.get(strategyId);
  if (strategy === undefined) return refuse('strategy-unknown', 'input.strategyId');
  return strategy.retired ? refuse('strategy-retired', 'input.strategyId') : undefined;
}

/** Retires a strategy; it stays on the record. */
export const retireStrategy = (details: { readonly strategyId: string; readonly reason: Label }) =>
  inPlan((open) => {
    const { strategyId, reason } = details;
    const refusal =
      checkStanding(open, strategyId) ?? firstRefusal(checkText(reason, 'input.reason'));
    if (refusal) return refusal;
    return accept({ type: 'StrategyRetired', data: { strategyId, reason: plainText(reason) } });
  });
