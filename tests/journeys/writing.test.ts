import { describe, expect, it } from '@jest/globals';
import { roles } from '../../src/domain/authority.js';
import { operation } from '../support/contract-operations.js';
import { demoHub } from '../support/demo-hub.js';
import type { Answer } from '../support/hub-process.js';

/** The first event that a subscription sends. */
async function firstEvent(response: Response): Promise<unknown> {
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString();
    const data = /^event: next\ndata: (.+)$/m.exec(text)?.[1];
    if (data !== undefined) return JSON.parse(data);
  }
  throw new Error(`no event: ${text}`);
}

describe('those who write, over HTTP', () => {
  const { hub, query } = demoHub();

  const editor = () => ({ token: hub().tokens.get('municipal-editor 3541024') ?? '' });
  const payload = (answer: Answer, field: string): never => {
    expect(answer.body.errors).toBeUndefined();
    return answer.body.data?.[field] as never;
  };

  it('prints one token of each role', () => {
    const printed = [...hub().tokens.keys()].map((name) => name.split(' ')[0]);
    expect(new Set(printed)).toEqual(new Set(roles));
  });

  it('opens a plan and reads it back at once', async () => {
    const input = { idempotencyKey: 'j1', title: { fr: 'Un plan' }, bodies: ['3541024'] };
    const opened = payload(await hub().ask(operation('OpenPlan'), { input }, editor()), 'openPlan');
    const { plan, position, refusals } = opened as {
      plan: { id: string; revision: number };
      position: string;
      refusals: [];
    };
    expect(refusals).toEqual([]);
    expect(plan.revision).toBe(0);
    const read = await hub().ask(
      operation('Plan'),
      { id: plan.id },
      { headers: { 'jalon-min-position': position } },
    );
    expect(payload(read, 'plan')).toMatchObject({ title: { en: null, fr: 'Un plan' } });
    const again = payload(await hub().ask(operation('OpenPlan'), { input }, editor()), 'openPlan');
    expect(again).toEqual(opened);
  });

  it('commits a partner within a strategy, and tells those who follow the plan', async () => {
    const { edges } = (await query('Plans', { first: 5, filter: { body: '3541024' } })) as {
      edges: { node: { id: string; status: string } }[];
    };
    const planId = edges.find(({ node }) => node.status === 'PUBLISHED')?.node.id;
    const plan = (await query('Plan', { id: planId })) as {
      strategies: { id: string }[];
      asOf: { position: string };
    };
    const following = await fetch(`${hub().url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({
        query: operation('PlanChanged'),
        variables: { planId, since: plan.asOf.position },
      }),
    });
    const input = {
      idempotencyKey: 'j3',
      planId,
      strategyId: plan.strategies[0]?.id,
      partner: 'demo-bruce-police',
      statement: { en: 'A further commitment' },
      dueOn: '2027-06-30',
    };
    const answer = await hub().ask(operation('MakeCommitment'), { input }, editor());
    const made = payload(answer, 'makeCommitment') as { position: string };
    expect(made).toMatchObject({ commitment: { status: 'ACTIVE' }, refusals: [] });
    expect(await firstEvent(following)).toEqual({
      data: { planChanged: { position: made.position, type: 'CommitmentMade' } },
    });
  });

  it('records a number of a body and corrects it, and refuses it twice', async () => {
    const number = {
      indicator: 'situation-table-discussions',
      organization: '3541024',
      period: '2024-Q3',
      value: '12',
    };
    const record = { ...number, idempotencyKey: 'j4' };
    const recorded = await hub().ask(operation('RecordObservation'), { input: record }, editor());
    expect(payload(recorded, 'recordObservation')).toMatchObject({
      observation: { value: '12', status: 'REPORTED', review: 'NONE' },
      refusals: [],
    });
    const twice = { ...number, idempotencyKey: 'j5' };
    const refused = await hub().ask(operation('RecordObservation'), { input: twice }, editor());
    expect(payload(refused, 'recordObservation')).toMatchObject({
      observation: null,
      position: null,
      refusals: [{ code: 'observation-exists' }],
    });
    const correct = {
      ...number,
      idempotencyKey: 'j6',
      value: '13',
      reason: { fr: 'Une discussion oubliée' },
    };
    const corrected = await hub().ask(
      operation('CorrectObservation'),
      { input: correct },
      editor(),
    );
    expect(payload(corrected, 'correctObservation')).toMatchObject({
      observation: { value: '13' },
      refusals: [],
    });
    const withheld = await query('ProvinceOutcome', {
      indicator: number.indicator,
      period: number.period,
    });
    expect(withheld).toMatchObject({ value: null, absence: 'NOT_RELEASED' });
  });

  it('denies without a token, and to a token of another body', async () => {
    const input = { idempotencyKey: 'j2', title: { en: 'A plan' }, bodies: ['3525005'] };
    const nobody = await hub().ask(operation('OpenPlan'), { input });
    expect(nobody.body.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    const other = await hub().ask(operation('OpenPlan'), { input }, editor());
    expect(other.body.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
