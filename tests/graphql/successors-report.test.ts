import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../src/domain/authority.js';
import { correctObservation, recordObservation } from '../../src/domain/observation/commands.js';
import {
  registerOrganization,
  succeedOrganization,
} from '../../src/domain/organization/commands.js';
import { openPlan, succeedInPlan } from '../../src/domain/plan/commands.js';
import { provideInformation, requestInformation } from '../../src/domain/request/commands.js';
import { fileSubmission } from '../../src/domain/submission/commands.js';
import { administrator, approver } from '../support/command-desk.js';
import { body } from './query-town.js';
import {
  as,
  cycleId,
  indicator,
  period,
  reportingHub,
  reviewer,
  words,
  type ReportingHub,
} from './reporting-hub.js';

const { hamilton, ottawa } = body;
const united = '3525100';
const attestation = { en: 'Complete and right' };
const report = { cycleId, body: hamilton };
const number = { indicator, organization: hamilton, period, value: '1200' };

let hub: ReportingHub;

/** The cycle of 2023 is open when Hamilton ends on May 15, 2024. */
beforeEach(async () => {
  hub = await reportingHub();
  const town = { code: united, kind: 'MUNICIPALITY', tier: 'SINGLE' } as const;
  await hub.record(registerOrganization, {
    ...town,
    name: { en: 'United Hamilton' },
    existsFrom: '2024-05-15',
  });
  await hub.record(succeedOrganization, {
    organization: hamilton,
    successor: united,
    endedOn: '2024-05-15',
  });
  hub.clock.now = '2024-05-20T16:00:00.000Z';
});
afterEach(() => hub.close());

const editor = (code: string) => as('municipal-editor', code);
const draft = (caller: Caller, idempotencyKey = `${caller.organizations[0]}`) =>
  hub.execute(recordObservation, { ...number, idempotencyKey }, caller);
const file = (caller: Caller) =>
  hub.execute(
    fileSubmission,
    { ...report, attestation, idempotencyKey: `${caller.organizations[0]}` },
    caller,
  );

const own = `query ($on: Date) {
  submission(cycleId: "${cycleId}", body: "${hamilton}", on: $on) {
    state organization { code } respondent { code }
  }
  reportsDue(body: "${hamilton}") { state }
  submissions(cycleId: "${cycleId}", on: $on) { edges { node { organization { code } } } }
}`;
const readAs = (caller: Caller, variables: object = {}) =>
  hub.read<{
    readonly submission: object | null;
    readonly reportsDue: readonly object[] | null;
    readonly submissions: { readonly edges: readonly object[] };
  }>(own, variables, { caller });

const nothing = { submission: null, reportsDue: null, submissions: { edges: [] } };

describe('the report of a municipality that ended in an open cycle', () => {
  it('is drafted, submitted and corrected by the people of its successor', async () => {
    expect(await draft(editor(united))).toMatchObject({ outcome: 'accepted' });
    expect(await file(approver(united))).toMatchObject({ outcome: 'accepted' });
    const correction = { ...number, value: '1300', reason: words, idempotencyKey: 'right' };
    expect(await hub.execute(correctObservation, correction, editor(united))).toMatchObject({
      outcome: 'accepted',
    });
    const [filed] = await hub.log.readStream('submission-2023.3525005');
    expect(filed).toMatchObject({ type: 'SubmissionFiled', metadata: { actingFor: united } });
  });

  it('is not reported by strangers, nor any longer in its own name', async () => {
    for (const code of [ottawa, hamilton]) {
      expect(await draft(editor(code))).toEqual({ outcome: 'denied' });
      expect(await file(approver(code))).toEqual({ outcome: 'denied' });
    }
    expect(await file(editor(united))).toEqual({ outcome: 'denied' });
  });

  it('is read by its successor, and by no stranger', async () => {
    await draft(editor(united));
    await hub.readModels.reached(await hub.log.head(), 5000);
    const submission = {
      state: 'DRAFT',
      organization: { code: hamilton },
      respondent: { code: united },
    };
    expect(await readAs(editor(united))).toEqual({
      submission,
      reportsDue: [{ state: 'DRAFT' }],
      submissions: { edges: [{ node: { organization: { code: hamilton } } }] },
    });
    expect(await readAs(as('public'))).toEqual(nothing);
    expect(await readAs(as('researcher', united))).toEqual(nothing);
    expect((await readAs(approver(ottawa))).submission).toBeNull();
  });

  it('reads as its own until the day it ended', async () => {
    const { submission } = await readAs(reviewer, { on: '2024-05-14' });
    expect(submission).toMatchObject({ respondent: { code: hamilton } });
    const today = await readAs(reviewer);
    expect(today.submission).toMatchObject({ respondent: { code: united } });
  });

  it('is due for the successor, who is not a stranger to what was asked', async () => {
    await draft(editor(united));
    await hub.readModels.reached(await hub.log.head(), 5000);
    const source = `{ due(filter: { organization: "${united}" }) { edges { node {
      kind orphaned organizations { code }
    } } } }`;
    expect(await hub.read(source, {}, { caller: editor(united) })).toEqual({
      due: {
        edges: [
          {
            node: {
              kind: 'report',
              orphaned: false,
              organizations: [{ code: hamilton }, { code: united }],
            },
          },
        ],
      },
    });
  });
});

