import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PositionNotReached, type Services } from '../../src/graphql/context.js';
import { operation } from '../support/contract-operations.js';
import { approver } from '../support/command-desk.js';
import { mutationHub, type MutationHub, type Payload } from './mutation-hub.js';
import { foundations, sequel, tell } from './mutation-story.js';
import type { Ids } from './story-step.js';

const steps = [...foundations, ...sequel];
const hamilton = '3525005';

describe('every mutation', () => {
  let hub: MutationHub;
  let ids: Ids;
  const answers: { readonly mutation: string; readonly payload: Payload }[] = [];

  beforeAll(async () => {
    hub = await mutationHub();
    ids = await tell(hub, steps, (mutation, payload) => answers.push({ mutation, payload }));
  });
  afterAll(() => hub.close());

  it('was given, and answered with its entity and the position it wrote', async () => {
    const told = new Set(answers.map(({ mutation }) => mutation));
    // An import is many commands; imports.test.ts tells its story.
    const each = hub.mutations.filter((mutation) => mutation !== 'importObservations');
    expect([...told].toSorted()).toEqual(each.toSorted());
    for (const [at, { mutation, payload }] of answers.entries()) {
      const { position, refusals, ...entity } = payload;
      const said = { mutation, position, refusals, entity: Object.values(entity).flat() };
      expect(said).toEqual({
        mutation,
        position: String(at + 1),
        refusals: [],
        entity: [expect.objectContaining({})],
      });
    }
    expect(await hub.log.head()).toBe(steps.length);
  });

  it('answers a retry with the same position and writes nothing', async () => {
    for (const [at, { mutation, input }] of foundations.entries()) {
      const retry = { idempotencyKey: `${mutation} ${at}`, ...input(ids) };
      expect(await hub.give(mutation, retry)).toMatchObject({ position: String(at + 1) });
    }
    expect(await hub.log.head()).toBe(steps.length);
  });
});

describe('what clients rely on', () => {
  let hub: MutationHub;
  let ids: Ids;
  beforeAll(async () => {
    hub = await mutationHub();
    ids = await tell(hub, foundations);
  });
  afterAll(() => hub.close());

  const contract = async (name: string, input: object) => {
    const { data, errors } = await hub.ask(operation(name), { input }, approver(hamilton));
    expect(errors).toBeUndefined();
    return Object.values(data ?? {})[0];
  };
  const numbers = {
    indicator: 'housing-cost-burden',
    organization: hamilton,
    period: '2016',
    numerator: '48000',
    denominator: '192000',
  };

  it('OpenPlan answers with the plan and its position', async () => {
    const input = { idempotencyKey: 'a', title: { en: 'Second plan' }, bodies: [hamilton] };
    expect(await contract('OpenPlan', input)).toEqual({
      plan: { id: expect.stringMatching(/^plan-[0-9a-f]{32}$/), revision: 0 },
      position: String(await hub.log.head()),
      refusals: [],
    });
  });

  it('MakeCommitment answers with the commitment', async () => {
    const { planId, strategyId } = ids;
    const input = {
      idempotencyKey: 'b',
      planId,
      strategyId,
      partner: 'hamilton-police',
      statement: { fr: 'Deux agents' },
    };
    expect(await contract('MakeCommitment', input)).toMatchObject({
      commitment: { status: 'ACTIVE' },
      refusals: [],
    });
  });

  it('RecordObservation computes a ratio, CorrectObservation says it anew', async () => {
    const input = { idempotencyKey: 'c', ...numbers };
    expect(await contract('RecordObservation', input)).toMatchObject({
      observation: { value: '25.00', status: 'REPORTED', review: 'NONE' },
    });
    const reason = { en: 'Late returns' };
    const correction = { idempotencyKey: 'd', ...numbers, numerator: '50000', reason };
    expect(await contract('CorrectObservation', correction)).toMatchObject({
      observation: { value: '26.04', status: 'REPORTED', review: 'NONE' },
    });
  });

  it('a refusal has its sentence, its field, and neither entity nor position', async () => {
    const input = { idempotencyKey: 'e', title: { en: ' ' }, bodies: [hamilton] };
    expect(await contract('OpenPlan', input)).toEqual({
      plan: null,
      position: null,
      refusals: [
        {
          code: 'text-required',
          field: 'input.title',
          message: expect.stringContaining('must not be blank'),
        },
      ],
    });
  });

  it('null says nothing: a retry without it is the same command', async () => {
    const { planId, strategyId } = ids;
    const commitment = {
      idempotencyKey: 'f',
      planId,
      strategyId,
      partner: hamilton,
      statement: { en: 'A nurse joins' },
    };
    const first = await hub.give('makeCommitment', { ...commitment, dueOn: null });
    expect(await hub.give('makeCommitment', commitment)).toEqual(first);
    const observation = { idempotencyKey: 'g', ...numbers, period: '2011' };
    const nulls = { categories: null, flags: null, status: null, value: null };
    const recorded = await hub.give('recordObservation', { ...observation, ...nulls });
    expect(await hub.give('recordObservation', observation)).toEqual(recorded);
  });

  it('says when a command is recorded but the views lag, and a retry answers', async () => {
    const input = { idempotencyKey: 'h', title: { en: 'Third plan' }, bodies: [hamilton] };
    const readModels = { ...hub.services.readModels, reached: () => Promise.resolve(false) };
    const lagging: Services = { ...hub.services, readModels };
    const { errors } = await hub.attempt('openPlan', input, undefined, lagging);
    expect(errors?.[0]?.originalError).toBeInstanceOf(PositionNotReached);
    const head = await hub.log.head();
    expect(await hub.give('openPlan', input)).toMatchObject({ position: String(head) });
    expect(await hub.log.head()).toBe(head);
  });
});
