import { describe, expect, it } from '@jest/globals';
import type { Outcome } from '../../../src/domain/command-handler.js';
import { closeCycle } from '../../../src/domain/cycle/commands.js';
import { observationStream } from '../../../src/domain/identifiers.js';
import { retireIndicator, reviseIndicator } from '../../../src/domain/indicator/commands.js';
import { withdrawObservation } from '../../../src/domain/observation/commands.js';
import { markRecordedInError } from '../../../src/domain/record/commands.js';
import * as commands from '../../../src/domain/submission/commands.js';
import { accepted } from '../../support/bruce.js';
import { administrator } from '../../support/command-desk.js';
import {
  attestation,
  definition,
  hamilton,
  mayor,
  period,
  reason,
  report,
  reportingTown,
  reviewer,
  type ReportingTown,
} from './reporting-town.js';

const codesOf = (outcome: Outcome) =>
  outcome.outcome === 'refused' ? outcome.refusals.map(({ code }) => code) : outcome.outcome;

const quarterly = { ...definition, periodKind: 'QUARTER', dimensions: [], comparability: 'BREAK' };

const file = ({ execute, key }: ReportingTown) =>
  execute(commands.fileSubmission, { ...report, attestation, ...key() }, mayor);
const accept = ({ execute, key }: ReportingTown) =>
  execute(commands.acceptSubmission, { ...report, ...key() }, reviewer);
const reopen = ({ execute, key }: ReportingTown) =>
  execute(commands.reopenSubmission, { ...report, reason, ...key() }, reviewer);
const giveBack = ({ execute, key }: ReportingTown, input: object) =>
  execute(
    commands.returnSubmission,
    { ...report, comments: [], ...input, ...key() } as never,
    reviewer,
  );

async function acceptedTown() {
  const town = await reportingTown();
  await town.recordAll();
  accepted(await file(town));
  accepted(await accept(town));
  return town;
}

describe('a report is submitted', () => {
  it.each([
    ['was retired', retireIndicator, { retiredOn: '2024-06-01' }],
    ['is observed for other periods', reviseIndicator, quarterly],
  ])('without a number that can be recorded no more: it %s', async (_, command, input) => {
    const town = await reportingTown();
    accepted(await town.record('calls-for-service', '12'));
    const change = { indicator: 'shelter-beds', ...input, reason, ...town.key() };
    accepted(await town.execute(command as never, change as never, administrator));
    const { events } = accepted(await file(town));
    expect(events[0]).toMatchObject({ type: 'SubmissionFiled' });
  });

  it('once everything expected is said, and names the version of every number', async () => {
    const town = await reportingTown();
    accepted(await town.record('calls-for-service', '12'));
    const early = await file(town);
    expect(early).toMatchObject({
      refusals: [{ code: 'submission-incomplete', params: { indicators: 'shelter-beds' } }],
    });
    accepted(await town.record('shelter-beds', '0'));
    accepted(await town.correct('calls-for-service', '13'));
    const { events } = accepted(await file(town));
    expect(events[0]).toMatchObject({
      type: 'SubmissionFiled',
      data: {
        period,
        body: hamilton,
        reported: 2,
        cells: [
          { indicator: 'calls-for-service', categories: [], revision: 1 },
          { indicator: 'shelter-beds', categories: [], revision: 0 },
        ],
      },
      metadata: { actor: 'test approver', actingFor: hamilton },
    });
  });

  it('although a number is not known, when that is said', async () => {
    const town = await reportingTown();
    accepted(await town.record('calls-for-service', '12'));
    const unknown = { status: 'NOT_REPORTED', value: undefined };
    accepted(await town.record('shelter-beds', '0', unknown));
    const { events } = accepted(await file(town));
    expect(events[0]?.data).toMatchObject({ reported: 1, cells: [{}, {}] });
  });

  it('but not while a number that was taken back is not said anew', async () => {
    const town = await reportingTown();
    await town.recordAll();
    const input = { indicator: 'shelter-beds', organization: hamilton, period, reason };
    accepted(await town.execute(withdrawObservation, { ...input, ...town.key() }, mayor));
    expect(codesOf(await file(town))).toEqual(['submission-incomplete']);
  });

  it('with an attestation, and not twice without a change', async () => {
    const town = await reportingTown();
    await town.recordAll();
    const blank = { ...report, attestation: { en: ' ' }, ...town.key() };
    expect(codesOf(await town.execute(commands.fileSubmission, blank, mayor))).toEqual([
      'text-required',
    ]);
    accepted(await file(town));
    expect(codesOf(await file(town))).toEqual(['submission-already-filed']);
  });

  it('only by one who answers for the body', async () => {
    const town = await reportingTown();
    await town.recordAll();
    const input = { ...report, attestation, ...town.key() };
    const editor = { ...mayor, role: 'municipal-editor' } as const;
    expect(codesOf(await town.execute(commands.fileSubmission, input, editor))).toBe('denied');
    expect(codesOf(await town.execute(commands.fileSubmission, input, reviewer))).toBe('denied');
  });

  it('not to a cycle that is closed or expects nothing of the body', async () => {
    const town = await reportingTown();
    await town.recordAll();
    const stranger = { ...report, body: '3506008', attestation, ...town.key() };
    const ottawa = { ...mayor, organizations: ['3506008'] };
    const outcome = await town.execute(commands.fileSubmission, stranger, ottawa);
    expect(codesOf(outcome)).toEqual(['body-not-in-cycle']);
    const { cycleId } = report;
    accepted(await town.execute(closeCycle, { cycleId, ...town.key() }, reviewer));
    expect(codesOf(await file(town))).toEqual(['cycle-closed']);
  });
});

