import type { Role } from '../authority.js';
import type { CivilDate } from '../civil-date.js';
import { findCode, versionInForce } from '../code-lists.js';
import { command, type CommandInput, type Surroundings } from '../command.js';
import { refuse, type Refusal } from '../decision.js';
import type { StreamName } from '../identifiers.js';
import {
  checkOrganizations,
  hasEnded,
  readOrganization,
  speakersFor,
  successorsOf,
} from '../organization/registry.js';
import { firstRefusal } from '../text-rules.js';
import type { Label } from '../text.js';
import * as risks from './decide-risks.js';
import * as decisions from './decide.js';
import { actInForce, type acts, type PlanningArea } from './events.js';
import { participants, plan } from './state.js';

/** Input of any command about an existing plan. */
export type PlanInput = CommandInput & { readonly planId: string };

const editors: readonly Role[] = ['municipal-editor', 'municipal-approver', 'administrator'];
const approvers: readonly Role[] = ['municipal-approver', 'administrator'];

/**
 * Codes of the bodies taking part in a plan: the parties to whatever concerns it. A body that
 * ended is spoken for by its successor, whether or not the plan's own record says so yet.
 */
export async function planParties(
  planId: string,
  around: Surroundings,
): Promise<readonly string[]> {
  const { state } = await around.read(plan, planId);
  return state.status === 'none' ? [] : speakersFor(participants(state), around);
}

/** What every command about a plan begins with: editors of its bodies, on its stream. */
export const onPlan = {
  noun: plan,
  roles: editors,
  parties: ({ planId }: PlanInput, around: Surroundings) => planParties(planId, around),
  target: ({ planId }: PlanInput) => planId as StreamName,
};

/** Opens a plan; it needs at least one body, which the caller acts for. */
export const openPlan = command({
  name: 'openPlan',
  noun: plan,
  roles: editors,
  parties: ({ bodies }: OpenPlanInput) => bodies,
  target: (_, around) => around.deriveId('plan') as StreamName,
  async decide({ title, bodies, demonstration = false }, around) {
    const field = (at: number) => `input.bodies.${at}`;
    const refusal = firstRefusal(await checkOrganizations(bodies, 'plan-body', field, around));
    return refusal ?? decisions.openPlan({ title, bodies, demonstration });
  },
});
export type OpenPlanInput = CommandInput & {
  readonly title: Label;
  readonly bodies: readonly string[];
  readonly demonstration?: boolean;
};

/** A further body joins a plan. */
export const joinPlan = command({
  ...onPlan,
  name: 'joinPlan',
  parties: async ({ planId, body }: PlanInput & { readonly body: string }, around) => [
    ...(await planParties(planId, around)),
    body,
  ],
  async decide({ body }, around) {
    const checks = await checkOrganizations([body], 'plan-body', () => 'input.body', around);
    return firstRefusal(checks) ?? decisions.joinPlan({ body });
  },
});

/** A body leaves a joint plan. */
export const leavePlan = command({
  ...onPlan,
  name: 'leavePlan',
  decide: (input: PlanInput & { readonly body: string; readonly reason: Label }) =>
    decisions.leavePlan(input),
});

/** The part of a body that ended passes to the organization that took its place. */
export const succeedInPlan = command({
  ...onPlan,
  name: 'succeedInPlan',
  roles: [...editors, 'ministry-analyst'],
  parties: ({ body }: SucceedInPlanInput, around) => successorsOf(body, around),
  async decide({ body }, around) {
    const state = await readOrganization(body, around);
    return hasEnded(state, around.today) && state.successor !== undefined
      ? decisions.succeedInPlan({ body, successor: state.successor, endedOn: state.endedOn })
      : refuse('organization-not-ended', 'input.body', { organization: body });
  },
});
export type SucceedInPlanInput = PlanInput & { readonly body: string };

/** Identifies a risk factor, by a code of the scheme `risk-factors`. */
export const identifyRisk = command({
  ...onPlan,
  name: 'identifyRisk',
  decide({ code, narrative }: IdentifyRiskInput, around) {
    const version = versionInForce(around.codeLists, 'risk-factors', around.today);
    if (!version?.codes.some((entry) => entry.code === code))
      return refuse('code-unknown', 'input.code', { scheme: 'risk-factors', code });
    const riskId = around.deriveId('risk');
    return risks.identifyRisk({ riskId, code, listVersion: version.version, narrative });
  },
});
export type IdentifyRiskInput = PlanInput & {
  readonly code: string;
  readonly narrative?: Label | undefined;
};

/** Gives a risk its place in the order of priority. */
export const prioritizeRisk = command({
  ...onPlan,
  name: 'prioritizeRisk',
  decide: (input: PlanInput & { readonly riskId: string; readonly rank: number }) =>
    risks.prioritizeRisk(input),
});

/** Takes a risk out of the order of priority. */
export const deprioritizeRisk = command({
  ...onPlan,
  name: 'deprioritizeRisk',
  decide: (input: PlanInput & { readonly riskId: string; readonly reason: Label }) =>
    risks.deprioritizeRisk(input),
});

function checkSectors(sectors: readonly string[], around: Surroundings): readonly Refusal[] {
  return sectors.flatMap((sector, at) =>
    findCode(around.codeLists, 'sectors', sector, around.today)
      ? []
      : refuse('code-unknown', `input.sectors.${at}`, { scheme: 'sectors', code: sector }).refusals,
  );
}

/** Adopts a strategy. */
export const adoptStrategy = command({
  ...onPlan,
  name: 'adoptStrategy',
  decide: (input: StrategyInput, around) =>
    firstRefusal(checkSectors(input.sectors, around)) ??
    decisions.adoptStrategy({ ...input, strategyId: around.deriveId('strategy') }),
});
export type StrategyInput = PlanInput & {
  readonly title: Label;
  readonly area: PlanningArea;
  readonly sectors: readonly string[];
  readonly risks: readonly string[];
};

/** Revises a strategy. */
export const reviseStrategy = command({
  ...onPlan,
  name: 'reviseStrategy',
  decide: (
    input: StrategyInput & { readonly strategyId: string; readonly reason: Label },
    around,
  ) => firstRefusal(checkSectors(input.sectors, around)) ?? decisions.reviseStrategy(input),
});

/** Retires a strategy. */
export const retireStrategy = command({
  ...onPlan,
  name: 'retireStrategy',
  decide: (input: PlanInput & { readonly strategyId: string; readonly reason: Label }) =>
    decisions.retireStrategy(input),
});

/** Records that one body's council adopted the plan by resolution. */
export const adoptPlan = command({
  ...onPlan,
  name: 'adoptPlan',
  roles: approvers,
  parties: ({ body }: AdoptPlanInput, around) => speakersFor([body], around),
  async decide({ act, ...input }, around) {
    const { body, adoptedOn } = input;
    const { today } = around;
    return hasEnded(await readOrganization(body, around), adoptedOn)
      ? refuse('organization-ended', 'input.body', { organization: body })
      : decisions.adoptPlan({ ...input, act: act ?? actInForce(adoptedOn), today });
  },
});
export type AdoptPlanInput = PlanInput & {
  readonly body: string;
  readonly adoptedOn: CivilDate;
  readonly resolution: string;
  readonly act?: (typeof acts)[number] | undefined;
};

/** Records that the plan is on the Internet. */
export const publishPlan = command({
  ...onPlan,
  name: 'publishPlan',
  roles: approvers,
  decide: (
    input: PlanInput & { readonly url: string; readonly publishedOn: CivilDate },
    { today },
  ) => decisions.publishPlan({ ...input, today }),
});
