import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../src/domain/authority.js';
import { fulfillCommitment, makeCommitment } from '../../src/domain/commitment/commands.js';
import { nameCommitmentResponsible } from '../../src/domain/commitment/tracking-commands.js';
import { registerOrganization } from '../../src/domain/organization/commands.js';
import { invitePerson } from '../../src/domain/person/commands.js';
import { administrator, approver } from '../support/command-desk.js';
import { queryHub, type QueryHub } from './query-hub.js';
import {
  body,
  defineIndicators,
  openHamiltonPlan,
  registerTowns,
  type HamiltonPlan,
} from './query-town.js';

const source = `mutation ($input: HandOverCommitmentsInput!) {
  handOverCommitments(input: $input) {
    commitments { id partner { code } responsible { person position { en } } }
    notHandedOver { commitmentId refusals { code message(lang: FR) } }
    refusals { code field } position
  }
}`;

type Handover = {
  readonly commitments: readonly {
    readonly id: string;
    readonly partner: { readonly code: string };
    readonly responsible: { readonly person: string | null } | null;
  }[];
  readonly notHandedOver: readonly {
    readonly commitmentId: string;
    readonly refusals: readonly { readonly code: string; readonly message: string }[];
  }[];
  readonly refusals: readonly { readonly code: string; readonly field: string }[];
  readonly position: string | null;
};

const reason = { en: 'The service was dissolved', fr: 'Le service a été dissous' };
const police = 'hamilton-police';
const cmha = 'cmha-hamilton';
const [leaver, follower] = [`person-${'1'.repeat(32)}`, `person-${'2'.repeat(32)}`];

describe('handing commitments over', () => {
  let hub: QueryHub;
  let plan: HamiltonPlan;
  let second: string;
  let kept: string;

  beforeAll(async () => {
    hub = await queryHub();
    await registerTowns(hub);
    await defineIndicators(hub);
    plan = await openHamiltonPlan(hub);
    const named = { code: cmha, kind: 'PARTNER', sector: 'health', name: { en: 'CMHA' } } as const;
    await hub.record(registerOrganization, named);
    const { planId, strategyId } = plan;
    const made = { planId, strategyId, partner: police, statement: { en: 'A second officer' } };
    second = (await hub.record(makeCommitment, made)).stream;
    kept = (await hub.record(makeCommitment, made)).stream;
    await hub.record(fulfillCommitment, { commitmentId: kept, fulfilledOn: '2024-06-01' });
  });
  afterAll(() => hub.close());

  const give = async (input: object, caller: Caller = approver(body.hamilton)) =>
    (await hub.read<{ handOverCommitments: Handover }>(source, { input }, { caller }))
      .handOverCommitments;
  const orphans = async () => {
    const listed = await hub.read<{ due: { edges: { node: { id: string } }[] } }>(
      '{ due(filter: { orphaned: true }) { edges { node { id kind orphaned } } } }',
    );
    return listed.due.edges.map(({ node }) => node.id);
  };

  it('a partner that ends is told what it leaves behind, and what is due stays orphaned', async () => {
    const ended = { organization: police, successor: cmha, endedOn: '2024-06-01' };
    const { succeedOrganization } = await hub.read<{
      succeedOrganization: { leftBehind: { id: string }[] };
    }>(
      `mutation ($input: SucceedOrganizationInput!) {
        succeedOrganization(input: $input) { leftBehind { id } refusals { code } }
      }`,
      { input: { idempotencyKey: 'end', ...ended } },
      { caller: administrator },
    );
    const left = succeedOrganization.leftBehind.map(({ id }) => id);
    expect(left.toSorted()).toEqual([plan.commitmentId, second].toSorted());
    expect(await orphans()).toEqual([plan.commitmentId]);
  });

  it('somebody who has no part in them is denied, and nothing is written', async () => {
    const head = await hub.log.head();
    const input = { idempotencyKey: 'no', fromPartner: police, partner: cmha, reason };
    const { errors } = await hub.ask(source, { input }, { caller: approver(body.ottawa) });
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect(await hub.log.head()).toBe(head);
  });

  it('names two organizations, or a person and who follows, but not both', async () => {
    const unclear = [
      { fromPartner: police },
      { fromPerson: leaver },
      { fromPartner: police, partner: cmha, fromPerson: leaver },
      { fromPartner: police, person: follower },
    ];
    for (const each of unclear)
      expect(await give({ idempotencyKey: 'unclear', ...each, reason })).toMatchObject({
        refusals: [{ code: 'handover-ambiguous' }],
        position: null,
      });
  });

  it('is refused altogether to an organization that is not there', async () => {
    const input = { idempotencyKey: 'gone', fromPartner: police, partner: 'nobody', reason };
    const { refusals, notHandedOver, commitments } = await give(input);
    expect(commitments).toEqual([]);
    expect(refusals.map(({ code }) => code)).toEqual([
      'organization-unknown',
      'organization-unknown',
    ]);
    expect(notHandedOver).toHaveLength(2);
  });

  it('hands over those that can be and says of the others why not', async () => {
    const commitmentIds = [second, kept, 'plan-1'];
    const input = {
      idempotencyKey: 'some',
      fromPartner: police,
      partner: cmha,
      commitmentIds,
      reason,
    };
    const { commitments, notHandedOver, refusals } = await give(input);
    expect(commitments.map(({ id, partner }) => [id, partner.code])).toEqual([[second, cmha]]);
    expect(refusals).toEqual([]);
    const codes = notHandedOver.map((each) => [each.commitmentId, each.refusals[0]?.code]);
    expect(codes).toEqual([
      [kept, 'commitment-closed'],
      ['plan-1', 'commitment-unknown'],
    ]);
    expect(notHandedOver[0]?.refusals[0]?.message).toContain('clos');
  });

  it('hands over all that are left, and a retry answers the same and writes nothing', async () => {
    const input = { idempotencyKey: 'all', fromPartner: police, partner: cmha, reason };
    const first = await give(input);
    expect(first.commitments.map(({ id }) => id)).toEqual([plan.commitmentId]);
    const head = await hub.log.head();
    expect(await give(input)).toEqual(first);
    expect(await hub.log.head()).toBe(head);
    expect(await orphans()).toEqual([]);
    const { refusals } = await give({ ...input, idempotencyKey: 'again' });
    expect(refusals.map(({ code }) => code)).toEqual(['nothing-to-hand-over']);
  });

  it('a person who leaves is followed by another, whom the public is not told', async () => {
    for (const person of [leaver, follower]) await hub.record(invitePerson, { person });
    const { commitmentId } = plan;
    await hub.record(nameCommitmentResponsible, { commitmentId, person: leaver });
    const input = { idempotencyKey: 'left', fromPerson: leaver, person: follower, reason };
    const first = await give(input, administrator);
    expect(first.commitments).toMatchObject([
      { id: commitmentId, partner: { code: cmha }, responsible: { person: follower } },
    ]);
    expect(await give(input, administrator)).toEqual(first);
    const seen = await hub.read<{ commitment: { responsible: object } }>(
      'query ($id: ID!) { commitment(id: $id) { responsible { person } } }',
      { id: commitmentId },
    );
    expect(seen.commitment.responsible).toEqual({ person: null });
  });
});