describe('the ministry reviews what was submitted', () => {
  it('returns it with comments on numbers, after which it is submitted again', async () => {
    const town = await reportingTown();
    await town.recordAll();
    expect(codesOf(await giveBack(town, {}))).toEqual(['submission-not-filed']);
    accepted(await file(town));
    expect(codesOf(await giveBack(town, {}))).toEqual(['comments-required']);
    const unknown = { comments: [{ indicator: 'population', text: reason }] };
    expect(codesOf(await giveBack(town, unknown))).toEqual(['cell-unknown']);
    const comments = [{ indicator: 'shelter-beds', text: reason }];
    const { events } = accepted(await giveBack(town, { comments }));
    expect(events[0]?.data).toMatchObject({ comments: [{ indicator: 'shelter-beds' }] });
    accepted(await town.correct('shelter-beds', '14'));
    accepted(await file(town));
    accepted(await accept(town));
  });

  it('never accepts a number that changed since: the report is a draft again', async () => {
    const town = await reportingTown();
    await town.recordAll();
    accepted(await file(town));
    accepted(await town.correct('shelter-beds', '14'));
    expect(codesOf(await accept(town))).toEqual(['submission-changed']);
    expect(codesOf(await giveBack(town, { remark: reason }))).toEqual(['submission-changed']);
    const { events } = accepted(await file(town));
    expect(events[0]?.data).toMatchObject({ cells: [{ revision: 0 }, { revision: 1 }] });
    accepted(await accept(town));
  });

  it('a number that came to be said after all makes it a draft too', async () => {
    const town = await reportingTown();
    await town.recordAll();
    accepted(await file(town));
    const categories = [{ dimension: 'genders', category: 'women' }];
    accepted(await town.record('shelter-beds', '5', { categories }));
    expect(codesOf(await accept(town))).toEqual(['submission-changed']);
  });

  it('still returns, accepts and reopens once the cycle is closed, and the body answers', async () => {
    const town = await reportingTown();
    await town.recordAll();
    accepted(await file(town));
    const { cycleId } = report;
    accepted(await town.execute(closeCycle, { cycleId, ...town.key() }, reviewer));
    accepted(await giveBack(town, { remark: reason }));
    accepted(await file(town));
    accepted(await accept(town));
    accepted(await reopen(town));
    accepted(await town.correct('shelter-beds', '14'));
    accepted(await file(town));
    expect(codesOf(await accept(town))).toBe('accepted');
  });
});

describe('what is accepted is locked', () => {
  it('against corrections, withdrawals, new breakdowns and marks, until it is reopened', async () => {
    const town = await acceptedTown();
    expect(codesOf(await town.correct('shelter-beds', '14'))).toEqual(['observation-locked']);
    const categories = [{ dimension: 'genders', category: 'women' }];
    const broken = await town.record('shelter-beds', '5', { categories });
    expect(codesOf(broken)).toEqual(['observation-locked']);
    const key = { indicator: 'shelter-beds', organization: hamilton, period, reason };
    const taken = await town.execute(withdrawObservation, { ...key, ...town.key() }, mayor);
    expect(codesOf(taken)).toEqual(['observation-locked']);
    const stream = observationStream('shelter-beds', { kind: 'BODY', code: hamilton });
    const mark = { stream, revision: 0, reason, ...town.key() };
    expect(codesOf(await town.execute(markRecordedInError, mark, mayor))).toEqual([
      'observation-locked',
    ]);
    accepted(await reopen(town));
    accepted(await town.correct('shelter-beds', '14'));
    accepted(await file(town));
  });

  it('and asks for nothing any more once its cycle was opened in error', async () => {
    const town = await acceptedTown();
    const mark = { stream: report.cycleId, revision: 0, reason, ...town.key() };
    accepted(await town.execute(markRecordedInError, mark, reviewer));
    expect(codesOf(await town.correct('shelter-beds', '14'))).toBe('accepted');
    expect(codesOf(await file(town))).toEqual(['cycle-unknown']);
  });

  it('but not the other periods of its indicators', async () => {
    const town = await acceptedTown();
    expect(codesOf(await town.record('shelter-beds', '11', { period: '2022' }))).toBe('accepted');
  });

  it('and is not undone by a mark on the submission', async () => {
    const town = await acceptedTown();
    const stream = `submission-2023.${hamilton}`;
    const mark = { stream, revision: 0, reason, ...town.key() };
    expect(codesOf(await town.execute(markRecordedInError, mark, mayor))).toEqual([
      'decision-stands',
    ]);
    expect(codesOf(await file(town))).toEqual(['submission-accepted']);
    expect(codesOf(await accept(town))).toEqual(['submission-accepted']);
  });

  it('nothing else is reopened', async () => {
    const town = await reportingTown();
    await town.recordAll();
    accepted(await file(town));
    expect(codesOf(await reopen(town))).toEqual(['submission-not-accepted']);
  });
});

describe('feedback', () => {
  it('is written to a body at any time, and changes nothing', async () => {
    const town = await acceptedTown();
    const input = { ...report, text: { fr: 'Merci' }, ...town.key() };
    accepted(await town.execute(commands.giveFeedback, input, reviewer));
    expect(codesOf(await file(town))).toEqual(['submission-accepted']);
  });
});
