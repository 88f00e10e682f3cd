import { describe, expect, it } from '@jest/globals';
import { demoHub } from '../support/demo-hub.js';

const stratford = '3531011';
const perthSouth = '3531013';
const stMarys = '3531016';
const westPerth = '3531025';
const perthEast = '3531030';
const bodies = [stratford, perthSouth, stMarys, westPerth, perthEast];

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
  const { hub } = demoHub();
  let given = 0;
  let plan: Plan;

  async function send(mutation: string, input: object, entity = `plan { ${planFields} }`) {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
    const source = `mutation ($input: ${type}) { ${mutation}(input: $input) {
      ${entity} position refusals { code field }
    } }`;
    const keyed = { idempotencyKey: `life ${(given += 1)}`, ...input };
    const token = hub().tokens.get('administrator solgen') ?? '';
    const { body } = await hub().ask(source, { input: keyed }, { token });
    expect(body.errors).toBeUndefined();
    const answer = body.data?.[mutation] as unknown as {
      readonly plan?: Plan | null;
      readonly refusals: readonly { readonly code: string }[];
    };
    if (answer.plan) ({ plan } = answer as { plan: Plan });
    return answer;
  }

  /** Sends a command about the plan, which must be accepted. */
  async function decide(mutation: string, input: object, entity?: string): Promise<void> {
    const { refusals } = await send(mutation, { planId: plan.id, ...input }, entity);
    expect({ mutation, refusals }).toEqual({ mutation, refusals: [] });
  }

  async function read(on: string) {
    const { body } = await hub().ask(planView, { id: plan.id, on });
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
    const undertaking = { strategyId, partner: stratford, statement };
    await decide('makeCommitment', undertaking, 'commitment { id }');
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
    await send('markRecordedInError', { ...mistaken, reason }, 'event { type }');
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

  it('reports a quarter together: its report waits for the last of the five', async () => {
    const [period, cycleId] = ['2024-Q3', 'cycle-2024_q3'];
    const indicator = 'situation-table-discussions';
    const give = async (mutation: string, input: object, entity: string) =>
      expect((await send(mutation, input, entity)).refusals).toEqual([]);
    const joint = async () => {
      const source = `{ reportingCycle(id: "${cycleId}") {
        jointReports { planId state waitingFor { code } }
      } }`;
      const token = hub().tokens.get('ministry-reviewer solgen') ?? '';
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
      await give('recordObservation', number, 'observation { review }');
      const attestation = { fr: 'Complet et exact' };
      await give('fileSubmission', { ...report, attestation }, entity);
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