it('the number of a municipality that ended is read by its successor alone', async () => {
  await draft(editor(united));
  await hub.readModels.reached(await hub.log.head(), 5000);
  const source = `{ outcomeSeries(indicator: "${indicator}", organization: "${hamilton}") {
    points { value }
  } }`;
  const valueFor = async (caller: Caller) => JSON.stringify(await hub.read(source, {}, { caller }));
  expect(await valueFor(approver(united))).toContain('"1200"');
  expect(await valueFor(approver(ottawa))).not.toContain('"1200"');
});

it('a question to a municipality that ended is answered by its successor', async () => {
  await hub.record(succeedOrganization, {
    organization: body.cockburnIsland,
    successor: united,
    endedOn: '2024-05-25',
  });
  const asked = { organizations: [body.cockburnIsland], question: words, dueOn: '2024-06-30' };
  const { stream } = await hub.record(requestInformation, asked, reviewer);
  const answer = {
    requestId: stream,
    organization: body.cockburnIsland,
    answer: words,
  };
  const give = (caller: Caller, idempotencyKey: string) =>
    hub.execute(provideInformation, { ...answer, idempotencyKey }, caller);
  const source = '{ informationRequests { totalCount } }';
  const seen = () => hub.ask(source, {}, { caller: approver(united) });
  expect((await seen()).data).toEqual({ informationRequests: { totalCount: 0 } });
  expect(await give(approver(united), 'before')).toEqual({ outcome: 'denied' });
  hub.clock.now = '2024-05-25T16:00:00.000Z';
  expect((await seen()).data).toEqual({ informationRequests: { totalCount: 1 } });
  expect(await give(approver(united), 'after')).toMatchObject({ outcome: 'accepted' });
});

it('a joint plan waits for the report of the body whose part passed', async () => {
  const title = { en: 'Joint' };
  hub.clock.now = '2024-05-10T16:00:00.000Z';
  const { stream } = await hub.record(openPlan, { title, bodies: [hamilton, ottawa] });
  hub.clock.now = '2024-05-20T16:00:00.000Z';
  await hub.record(succeedInPlan, { planId: stream, body: hamilton }, administrator);
  const source = `{ reportingCycle(id: "${cycleId}") {
    jointReports { state waitingFor { code } }
  } }`;
  const waiting = (caller: Caller) => hub.read(source, {}, { caller });
  const both = {
    reportingCycle: {
      jointReports: [{ state: 'NOT_STARTED', waitingFor: [{ code: hamilton }, { code: ottawa }] }],
    },
  };
  expect(await waiting(approver(united))).toEqual(both);
  expect(await waiting(approver(ottawa))).toEqual(both);
  expect(await waiting(approver(body.peel))).toEqual({ reportingCycle: { jointReports: [] } });
});
