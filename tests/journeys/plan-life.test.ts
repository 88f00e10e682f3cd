import { beforeAll, describe, expect, it } from '@jest/globals';
import { demoHub } from '../support/demo-hub.js';
import {
  clerkOf,
  coordinator,
  partner,
  perth,
  perthPeople,
  publicHealth,
  reviewer,
  speakerOf,
  type PerthPerson,
  type RecordedEntry,
} from '../support/perth-people.js';

const { stratford, stMarys, westPerth, perthEast } = perth;
const bodies = Object.values(perth);

type Part = { readonly id: string };
type Plan = {
  readonly id: string;
  readonly revision: number;
  readonly status: string;
  readonly risks: readonly Part[];
  readonly strategies: readonly Part[];
  readonly committee: readonly Part[];
};

const planFields = 'id revision status risks { id } strategies { id } committee { id }';
const planView = `query ($id: ID!, $on: Date) { plan(id: $id) {
  status
  clocks(on: $on) { code dueOn status doneOn daysLate reason }
  findings(on: $on) { code severity subject message { en fr } }
  bodies { organization { code } adoption { adoptedOn resolution act } }
  committee { seats { seat vacatedOn } organization { code } }
  effectReports { url publishedOn }
  reviews { completedOn revisionNeeded }
} }`;

