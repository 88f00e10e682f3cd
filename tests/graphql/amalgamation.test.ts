import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  registerOrganization,
  setObligation,
  succeedOrganization,
} from '../../src/domain/organization/commands.js';
import * as plans from '../../src/domain/plan/commands.js';
import { markRecordedInError } from '../../src/domain/record/commands.js';
import { administrator, approver } from '../support/command-desk.js';
import { queryHub, type QueryHub } from './query-hub.js';

const kincardine = '3541024';
const brockton = '3541032';
const arran = '3541043';
const united = '3541100';
const url = 'https://bruce.example/plan';

let hub: QueryHub;
let planId: string;
let position: string;

/** Two towns adopt and publish a joint plan; a third takes part in none. */
beforeEach(async () => {
  hub = await queryHub();
  for (const [code, en] of [
    [kincardine, 'Kincardine'],
    [brockton, 'Brockton'],
    [arran, 'Arran'],
    [united, 'United Bruce'],
  ] as const) {
    const town = { code, kind: 'MUNICIPALITY', tier: 'LOWER', name: { en } } as const;
    await hub.record(registerOrganization, town);
    const duty = { organization: code, duty: 'REQUIRED', from: '2019-01-01' } as const;
    if (code !== united) await hub.record(setObligation, { ...duty, rule: 'question-8' });
  }
  const title = { en: 'Bruce', fr: 'Bruce' };
  planId = (await hub.record(plans.openPlan, { title, bodies: [kincardine, brockton] })).stream;
  await adopt(kincardine, '2021-05-03');
  await adopt(brockton, '2021-06-07');
  await hub.record(plans.publishPlan, { planId, url, publishedOn: '2021-07-09' });
  position = String(hub.readModels.position());
});
afterEach(() => hub.close());

const adopt = (body: string, adoptedOn: string) =>
  hub.record(plans.adoptPlan, { planId, body, adoptedOn, resolution: `of ${body}` });

const mutation = `mutation ($input: SucceedOrganizationInput!) {
  succeedOrganization(input: $input) { position organization { endedOn } refusals { code } }
}`;

/** Ends an organization as the ministry does, over the API. */
async function end(organization: string, endedOn = '2024-01-01') {
  const input = { organization, successor: united, endedOn, idempotencyKey: organization };
  const caller = { ...administrator, role: 'ministry-analyst' as const };
  const { succeedOrganization: answer } = await hub.read<{
    succeedOrganization: { readonly position: string; readonly refusals: readonly object[] };
  }>(mutation, { input }, { caller });
  expect(answer.refusals).toEqual([]);
  return answer.position;
}

const planView = `query ($planId: ID!, $asOf: AsOf, $on: Date) { plan(id: $planId, asOf: $asOf) {
  status
  clocks(on: $on) { code status dueOn daysLate }
  bodies {
    organization { code }
    adoption { adoptedOn resolution council { code } }
    predecessors { organization { code } endedOn }
  }
  findings(on: $on) { code severity subject message { en fr } }
} }`;

type Plan = {
  readonly status: string;
  readonly clocks: readonly object[];
  readonly bodies: readonly object[];
  readonly findings: readonly { readonly code: string }[];
};

const planAt = async (asOf?: object, on = '2024-06-15') =>
  (await hub.read<{ plan: Plan }>(planView, { planId, asOf, on })).plan;

const held = (body: string, adoptedOn: string) => ({
  organization: { code: united },
  adoption: { adoptedOn, resolution: `of ${body}`, council: { code: body } },
  predecessors: [{ organization: { code: body }, endedOn: '2024-01-01' }],
});

const endedFindings = async () =>
  (await planAt()).findings.filter(({ code }) => code === 'body-ended');

describe('when the municipalities of a joint plan amalgamate', () => {
  it('the successor has their parts, with what their councils adopted', async () => {
    await end(kincardine);
    await end(brockton);
    expect((await planAt()).bodies).toEqual([
      held(kincardine, '2021-05-03'),
      held(brockton, '2021-06-07'),
    ]);
  });

  it('the status and the clocks of the plan stay where they were', async () => {
    const { status, clocks } = await planAt();
    await end(kincardine);
    await end(brockton);
    expect(await planAt()).toMatchObject({ status, clocks });
    expect(clocks).toContainEqual(
      expect.objectContaining({ code: 'publication', status: 'LATE', daysLate: 2 }),
    );
  });

  it('the past still shows the old bodies', async () => {
    await end(kincardine);
    const before = await planAt({ position });
    expect(before.bodies).toMatchObject([
      { organization: { code: kincardine }, predecessors: [] },
      { organization: { code: brockton }, predecessors: [] },
    ]);
    const found = async (body: string, asOf?: object) => {
      const source = `query ($asOf: AsOf) {
        plans(filter: { body: "${body}" }, asOf: $asOf) { totalCount }
      }`;
      return (await hub.read<{ plans: { totalCount: number } }>(source, { asOf })).plans.totalCount;
    };
    expect([await found(kincardine), await found(united)]).toEqual([0, 1]);
    expect([await found(kincardine, { position }), await found(united, { position })]).toEqual([
      1, 0,
    ]);
  });

  it('the plan says so in its history', async () => {
    await end(kincardine);
    const source = `{ planTimeline(planId: "${planId}", first: 50) {
      edges { node { type sentence } }
    } }`;
    const told = await hub.read<{ planTimeline: { edges: { node: object }[] } }>(source);
    expect(told.planTimeline.edges.at(-1)?.node).toEqual({
      type: 'BodySucceededInPlan',
      sentence: 'United Bruce took the place of Kincardine in the plan on January 1, 2024.',
    });
  });

  it('a retry answers the same and writes nothing', async () => {
    const first = await end(kincardine);
    const head = await hub.log.head();
    expect(await end(kincardine)).toBe(first);
    expect(await hub.log.head()).toBe(head);
    expect(first).toBe(String(head));
  });
});

