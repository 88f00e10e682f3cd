import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { publicCaller, type Caller } from '../../src/domain/authority.js';
import { retireIndicator } from '../../src/domain/indicator/commands.js';
import { correctObservation } from '../../src/domain/observation/commands.js';
import { openPlan } from '../../src/domain/plan/commands.js';
import {
  giveFeedback,
  reopenSubmission,
  returnSubmission,
} from '../../src/domain/submission/commands.js';
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

const { hamilton, ottawa } = body;

type Node = Readonly<Record<string, unknown>>;

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
  const numbers = async (caller: Caller = reviewer) => {
    const read = await hub.read<Numbers>(source, {}, { caller });
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
    expect((await numbers(publicCaller)).reviews).toEqual(['NONE', 'NONE', 'NONE', 'NONE']);
  });

  test('are pending no more where nothing can be accepted, since the indicator is retired', async () => {
    await hub.accept(ottawa);
    const retired = { indicator, retiredOn: '2024-06-01', reason: words };
    await hub.record(retireIndicator, retired, administrator);
    expect((await numbers()).reviews).toEqual(['ACCEPTED', 'NONE', 'NONE', 'NONE']);
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
    state firstSubmittedOn missing { key }
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
        firstSubmittedOn: '2024-06-01',
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
    // The first submission counts for the deadline.
    expect(await read()).toMatchObject({
      submission: { state: 'DRAFT', firstSubmittedOn: '2024-06-01' },
    });
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
