import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { changeCycleDeadline } from '../../src/domain/cycle/commands.js';
import { retireIndicator } from '../../src/domain/indicator/commands.js';
import { administrator, approver } from '../support/command-desk.js';
import { body } from './query-town.js';
import {
  as,
  cycleId,
  indicator,
  period,
  reportedHub,
  reviewer,
  words,
  type ReportingHub,
} from './reporting-hub.js';

let hub: ReportingHub;
beforeEach(async () => {
  hub = await reportedHub();
});
afterEach(() => hub.close());

const { hamilton, ottawa, mississauga, cockburnIsland } = body;

type Node = Readonly<Record<string, unknown>>;
type Page = {
  readonly submissions: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: Node }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
};

const table = `query ($filter: SubmissionFilter, $on: Date, $first: Int, $after: String) {
  submissions(cycleId: "${cycleId}", filter: $filter, on: $on, first: $first, after: $after) {
    totalCount
    edges { node { organization { code } state timeliness daysAfterDeadline firstSubmittedOn } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const rowsOf = async (variables: object = {}, caller = reviewer) => {
  const { submissions } = await hub.read<Page>(table, variables, { caller });
  return submissions.edges.map(({ node }) => {
    const { organization, ...row } = node as { organization: { code: string } };
    return [organization.code, ...Object.values(row)];
  });
};

const bodiesOf = async (variables: object, caller = reviewer) =>
  (await rowsOf(variables, caller)).map(([code]) => code);

describe('the table of a cycle', () => {
  test('says of every body where its report stands and whether it was in time', async () => {
    expect(await rowsOf()).toEqual(
      [
        [ottawa, 'SUBMITTED', 'ON_TIME', 0, '2024-06-01'],
        [mississauga, 'SUBMITTED', 'WITHIN_GRACE', 4, '2024-06-05'],
        [hamilton, 'DRAFT', 'LATE', 14, null],
        [cockburnIsland, 'NOT_STARTED', 'LATE', 14, null],
      ].toSorted(),
    );
  });

  test('reads on another day as it did then, in civil days of Toronto', async () => {
    const on = async (day: string) =>
      (await rowsOf({ on: day })).map(([code, , timeliness, days]) => [code, timeliness, days]);
    expect(await on('2024-06-01')).toContainEqual([hamilton, 'NOT_DUE', 0]);
    expect(await on('2024-06-02')).toContainEqual([hamilton, 'WITHIN_GRACE', 1]);
    expect(await on('2024-06-11')).toContainEqual([hamilton, 'WITHIN_GRACE', 10]);
    expect(await on('2024-06-12')).toContainEqual([hamilton, 'LATE', 11]);
    expect(await on('2024-06-04')).toContainEqual([mississauga, 'WITHIN_GRACE', 3]);
  });

  test('follows a deadline that was moved, and remembers the one before', async () => {
    const before = String(await hub.log.head());
    const moved = { cycleId, deadline: '2024-06-04', graceDays: 0, reason: words };
    await hub.record(changeCycleDeadline, moved, reviewer);
    expect(await rowsOf()).toContainEqual([mississauga, 'SUBMITTED', 'LATE', 1, '2024-06-05']);
    const source = `query ($asOf: AsOf) { reportingCycle(id: "${cycleId}", asOf: $asOf) {
      deadline graceUntil deadlineChanges { deadline reason { fr } }
    } }`;
    expect(await hub.read(source)).toEqual({
      reportingCycle: {
        deadline: '2024-06-04',
        graceUntil: '2024-06-04',
        deadlineChanges: [{ deadline: '2024-06-04', reason: { fr: words.fr } }],
      },
    });
    expect(await hub.read(source, { asOf: { position: before } })).toMatchObject({
      reportingCycle: { deadline: '2024-06-01', graceUntil: '2024-06-11', deadlineChanges: [] },
    });
  });

  test('is narrowed down by state, timeliness and county, and read page by page', async () => {
    expect(await bodiesOf({ filter: { state: 'DRAFT' } })).toEqual([hamilton]);
    expect(await bodiesOf({ filter: { timeliness: 'WITHIN_GRACE' } })).toEqual([mississauga]);
    expect(await bodiesOf({ filter: { upperTier: body.peel } })).toEqual([mississauga]);
    expect(await rowsOf({ filter: { censusDivision: '3501' } })).toEqual([]);
    const found: unknown[] = [];
    let after: string | null = null;
    do {
      const { submissions }: Page = await hub.read<Page>(
        table,
        { first: 3, after },
        { caller: reviewer },
      );
      expect(submissions.totalCount).toBe(4);
      found.push(...submissions.edges.map(({ node }) => node));
      after = submissions.pageInfo.hasNextPage ? submissions.pageInfo.endCursor : null;
    } while (after !== null);
    expect(found).toHaveLength(4);
  });

  test('is counted for everybody, and names nobody to those who may not see', async () => {
    const counts = `{ reportingCycle(id: "${cycleId}") {
      counts { expected notStarted draft submitted accepted onTime withinGrace late }
    } }`;
    expect(await hub.read(counts)).toEqual({
      reportingCycle: {
        counts: {
          expected: 4,
          notStarted: 1,
          draft: 1,
          submitted: 2,
          accepted: 0,
          onTime: 1,
          withinGrace: 1,
          late: 2,
        },
      },
    });
    expect(await rowsOf({}, as('public'))).toEqual([]);
    expect(await rowsOf({}, as('researcher', hamilton))).toEqual([]);
    expect(await bodiesOf({}, approver(ottawa))).toEqual([ottawa]);
    const adviser = as('regional-adviser', hamilton, mississauga);
    expect(await bodiesOf({}, adviser)).toEqual([mississauga, hamilton]);
  });

  test('reads as of a past as it read then', async () => {
    const before = String(await hub.log.head());
    await hub.accept(ottawa);
    const source = `query ($asOf: AsOf) {
      submission(cycleId: "${cycleId}", body: "${ottawa}", asOf: $asOf) { state revision }
    }`;
    const read = (asOf?: object) => hub.read(source, { asOf }, { caller: reviewer });
    expect(await read()).toEqual({ submission: { state: 'ACCEPTED', revision: 1 } });
    expect(await read({ position: before })).toEqual({
      submission: { state: 'SUBMITTED', revision: 0 },
    });
  });
});

describe('what is due', () => {
  test('is a plain table for a body, the first due first', async () => {
    const source = `query ($on: Date) { reportsDue(body: "${hamilton}", on: $on) {
      period deadline graceUntil state timeliness expected { key } missing { key }
    } }`;
    const caller = approver(hamilton);
    expect(await hub.read(source, { on: '2024-05-20' }, { caller })).toEqual({
      reportsDue: [
        {
          period,
          deadline: '2024-06-01',
          graceUntil: '2024-06-11',
          state: 'DRAFT',
          timeliness: 'NOT_DUE',
          expected: [{ key: indicator }],
          missing: [],
        },
      ],
    });
    expect(await hub.read(source, {}, { caller: approver(ottawa) })).toEqual({ reportsDue: null });
  });

  test('is nothing that can be recorded no more', async () => {
    const before = hub.readModels.position();
    const expected = async (asOf?: object) => {
      const source = `query ($asOf: AsOf) {
        submission(cycleId: "${cycleId}", body: "${hamilton}", asOf: $asOf) { expected { key } }
        due(filter: { organization: "${hamilton}", kind: "report" }, asOf: $asOf) { totalCount }
      }`;
      return hub.read(source, { asOf }, { caller: approver(hamilton) });
    };
    const asked = await expected();
    const retired = { indicator, retiredOn: '2024-06-01', reason: words };
    await hub.record(retireIndicator, retired, administrator);
    expect(await expected()).toEqual({ submission: null, due: { totalCount: 0 } });
    expect(await expected({ position: String(before) })).toEqual(asked);
  });
});

test('a cycle that would expect something of nobody is refused, and says which and why', async () => {
  const source = `mutation ($input: OpenCycleInput!) { openCycle(input: $input) {
    reportingCycle { id } refusals { code field en: message(lang: EN) fr: message(lang: FR) }
  } }`;
  const opening = (expectations: readonly object[]) =>
    hub.read<{ openCycle: object }>(
      source,
      {
        input: {
          idempotencyKey: 'nobody',
          period: '2022',
          expectations,
          deadline: '2024-07-01',
          graceDays: 0,
        },
      },
      { caller: reviewer },
    );
  expect(await opening([{ indicator, bodies: [] }])).toEqual({
    openCycle: {
      reportingCycle: null,
      refusals: [
        {
          code: 'expectation-of-nobody',
          field: 'input.expectations.0.bodies',
          en: expect.stringContaining('expected of nobody'),
          fr: expect.stringContaining('attendu de personne'),
        },
      ],
    },
  });
  expect(await opening([])).toMatchObject({
    openCycle: { reportingCycle: null, refusals: [{ field: 'input.expectations' }] },
  });
});
