import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { grantConsent } from '../../src/domain/consent/commands.js';
import { registerOrganization } from '../../src/domain/organization/commands.js';
import {
  provideInformation,
  requestInformation,
  withdrawRequest,
} from '../../src/domain/request/commands.js';
import { approver } from '../support/command-desk.js';
import { body } from './query-town.js';
import { as, period, reportingHub, reviewer, words, type ReportingHub } from './reporting-hub.js';

let hub: ReportingHub;
let requestId: string;
beforeEach(async () => {
  hub = await reportingHub();
  const asked = { organizations: [body.hamilton, body.ottawa], question: words, period };
  const made = await hub.record(requestInformation, { ...asked, dueOn: '2024-05-31' }, reviewer);
  requestId = made.stream;
});
afterEach(() => hub.close());

const source = `query ($organization: ID, $state: ResponseState, $on: Date) {
  informationRequests(organization: $organization, state: $state, on: $on) {
    totalCount
    edges { node {
      question { fr } dueOn period withdrawalReason { en }
      responses { organization { code } state daysLate answer { en } }
    } }
  }
}`;
type Listed = {
  readonly informationRequests: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: { readonly responses: readonly object[] } }[];
  };
};
const read = (variables: object = {}, caller = reviewer) =>
  hub.read<Listed>(source, variables, { caller });
const responses = async (variables: object = {}, caller = reviewer) =>
  (await read(variables, caller)).informationRequests.edges.flatMap(({ node }) => node.responses);
const answerOf = (code: string) =>
  hub.record(
    provideInformation,
    { requestId, organization: code, answer: { en: `From ${code}` } },
    approver(code),
  );

describe('a request for information', () => {
  test('is open until the day it is due, and then overdue by days', async () => {
    const states = async (on: string) => responses({ on });
    expect(await states('2024-05-31')).toMatchObject([{ state: 'OPEN', daysLate: 0 }, {}]);
    expect(await states('2024-06-03')).toMatchObject([{ state: 'OVERDUE', daysLate: 3 }, {}]);
  });

  test('is answered by each for itself, and stays answered as late as it was', async () => {
    hub.clock.now = '2024-06-02T16:00:00.000Z';
    await answerOf(body.ottawa);
    hub.clock.now = '2024-06-09T16:00:00.000Z';
    await hub.record(
      provideInformation,
      { requestId, organization: body.ottawa, answer: { en: 'Better' } },
      approver(body.ottawa),
    );
    expect(await responses()).toMatchObject([
      { organization: { code: body.hamilton }, state: 'OVERDUE', answer: null },
      {
        organization: { code: body.ottawa },
        state: 'ANSWERED',
        daysLate: 2,
        answer: { en: 'Better' },
      },
    ]);
    expect((await read({ state: 'ANSWERED' })).informationRequests.totalCount).toBe(1);
    expect((await read({ state: 'WITHDRAWN' })).informationRequests.totalCount).toBe(0);
  });

  test('shows each organization its own response, and strangers nothing', async () => {
    await answerOf(body.ottawa);
    const own = [{ organization: { code: body.hamilton }, state: 'OPEN', answer: null }];
    expect(await responses({}, approver(body.hamilton))).toMatchObject(own);
    expect(await responses({}, as('regional-adviser', body.hamilton))).toMatchObject(own);
    expect(await responses({}, approver(body.peel))).toEqual([]);
    const { errors } = await hub.ask(source, {}, { caller: as('public') });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  test('is withdrawn with a reason, and then answered no more', async () => {
    await answerOf(body.ottawa);
    await hub.record(withdrawRequest, { requestId, reason: words }, reviewer);
    expect(await responses({ on: '2025-01-01' })).toMatchObject([
      { state: 'WITHDRAWN', daysLate: 0 },
      { state: 'ANSWERED' },
    ]);
    const late = { requestId, organization: body.hamilton, answer: words, idempotencyKey: 'late' };
    expect(await hub.execute(provideInformation, late, approver(body.hamilton))).toMatchObject({
      refusals: [{ code: 'request-withdrawn' }],
    });
  });

  test('reads as withdrawn from the day on which its withdrawal takes effect', async () => {
    const effectiveOn = '2024-05-20';
    await hub.record(withdrawRequest, { requestId, reason: words, effectiveOn }, reviewer);
    const states = async (on: string) => responses({ on, organization: body.hamilton });
    expect(await states('2024-05-19')).toMatchObject([{ state: 'OPEN' }, {}]);
    expect(await states('2024-05-20')).toMatchObject([{ state: 'WITHDRAWN', daysLate: 0 }, {}]);
    const dueOn = (on: string) =>
      hub.read<{ due: { totalCount: number } }>(
        `{ due(on: "${on}", filter: { kind: "information-request" }) { totalCount } }`,
        {},
        { caller: reviewer },
      );
    expect(await dueOn('2024-05-19')).toEqual({ due: { totalCount: 2 } });
    expect(await dueOn('2024-05-20')).toEqual({ due: { totalCount: 0 } });
    await answerOf(body.ottawa);
    hub.clock.now = '2024-05-20T16:00:00.000Z';
    const late = { requestId, organization: body.hamilton, answer: words, idempotencyKey: 'late' };
    expect(await hub.execute(provideInformation, late, approver(body.hamilton))).toMatchObject({
      refusals: [{ code: 'request-withdrawn' }],
    });
    const again = { requestId, reason: words, idempotencyKey: 'again' };
    expect(await hub.execute(withdrawRequest, again, reviewer)).toMatchObject({
      refusals: [{ code: 'request-withdrawn' }],
    });
  });

  test('is not answered by one who was not asked', async () => {
    const uninvited = { requestId, organization: body.peel, answer: words, idempotencyKey: 'peel' };
    expect(await hub.execute(provideInformation, uninvited, approver(body.peel))).toMatchObject({
      refusals: [{ code: 'organization-not-asked' }],
    });
  });

  test('is not asked for a day that has passed, of nobody, or of one who is unknown', async () => {
    const asking = async (changes: object) => {
      const input = { organizations: [body.peel], question: words, dueOn: '2024-05-31' };
      const keyed = { ...input, ...changes, idempotencyKey: JSON.stringify(changes) };
      const outcome = await hub.execute(requestInformation, keyed, reviewer);
      return outcome.outcome === 'refused' ? outcome.refusals.map(({ code }) => code) : outcome;
    };
    expect(await asking({ dueOn: '2024-04-30' })).toEqual(['due-date-passed']);
    expect(await asking({ organizations: [] })).toEqual(['organizations-required']);
    expect(await asking({ organizations: ['nowhere'] })).toEqual(['organization-unknown']);
    expect(await asking({ period: '2023-Q5' })).toEqual(['period-invalid']);
  });

  test('to a First Nation is shown to nobody else without its consent', async () => {
    const saugeen = { code: 'saugeen', kind: 'FIRST_NATION', name: { en: 'Saugeen' } } as const;
    await hub.record(registerOrganization, saugeen);
    const asked = { organizations: ['saugeen'], question: words, dueOn: '2024-06-30' };
    await hub.record(requestInformation, asked, reviewer);
    expect(await responses({ organization: 'saugeen' })).toEqual([]);
    expect(await responses({}, approver('saugeen'))).toMatchObject([{ state: 'OPEN' }]);
    const terms = { audiences: ['MINISTRY' as const], level: 'IDENTIFIED' as const, plans: true };
    await hub.record(grantConsent, { firstNation: 'saugeen', ...terms }, approver('saugeen'));
    expect(await responses({ organization: 'saugeen' })).toMatchObject([{ state: 'OPEN' }]);
  });
});