describe('who acts for a body that ended', () => {
  const risk = { code: 'basic-needs', idempotencyKey: 'risk' };
  const identify = (body: string) =>
    hub.execute(plans.identifyRisk, { planId, ...risk }, approver(body));

  it('is the successor, from the day of the end, though the plan does not say so yet', async () => {
    await hub.record(succeedOrganization, {
      organization: kincardine,
      successor: united,
      endedOn: '2024-01-01',
    });
    expect(await endedFindings()).toEqual([
      {
        code: 'body-ended',
        severity: 'WARNING',
        subject: kincardine,
        message: {
          en: 'Kincardine no longer exists. Record that its part passed to its successor.',
          fr: "Kincardine n'existe plus. Consignez que sa part est passée à son successeur.",
        },
      },
    ]);
    expect((await identify(kincardine)).outcome).toBe('denied');
    expect((await identify(united)).outcome).toBe('accepted');
    const pass = { planId, body: kincardine, idempotencyKey: 'pass' };
    expect((await hub.execute(plans.succeedInPlan, pass, approver(arran))).outcome).toBe('denied');
    const passed = await hub.execute(plans.succeedInPlan, pass, approver(united));
    expect(passed.outcome).toBe('accepted');
    await hub.readModels.reached(await hub.log.head(), 5000);
    expect(await endedFindings()).toEqual([]);
  });

  it('is the body itself until the day comes', async () => {
    await end(kincardine, '2024-12-31');
    expect((await planAt()).bodies).toMatchObject([
      { organization: { code: kincardine } },
      { organization: { code: brockton } },
    ]);
    expect((await identify(united)).outcome).toBe('denied');
    expect((await identify(kincardine)).outcome).toBe('accepted');
  });
});

describe('the duty of the successor', () => {
  const source = `query ($on: Date, $asOf: AsOf) {
    obligations(on: $on, asOf: $asOf) { required adopted published overdue }
    statutoryClocks(first: 50, on: $on, asOf: $asOf, filter: { code: "adoption" }) {
      edges { node { status doneOn reason bodies { code } } }
    }
  }`;
  type Duties = {
    readonly obligations: object;
    readonly statutoryClocks: {
      readonly edges: readonly {
        readonly node: { readonly bodies: readonly { readonly code: string }[] };
      }[];
    };
  };
  const duties = async (on = '2024-06-15') => {
    const { obligations, statutoryClocks } = await hub.read<Duties>(source, { on });
    const own = statutoryClocks.edges.find(({ node }) => node.bodies[0]?.code === united)?.node;
    return { obligations, own };
  };
  const oblige = (from: string) =>
    hub.record(setObligation, {
      organization: united,
      duty: 'REQUIRED',
      from,
      rule: 'restructuring-order',
    });

  it('is for the ministry to set, which the register of clocks says', async () => {
    await end(kincardine);
    expect((await duties()).own).toMatchObject({
      status: 'NOT_APPLICABLE',
      reason: 'duty-not-set',
    });
  });

  it('is met where every area had an adopted plan, on the day of the last', async () => {
    await end(kincardine);
    await end(brockton);
    await oblige('2024-01-01');
    const { obligations, own } = await duties();
    expect(own).toMatchObject({ status: 'MET', doneOn: '2021-06-07' });
    expect(obligations).toEqual({ required: 2, adopted: 1, published: 1, overdue: 1 });
  });

  it('is not met while an area it took over has no plan', async () => {
    await end(kincardine);
    await end(arran);
    await oblige('2024-01-01');
    const { obligations, own } = await duties();
    expect(own).toMatchObject({ status: 'LATE', doneOn: null });
    expect(obligations).toEqual({ required: 2, adopted: 1, published: 1, overdue: 1 });
  });

  it('leaves the duties of the old bodies as they were on the days before', async () => {
    const before = (await duties('2023-12-31')).obligations;
    await end(kincardine);
    await end(brockton);
    await oblige('2024-01-01');
    expect((await duties('2023-12-31')).obligations).toEqual(before);
    expect(before).toEqual({ required: 3, adopted: 2, published: 2, overdue: 1 });
  });
});

it('a succession recorded in error gives the part back', async () => {
  await end(kincardine);
  const [last] = (await hub.log.readStream(planId)).slice(-1);
  const reason = { en: 'It was another town' };
  await hub.record(markRecordedInError, {
    stream: planId,
    revision: last?.revision ?? -1,
    reason,
  });
  expect((await planAt()).bodies).toMatchObject([
    { organization: { code: kincardine }, predecessors: [] },
    { organization: { code: brockton } },
  ]);
});
