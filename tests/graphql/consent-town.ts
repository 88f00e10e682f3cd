import type { Caller } from '../../src/domain/authority.js';
import { makeCommitment } from '../../src/domain/commitment/commands.js';
import { grantConsent, withdrawConsent } from '../../src/domain/consent/commands.js';
import type { ConsentTerms } from '../../src/domain/consent/in-force.js';
import { openCycle } from '../../src/domain/cycle/commands.js';
import { defineIndicator } from '../../src/domain/indicator/commands.js';
import { recordObservation } from '../../src/domain/observation/commands.js';
import { registerOrganization } from '../../src/domain/organization/commands.js';
import { adoptPlan, adoptStrategy, openPlan } from '../../src/domain/plan/commands.js';
import { assignPlanRole } from '../../src/domain/plan/organizing-commands.js';
import { fileSubmission } from '../../src/domain/submission/commands.js';
import { approver } from '../support/command-desk.js';
import type { QueryHub } from './query-hub.js';
import { definitions } from './query-town.js';

export const kincardine = '3541024';
export const saugeen = 'saugeen';
export const indicator = 'calls-for-service-of-plans';

/** Everything a consent may cover, shown to everybody. */
export const openTerms: ConsentTerms = { audiences: ['PUBLIC'], level: 'IDENTIFIED', plans: true };

/** A token of each kind that may look. */
export const callers = {
  public: { actor: 'public', role: 'public', organizations: [] },
  neighbour: approver(kincardine),
  analyst: { actor: 'analyst', role: 'ministry-analyst', organizations: ['solgen'] },
  administrator: { actor: 'administrator', role: 'administrator', organizations: ['solgen'] },
  researcher: { actor: 'researcher', role: 'researcher', organizations: [] },
  itself: approver(saugeen),
} as const satisfies Readonly<Record<string, Caller>>;

/** A town and a First Nation with a joint plan, a plan of the First Nation alone, and numbers. */
export async function shareWithFirstNation({ record }: QueryHub) {
  const town = { code: kincardine, kind: 'MUNICIPALITY', tier: 'LOWER' } as const;
  await record(registerOrganization, { ...town, name: { en: 'Kincardine' } });
  const name = { en: 'Saugeen First Nation' };
  await record(registerOrganization, { code: saugeen, kind: 'FIRST_NATION', name });
  const bodies = [kincardine, saugeen];
  const title = { en: 'Joint plan', fr: 'Plan conjoint' };
  const { stream: planId } = await record(openPlan, { title, bodies });
  const { events } = await record(adoptStrategy, {
    planId,
    title: { en: 'Youth centre' },
    area: 'PREVENTION',
    sectors: ['education'],
    risks: [],
  });
  const strategyId = events[0]?.data['strategyId'] as string;
  const statement = { en: 'Two rooms' };
  const made = { planId, strategyId, partner: saugeen, statement };
  const { stream: commitmentId } = await record(makeCommitment, made);
  const role = { role: 'CHAMPION', organization: saugeen, from: '2024-01-15' } as const;
  await record(assignPlanRole, { planId, ...role });
  const adoption = { planId, body: saugeen, adoptedOn: '2024-06-01', resolution: 'BCR-7' };
  await record(adoptPlan, adoption, approver(saugeen));
  const own = { title: { en: 'Our own plan' }, bodies: [saugeen] };
  const { stream: ownPlanId } = await record(openPlan, own);
  const definition = definitions['calls-for-service'];
  const universe = { kind: 'LISTED' as const, bodies };
  await record(defineIndicator, {
    ...definition,
    sensitivity: 'PUBLIC',
    universe,
    key: indicator,
  });
  for (const [organization, value] of [
    [kincardine, '40'],
    [saugeen, '7'],
  ] as const)
    await record(recordObservation, { indicator, organization, period: '2023', value });
  const expectations = [{ indicator, bodies }];
  const timing = { deadline: '2024-06-30', graceDays: 0 };
  await record(openCycle, { period: '2023', expectations, ...timing });
  const report = { cycleId: 'cycle-2023', body: saugeen, attestation: { en: 'Complete' } };
  await record(fileSubmission, report, approver(saugeen));
  return { planId, ownPlanId, commitmentId, strategyId };
}

/** Grants everything to everybody, and says how to withdraw it. */
export async function openUp({ record }: QueryHub, terms: ConsentTerms = openTerms) {
  const { events, position } = await record(grantConsent, { firstNation: saugeen, ...terms });
  const grantId = events[0]?.data['grantId'] as string;
  const reason = { en: 'The band council decided' };
  return {
    grantId,
    position,
    withdraw: () => record(withdrawConsent, { firstNation: saugeen, grantId, reason }),
  };
}

const asked = `query ($planId: ID!, $ownPlanId: ID!, $commitmentId: ID!, $asOf: AsOf) {
  plan(id: $planId, asOf: $asOf) {
    bodies { organization { code } } roles { organization { code } }
    commitments { partner { code } }
  }
  own: plan(id: $ownPlanId, asOf: $asOf) { id }
  node(id: $ownPlanId, asOf: $asOf) { id }
  plans(asOf: $asOf) { totalCount edges { node { id bodies { organization { code } } } } }
  theirs: plans(filter: { body: "${saugeen}" }, asOf: $asOf) { totalCount edges { node { id } } }
  commitment(id: $commitmentId, asOf: $asOf) { partner { code } }
  planTimeline(planId: $planId, asOf: $asOf) { edges { node { sentence actingFor { code } } } }
  ownTimeline: planTimeline(planId: $ownPlanId, asOf: $asOf) { edges { node { sentence } } }
  planChanges(planId: $planId, from: { position: "0" }, to: $asOf) { path after }
  ownChanges: planChanges(planId: $ownPlanId, from: { position: "0" }, to: $asOf) { path }
  coverage(asOf: $asOf) { commitmentsWithoutProgress { id } }
  statutoryClocks(asOf: $asOf) { edges { node { planId bodies { code } } } }
}`;

const numbers = `query ($asOf: AsOf) {
  outcomesByBody(indicator: "${indicator}", period: "2023", asOf: $asOf) {
    totalCount edges { node { organization { code } value } }
  }
  outcomeSeries(indicator: "${indicator}", organization: "${saugeen}", asOf: $asOf) {
    points { value }
  }
  reportingCycle(id: "cycle-2023", asOf: $asOf) {
    expectations { bodies { code } } jointReports { waitingFor { code } }
  }
  submissions(cycleId: "cycle-2023", asOf: $asOf) { edges { node { organization { code } } } }
  submission(cycleId: "cycle-2023", body: "${saugeen}", asOf: $asOf) { organization { code } }
  reportsDue(body: "${saugeen}", asOf: $asOf) { organization { code } }
}`;

/** Everything a caller is told, as text, in which a row of the First Nation would be seen. */
export async function toldTo(
  hub: QueryHub,
  ids: Readonly<Record<string, string>>,
  caller: Caller,
  asOf?: object,
): Promise<{ readonly plans: string; readonly numbers: string }> {
  const [plans, told] = [
    await hub.read(asked, { ...ids, asOf }, { caller }),
    await hub.read(numbers, { asOf }, { caller }),
  ];
  return { plans: JSON.stringify(plans), numbers: JSON.stringify(told) };
}
