import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publicCaller, type Caller } from '../../../src/domain/authority.js';
import { reviseIndicator } from '../../../src/domain/indicator/commands.js';
import {
  correctObservation,
  recordObservation,
  withdrawObservation,
} from '../../../src/domain/observation/commands.js';
import { markRecordedInError } from '../../../src/domain/record/commands.js';
import { administrator, approver } from '../../support/command-desk.js';
import type { QueryHub } from '../query-hub.js';
import { numbers } from '../query-numbers.js';
import { body, definitions } from '../query-town.js';

let hub: QueryHub;
const calls = { indicator: 'calls-for-service', period: '2023' };
beforeAll(async () => {
  ({ hub } = await numbers());
  const { record } = hub;
  hub.clock.now = '2024-07-01T16:00:00.000Z';
  await record(recordObservation, { ...calls, organization: body.cockburnIsland, value: '3' });
  await record(recordObservation, { ...calls, organization: body.mississauga, value: '900' });
  hub.clock.now = '2024-07-02T16:00:00.000Z';
  const hamilton = { ...calls, organization: body.hamilton };
  const reason = { en: 'Two of them twice' };
  await record(correctObservation, { ...hamilton, value: '1198', reason }, approver(body.hamilton));
  const ottawa = { ...calls, organization: body.ottawa };
  await record(withdrawObservation, { ...ottawa, reason: { en: 'Not counted at all' } });
  await record(correctObservation, { ...ottawa, value: '50', reason: { en: 'Counted now' } });
  const stream = `observation-calls_for_service.${body.mississauga}`;
  await record(markRecordedInError, { stream, revision: 0, reason: { en: 'Of Brampton' } });
  await record(recordObservation, { ...calls, organization: body.mississauga, value: '899' });
});
afterAll(() => hub.close());

const version = 'value status absence recordedAt position';
const area = 'value numerator denominator absence';
const difference = 'difference percent incomparable';
const revision = `kind position recordedAt actingFor { code } reason { en } before { ${version} }
  after { ${version} } change { ${difference} } areaBefore { ${area} } areaAfter { ${area} }
  effect { ${difference} }`;
const summary = `basis revisions bodiesRevised firstCompleteAt firstComplete { ${area} }
  now { ${area} } effect { ${difference} }`;

type Revised = {
  readonly organization: { readonly code: string } | null;
  readonly first: Readonly<Record<string, unknown>>;
  readonly revisions: readonly Readonly<Record<string, unknown>>[];
};
type Report = {
  readonly totalCount: number;
  readonly summary: object;
  readonly pageInfo: { readonly endCursor: string };
  readonly edges: readonly { readonly node: Revised }[];
};

async function report(args: string, caller: Caller = administrator) {
  const source = `{ outcomeRevisions(${args}) { totalCount pageInfo { endCursor }
    summary { ${summary} } edges { node { organization { code } area { code }
    first { ${version} } revisions { ${revision} } } } } }`;
  const asking = { caller };
  const { data, errors, tags } = await hub.ask<{ outcomeRevisions: Report }>(source, {}, asking);
  const found = data?.outcomeRevisions;
  const nodes = found?.edges.map(({ node }) => node) ?? [];
  return { ...found, nodes, tags, reason: errors?.[0]?.extensions?.['reason'] };
}

const countOf = (value: string | null) => ({ value, numerator: null, denominator: null });