describe('the life of a joint plan, over HTTP', () => {
  const { hub, issue } = demoHub();
  let people: ReadonlyMap<PerthPerson, string>;
  let given = 0;
  let plan: Plan;

  beforeAll(async () => {
    people = await perthPeople(hub(), issue);
  });

  async function send(
    mutation: string,
    input: object,
    entity = `plan { ${planFields} }`,
    speaker = speakerOf(mutation, (input as { readonly body?: string }).body ?? stratford),
  ) {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
    const source = `mutation ($input: ${type}) { ${mutation}(input: $input) {
      ${entity} position refusals { code field }
    } }`;
    const keyed = { idempotencyKey: `life ${(given += 1)}`, ...input };
    const token = people.get(speaker) ?? '';
    const { body } = await hub().ask(source, { input: keyed }, { token });
    const [error] = body.errors ?? [];
    if (error !== undefined) throw new Error(`${mutation}: ${error.extensions?.code}`);
    const answer = body.data?.[mutation] as unknown as {
      readonly plan?: Plan | null;
      readonly refusals: readonly { readonly code: string }[];
    };
    if (answer.plan) ({ plan } = answer as { plan: Plan });
    return answer;
  }

  /** Sends a command about the plan, which must be accepted. */
  async function decide(
    mutation: string,
    input: object,
    entity?: string,
    speaker?: PerthPerson,
  ): Promise<void> {
    const { refusals } = await send(mutation, { planId: plan.id, ...input }, entity, speaker);
    expect({ mutation, refusals }).toEqual({ mutation, refusals: [] });
  }

  async function read(on: string) {
    const token = people.get(reviewer) ?? '';
    const { body } = await hub().ask(planView, { id: plan.id, on }, { token });
    expect(body.errors).toBeUndefined();
    return body.data?.['plan'] as unknown as {
      readonly status: string;
      readonly clocks: readonly { readonly code: string }[];
      readonly findings: readonly { readonly code: string; readonly severity: string }[];
    };
  }

  const errorsOn = async (on: string): Promise<readonly string[]> =>
    (await read(on)).findings
      .filter(({ severity }) => severity === 'ERROR')
      .map(({ code }) => code)
      .toSorted();

  it('is opened by five municipalities, and lacks everything the Act asks for', async () => {
    const title = { en: 'Perth plan', fr: 'Plan de Perth' };
    const { refusals } = await send('openPlan', { title, bodies });
    expect(refusals).toEqual([]);
    expect(await errorsOn('2023-06-01')).toEqual([
      ...Array.from({ length: 6 }, () => 'consultation-missing'),
      'priority-risk-missing',
      ...Array.from({ length: 3 }, () => 'seat-undecided'),
      ...Array.from({ length: 4 }, () => 'seat-vacant'),
    ]);
  });

  it('gets a coordinator, a committee and consultations', async () => {
    const from = '2023-06-05';
    await decide('assignPlanRole', { role: 'COORDINATOR', organization: stratford, from });
    const seats = [
      'health-services',
      'educational-services',
      'community-or-social-services',
      'services-to-children-or-youth',
      'police-governance',
    ];
    const office = { en: 'Social services office' };
    await decide('fillCommitteeSeats', { seats, office, filledOn: from });
    const seat = { seats: ['municipality'], organization: stMarys, filledOn: from };
    await decide('fillCommitteeSeats', seat);
    const reason = { en: 'No such service in the county' };
    await decide('exemptCommitteeSeat', { seat: 'custodial-services-to-youth', reason });
    const groups = ['advisory-committee', 'public', 'youth', 'racialized-groups'];
    await decide('recordConsultation', { groups, heldOn: '2023-09-12' });
    await decide('recordConsultation', {
      groups: [
        'first-nations-inuit-metis',
        'community-organizations',
        'mental-health-or-addictions-services',
      ],
      heldOn: '2023-10-03',
    });
    expect(await errorsOn('2024-03-31')).toEqual(['priority-risk-missing']);
  });

  it('meets its priority risk with a strategy, a commitment and a measurable outcome', async () => {
    await decide('identifyRisk', { code: 'housing-affordability' });
    const riskId = plan.risks[0]?.id ?? '';
    const groups = ['low-income-households', 'seniors'];
    await decide('describeRisk', { riskId, vulnerableGroups: groups });
    await decide('prioritizeRisk', { riskId, rank: 1 });
    expect(await errorsOn('2024-03-31')).toEqual([
      'measurable-outcome-missing',
      'strategy-missing',
    ]);
    const strategy = { title: { en: 'Homes', fr: 'Logements' }, area: 'SOCIAL_DEVELOPMENT' };
    await decide('adoptStrategy', { ...strategy, sectors: ['housing'], risks: [riskId] });
    const statement = { en: 'Forty affordable homes' };
    const strategyId = plan.strategies[0]?.id;
    const undertaking = { strategyId, partner: publicHealth, statement };
    await decide('makeCommitment', undertaking, 'commitment { id }', partner);
    const measure = { riskId, indicator: 'housing-cost-burden', accountability: 'POPULATION' };
    await decide('defineMeasure', { ...measure, level: 'LONG_TERM' }, 'measure { id }');
    expect(await errorsOn('2024-03-31')).toEqual([]);
  });

  it('is not published before all five have adopted it, one of them mis-entered', async () => {
    const days = ['2024-04-08', '2024-04-15', '2024-04-22', '2024-04-02', '2024-05-06'];
    for (const [at, body] of bodies.entries())
      if (body !== perthEast)
        await decide('adoptPlan', { body, adoptedOn: days[at], resolution: `2024-${at}` });
    const mistaken = { stream: plan.id, revision: plan.revision };
    const reason = { en: 'The wrong day was entered' };
    await send(
      'markRecordedInError',
      { ...mistaken, reason },
      'event { type }',
      clerkOf(westPerth),
    );
    await decide('adoptPlan', { body: perthEast, adoptedOn: days[4], resolution: '2024-4' });
    expect(plan.status).toBe('IN_PREPARATION');
    const url = 'https://example.org/perth-plan';
    const early = await send('publishPlan', { planId: plan.id, url, publishedOn: '2024-05-20' });
    expect(early.refusals).toMatchObject([{ code: 'plan-not-adopted' }]);
    await decide('adoptPlan', { body: westPerth, adoptedOn: '2024-04-29', resolution: '2024-3' });
    expect(plan.status).toBe('ADOPTED');
    await decide('publishPlan', { url, publishedOn: '2024-06-07' });
    expect(plan.status).toBe('PUBLISHED');
  });

  it('says that publication was two days late', async () => {
    expect((await read('2024-06-05')).clocks[0]).toMatchObject({ status: 'DUE', daysLate: null });
    expect((await read('2024-06-06')).clocks[0]).toMatchObject({ status: 'LATE', daysLate: 1 });
    expect((await read('2025-01-01')).clocks).toEqual([
      {
        code: 'publication',
        dueOn: '2024-06-05',
        status: 'LATE',
        doneOn: '2024-06-07',
        daysLate: 2,
        reason: null,
      },
      {
        code: 'review',
        dueOn: '2028-05-06',
        status: 'DUE',
        doneOn: null,
        daysLate: null,
        reason: null,
      },
    ]);
  });

  it('reports on its effect and is reviewed, which starts the next cycle', async () => {
    const url = 'https://example.org/perth-effect';
    await decide('publishEffectReport', { url, publishedOn: '2025-03-03' });
    await decide('completeReview', { completedOn: '2025-05-05', revisionNeeded: false });
    const read2025 = await read('2025-06-01');
    expect(read2025).toMatchObject({
      status: 'PUBLISHED',
      effectReports: [{ url, publishedOn: '2025-03-03' }],
      reviews: [{ completedOn: '2025-05-05', revisionNeeded: false }],
    });
    expect(read2025.clocks[1]).toMatchObject({ dueOn: '2029-05-05', status: 'DUE' });
  });

  it('was recorded by those whose part it was, and by nobody else', async () => {
    const adoption = { planId: plan.id, body: stMarys, adoptedOn: '2024-05-07', resolution: '9' };
    const denied = async (mutation: string, input: object, speaker: PerthPerson) => {
      await expect(send(mutation, input, undefined, speaker)).rejects.toThrow('FORBIDDEN');
    };
    await denied('adoptPlan', adoption, coordinator);
    await denied('adoptPlan', adoption, clerkOf(perthEast));
    await denied('identifyRisk', { planId: plan.id, code: 'gangs' }, partner);
    await denied('adoptPlan', adoption, reviewer);
    const token = people.get(reviewer) ?? '';
    const source = `query ($id: ID!) { planTimeline(planId: $id, first: 100) { edges { node {
      type actor recordedInError actingFor { code }
    } } } }`;
    const { body } = await hub().ask(source, { id: plan.id }, { token });
    const timeline = (body.data ?? {})['planTimeline'] as unknown as {
      readonly edges: readonly { readonly node: RecordedEntry }[];
    };
    const entries = timeline.edges.map(({ node }) => node);
    const adoptions = entries.filter(({ type }) => type === 'PlanAdopted');
    expect(adoptions.map(({ actingFor }) => actingFor.code).toSorted()).toEqual(
      [...bodies, westPerth].toSorted(),
    );
    expect(adoptions.filter(({ recordedInError }) => recordedInError)).toMatchObject([
      { actingFor: { code: westPerth } },
    ]);
    expect(new Set(entries.map(({ actor }) => actor)).size).toBe(7);
  });

  it('reports a quarter together: its report waits for the last of the five', async () => {
    const [period, cycleId] = ['2024-Q3', 'cycle-2024_q3'];
    const indicator = 'situation-table-discussions';
    const give = async (mutation: string, input: object, entity: string, speaker = reviewer) =>
      expect((await send(mutation, input, entity, speaker)).refusals).toEqual([]);
    const joint = async () => {
      const source = `{ reportingCycle(id: "${cycleId}") {
        jointReports { planId state waitingFor { code } }
      } }`;
      const token = people.get(reviewer) ?? '';
      const { body } = await hub().ask(source, {}, { token });
      const cycle = (body.data ?? {})['reportingCycle'] as unknown as { jointReports: object };
      return cycle.jointReports;
    };
    const expectations = [{ indicator, bodies }];
    const timing = { deadline: '2024-10-31', graceDays: 15 };
    await give('openCycle', { period, expectations, ...timing }, 'reportingCycle { id }');
    for (const body of bodies) {
      const [report, entity] = [{ cycleId, body }, 'submission { state }'];
      const number = { indicator, organization: body, period, value: '12' };
      expect(await joint()).toMatchObject([{ planId: plan.id, state: 'NOT_STARTED' }]);
      await give('recordObservation', number, 'observation { review }', clerkOf(body));
      const attestation = { fr: 'Complet et exact' };
      await give('fileSubmission', { ...report, attestation }, entity, clerkOf(body));
      if (body !== perthEast) await give('acceptSubmission', report, entity);
    }
    expect(await joint()).toEqual([{ planId: plan.id, state: 'SUBMITTED', waitingFor: [] }]);
    const last = { cycleId, body: perthEast };
    await give('acceptSubmission', last, 'submission { state }');
    expect(await joint()).toMatchObject([{ state: 'ACCEPTED' }]);
  });

  it('stands in the register of clocks with those who are late', async () => {
    const source = `query ($filter: ClockFilter, $on: Date) {
      statutoryClocks(first: 100, filter: $filter, on: $on) {
        totalCount edges { node { planId code status daysLate bodies { code } } }
      }
    }`;
    const filter = { status: 'LATE', code: 'publication' };
    const { body } = await hub().ask(source, { filter, on: '2025-01-01' });
    expect(body.errors).toBeUndefined();
    const { edges } = (body.data ?? {})['statutoryClocks'] as unknown as {
      edges: { node: { planId: string; daysLate: number; bodies: { code: string }[] } }[];
    };
    const late = edges.find(({ node }) => node.planId === plan.id)?.node;
    expect(late).toMatchObject({ daysLate: 2, bodies: bodies.map((code) => ({ code })) });
    expect(edges.map(({ node }) => node.daysLate)).toEqual([2, 2]);
  });
});
