import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { changeCycleDeadline } from '../../src/domain/cycle/commands.js';
import { correctObservation } from '../../src/domain/observation/commands.js';
import { openPlan } from '../../src/domain/plan/commands.js';
import {
  giveFeedback,
  reopenSubmission,
  returnSubmission,
} from '../../src/domain/submission/commands.js';
import { approver } from '../support/command-desk.js';
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

describe('numbers before acceptance', () => {
  const source = `{
    outcomeRollup(indicator: "${indicator}", period: "${period}") {
      value completeness { bodiesReporting pending }
    }
    provinceOutcome(indicator: "${indicator}", period: "${period}") {
      value completeness { bodiesReporting pending }
    }
    outcomesByBody(indicator: "${indicator}", period: "${period}", first: 10) {
      edges { node { organization { code } review } }
    }
  }`;
  type Numbers = {
    readonly outcomeRollup: { readonly value: string; readonly completeness: Node };
    readonly provinceOutcome: Node;
    readonly outcomesByBody: {
      readonly edges: readonly { node: { organization: { code: string }; review: string } }[];
    };
  };
  const numbers = async () => {
    const read = await hub.read<Numbers>(source, {}, { caller: reviewer });
    expect(read.outcomeRollup).toEqual(read.provinceOutcome);
    const reviews = read.outcomesByBody.edges.map(({ node }) => node.review);
    return { ...read.outcomeRollup, reviews };
  };

  test('are pending and counted as such, in a value that holds them all', async () => {
    expect(await numbers()).toEqual({
      value: '5500',
      completeness: { bodiesReporting: 3, pending: 3 },
      reviews: ['PENDING', 'PENDING', 'PENDING', 'NONE'],
    });
    await hub.accept(ottawa);
    expect(await numbers()).toEqual({
      value: '5500',
      completeness: { bodiesReporting: 3, pending: 2 },
      reviews: ['ACCEPTED', 'PENDING', 'PENDING', 'NONE'],
    });
  });

  test('that changed are pending again once they were opened to changes', async () => {
    await hub.accept(ottawa);
    const report = { cycleId, body: ottawa };
    await hub.record(reopenSubmission, { ...report, reason: words }, reviewer);
    expect((await numbers()).completeness).toEqual({ bodiesReporting: 3, pending: 3 });
  });

  test('in no cycle are not reviewed at all', async () => {
    const number = { indicator, organization: hamilton, period: '2022', value: '9' };
    const input = { idempotencyKey: 'elsewhere', ...number };
    const recording = `mutation ($input: RecordObservationInput!) {
      recordObservation(input: $input) { observation { review } }
    }`;
    expect(await hub.read(recording, { input }, { caller: approver(hamilton) })).toEqual({
      recordObservation: { observation: { review: 'NONE' } },
    });
    const rollup = `{ outcomeRollup(indicator: "${indicator}", period: "2022") {
      completeness { bodiesReporting pending }
    } }`;
    expect(await hub.read(rollup)).toMatchObject({
      outcomeRollup: { completeness: { bodiesReporting: 1, pending: 0 } },
    });
  });
});

describe('a report that is returned', () => {
  const report = { cycleId, body: ottawa };
  const source = `{ submission(cycleId: "${cycleId}", body: "${ottawa}") {
    state missing { key }
    cells { indicator { key } review changedSinceSubmitted comment { fr } }
    steps { kind actor actingFor { code } text { en } comments { text { en } } entries numbers }
  } }`;
  const read = (caller = approver(ottawa)) =>
    hub.read<{ submission: Node }>(source, {}, { caller });

  beforeEach(async () => {
    const comments = [{ indicator, text: words }];
    await hub.record(returnSubmission, { ...report, comments }, reviewer);
    await hub.record(giveFeedback, { ...report, text: words }, reviewer);
  });

  test('tells the body what is to be looked at, and all that was done', async () => {
    expect(await read()).toEqual({
      submission: {
        state: 'RETURNED',
        missing: [],
        cells: [
          {
            indicator: { key: indicator },
            review: 'PENDING',
            changedSinceSubmitted: false,
            comment: { fr: words.fr },
          },
        ],
        steps: [
          {
            kind: 'FILED',
            actor: 'test approver',
            actingFor: { code: ottawa },
            text: { en: 'Complete and right' },
            comments: [],
            entries: 1,
            numbers: 1,
          },
          {
            kind: 'RETURNED',
            // Who at the ministry did it is the ministry's to know.
            actor: null,
            actingFor: { code: 'solgen' },
            text: null,
            comments: [{ text: { en: words.en } }],
            entries: null,
            numbers: null,
          },
          expect.objectContaining({ kind: 'FEEDBACK', text: { en: words.en } }),
        ],
      },
    });
    const { submission } = await read(reviewer);
    expect(submission['steps']).toMatchObject([{}, { actor: 'a ministry-reviewer' }, {}]);
  });

  test('tells its regional adviser the same, and other bodies nothing', async () => {
    expect(await read(as('regional-adviser', ottawa))).toMatchObject({
      submission: { state: 'RETURNED', steps: [{}, {}, {}] },
    });
    for (const caller of [approver(hamilton), as('public'), as('researcher', ottawa)])
      expect(await read(caller)).toEqual({ submission: null });
  });

  test('shows which number was changed, and is a draft once changed after it was submitted', async () => {
    const number = { indicator, organization: ottawa, period, value: '2501', reason: words };
    await hub.record(correctObservation, number, approver(ottawa));
    expect(await read()).toMatchObject({
      submission: { state: 'RETURNED', cells: [{ changedSinceSubmitted: true }] },
    });
    await hub.file(ottawa, '2024-06-16T16:00:00.000Z');
    expect(await read()).toMatchObject({
      submission: { state: 'SUBMITTED', cells: [{ changedSinceSubmitted: false }] },
    });
    await hub.record(correctObservation, { ...number, value: '2502' }, approver(ottawa));
    expect(await read()).toMatchObject({ submission: { state: 'DRAFT' } });
    // The first submission counts for the deadline.
    expect(await rowsOf({ filter: { state: 'DRAFT' } })).toContainEqual([
      ottawa,
      'DRAFT',
      'ON_TIME',
      0,
      '2024-06-01',
    ]);
  });
});

describe('a joint plan', () => {
  const source = `{ reportingCycle(id: "${cycleId}") {
    jointReports { title { en } state waitingFor { code } }
  } }`;
  const read = (caller = reviewer) => hub.read(source, {}, { caller });

  test('waits for all of its bodies, and each of them knows for whom', async () => {
    const bodies = [hamilton, ottawa];
    await hub.record(openPlan, { title: { en: 'Two cities' }, bodies }, approver(hamilton));
    const waiting = {
      title: { en: 'Two cities' },
      state: 'DRAFT',
      waitingFor: [{ code: hamilton }],
    };
    expect(await read()).toEqual({ reportingCycle: { jointReports: [waiting] } });
    expect(await read(approver(ottawa))).toEqual({ reportingCycle: { jointReports: [waiting] } });
    expect(await read(as('public'))).toEqual({ reportingCycle: { jointReports: [] } });
    await hub.accept(ottawa);
    await hub.file(hamilton, '2024-06-16T16:00:00.000Z');
    expect(await read()).toMatchObject({
      reportingCycle: { jointReports: [{ state: 'SUBMITTED', waitingFor: [] }] },
    });
    await hub.accept(hamilton);
    expect(await read()).toMatchObject({
      reportingCycle: { jointReports: [{ state: 'ACCEPTED' }] },
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
});