describe('a report of revisions', () => {
  const args = 'indicator: "calls-for-service", period: "2023"';
  const by = async (code: string, caller?: Caller) =>
    (await report(args, caller)).nodes.find(({ organization }) => organization?.code === code);

  test('tells what was first recorded, who changed it, why, and what that did', async () => {
    expect(await by(body.hamilton)).toMatchObject({
      first: { value: '1200', recordedAt: '2024-06-20T16:00:00.000Z' },
      revisions: [
        {
          kind: 'CORRECTED',
          recordedAt: '2024-07-02T16:00:00.000Z',
          actingFor: { code: body.hamilton },
          reason: { en: 'Two of them twice' },
          before: { value: '1200' },
          after: { value: '1198' },
          change: { difference: '-2', percent: '-0.17', incomparable: null },
          areaBefore: countOf('2103'),
          areaAfter: countOf('2101'),
          effect: { difference: '-2', percent: '-0.10', incomparable: null },
        },
      ],
    });
  });

  test('tells of withdrawals and of what was counted after all', async () => {
    expect(await by(body.ottawa)).toMatchObject({
      first: { value: '0' },
      revisions: [
        {
          kind: 'WITHDRAWN',
          reason: { en: 'Not counted at all' },
          after: { value: null, status: 'WITHDRAWN' },
          change: { difference: null, incomparable: 'NO_VALUE' },
          effect: { difference: '0', percent: '0.00' },
        },
        {
          kind: 'CORRECTED',
          reason: { en: 'Counted now' },
          after: { value: '50' },
          areaAfter: countOf('2151'),
          effect: { difference: '50' },
        },
      ],
    });
  });

  test('tells of marks in error, by the decision that made them, and of what was recorded anew', async () => {
    expect(await by(body.mississauga)).toMatchObject({
      revisions: [
        {
          kind: 'MARKED_IN_ERROR',
          actingFor: { code: 'solgen' },
          reason: { en: 'Of Brampton' },
          before: { value: '900' },
          after: null,
          areaAfter: countOf('1251'),
          effect: { difference: '-900' },
        },
        {
          kind: 'RECORDED_ANEW',
          reason: null,
          before: null,
          after: { value: '899' },
          change: { incomparable: 'NO_VALUE' },
          effect: { difference: '899' },
        },
      ],
    });
  });

  test('sums up what all of them did since every body had answered', async () => {
    expect(await report(args)).toMatchObject({
      totalCount: 3,
      summary: {
        basis: 'ROLLED_UP',
        revisions: 5,
        bodiesRevised: 3,
        firstComplete: countOf('2103'),
        now: countOf('2150'),
        effect: { difference: '47', percent: '2.23', incomparable: null },
      },
    });
  });

  test('ends where the province stands', async () => {
    const source = `{ provinceOutcome(${args}) { value } }`;
    const asking = { caller: administrator };
    type Data = { provinceOutcome: { value: string } };
    const { provinceOutcome } = await hub.read<Data>(source, {}, asking);
    expect((await report(args)).summary).toMatchObject({ now: provinceOutcome });
  });

  test('tells numbers, reasons and effects to those who may read them', async () => {
    const hidden = { value: null, absence: 'NOT_RELEASED' };
    const secret = {
      first: hidden,
      revisions: [
        {
          reason: null,
          before: hidden,
          after: hidden,
          change: { difference: null, incomparable: 'NOT_RELEASED' },
          areaBefore: hidden,
          effect: { difference: null, incomparable: 'NOT_RELEASED' },
        },
      ],
    };
    expect(await by(body.hamilton, publicCaller)).toMatchObject(secret);
    expect(await by(body.hamilton, approver(body.ottawa))).toMatchObject(secret);
    expect(await by(body.hamilton, approver(body.hamilton))).toMatchObject({
      first: { value: '1200' },
      revisions: [
        { reason: {}, change: { difference: '-2' }, effect: { incomparable: 'NOT_RELEASED' } },
      ],
    });
    expect((await report(args, approver(body.hamilton))).summary).toMatchObject({
      firstComplete: hidden,
      now: hidden,
      effect: { difference: null, incomparable: 'NOT_RELEASED' },
    });
  });

  test('comes page by page, and as of a past', async () => {
    const first = await report(`${args}, first: 2`);
    const rest = await report(`${args}, first: 2, after: "${first.pageInfo?.endCursor}"`);
    const codes = [...first.nodes, ...rest.nodes].map(({ organization }) => organization?.code);
    expect(codes).toEqual([body.ottawa, body.mississauga, body.hamilton]);
    const past = await report(`${args}, asOf: { instant: "2024-07-01T18:00:00Z" }`);
    expect(past).toMatchObject({ totalCount: 0, summary: { revisions: 0 } });
  });
});

describe('a ratio', () => {
  test('moves by exact sums, and is not complete while somebody is silent', async () => {
    const { nodes, summary: told } = await report(
      'indicator: "housing-cost-burden", period: "2021"',
      publicCaller,
    );
    expect(nodes[0]).toMatchObject({
      first: { value: '25.00' },
      revisions: [
        {
          areaBefore: { value: '23.33', numerator: '140000', denominator: '600000' },
          areaAfter: { value: '25.00', numerator: '150000', denominator: '600000' },
          effect: { difference: '1.67' },
        },
      ],
    });
    expect(told).toMatchObject({
      firstCompleteAt: null,
      firstComplete: null,
      now: { value: '25.00' },
      effect: { difference: null, incomparable: 'INCOMPLETE' },
    });
  });
});

describe('a published number', () => {
  const args = 'indicator: "crime-severity-index", period: "2024", area: "01"';

  test('is revised by its source, which is the effect', async () => {
    expect(await report(args, publicCaller)).toMatchObject({
      nodes: [
        {
          organization: null,
          first: { value: '77.89' },
          revisions: [{ areaBefore: { value: '77.89' }, effect: { difference: '0.95' } }],
        },
      ],
      summary: {
        basis: 'PUBLISHED',
        bodiesRevised: 0,
        firstComplete: { value: '77.89' },
        now: { value: '78.84' },
        effect: { difference: '0.95', percent: '1.22', incomparable: null },
      },
    });
  });

  test('was not revised yet by a day before the later release', async () => {
    const early = await report(`${args}, asOf: { sourceReleasedOn: "2023-12-31" }`);
    expect(early).toMatchObject({ totalCount: 0, summary: { now: { value: '77.89' } } });
  });
});

test('nothing is compared across a break of the definition', async () => {
  const { 'calls-for-service': definition } = definitions;
  const indicator = 'calls-for-service';
  const reason = { en: 'Counted by call centre' };
  await hub.record(reviseIndicator, {
    indicator,
    ...definition,
    comparability: 'BREAK',
    reason,
  });
  const cockburn = { ...calls, organization: body.cockburnIsland };
  await hub.record(correctObservation, { ...cockburn, value: '9', reason });
  const { nodes, summary: told } = await report(`indicator: "${indicator}", period: "2023"`);
  const broken = { difference: null, percent: null, incomparable: 'BREAK' };
  const last = nodes.find(({ organization }) => organization?.code === body.cockburnIsland);
  expect(last).toMatchObject({
    revisions: [{ before: { value: '3' }, after: { value: '9' }, change: broken, effect: broken }],
  });
  expect(told).toMatchObject({ effect: broken });
});

test.each([
  ['indicator-unknown', 'indicator: "none", period: "2023"'],
  ['area-unknown', 'indicator: "calls-for-service", period: "2023", area: "9"'],
  ['period-kind-mismatch', 'indicator: "calls-for-service", period: "2023-Q1"'],
])('a report is refused as %s', async (reason, args) => {
  expect((await report(args)).reason).toBe(reason);
});
