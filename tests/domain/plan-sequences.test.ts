import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as commitments from '../../src/domain/commitment/commands.js';
import type { Outcome } from '../../src/domain/command-handler.js';
import type { StoredEvent } from '../../src/domain/event.js';
import { foldEvents, recordedInError } from '../../src/domain/fold.js';
import * as commands from '../../src/domain/plan/commands.js';
import * as life from '../../src/domain/plan/life-commands.js';
import { planStatus } from '../../src/domain/plan/rules.js';
import { markRecordedInError } from '../../src/domain/record/commands.js';
import { commitmentFold, planFold } from '../../src/projections/current-plan/folds.js';
import { accepted, brockton, kincardine, registered, type Desk } from '../support/bruce.js';
import { administrator } from '../support/command-desk.js';

const reason = { en: 'The council decided' };
const url = 'https://example.org/plan';
const move = fc.record({ kind: fc.nat(9), body: fc.nat(1), at: fc.nat(30) });
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

const standingIn = (events: readonly StoredEvent[]): readonly StoredEvent[] => {
  const inError = recordedInError(events);
  return events.filter(({ revision }) => !inError.has(revision));
};

/** Bodies that take part and have not adopted the plan, told from its events one by one. */
function missingAdoptions(events: readonly StoredEvent[]): readonly string[] {
  const taking = new Set<string>();
  const adopters = new Set<string>();
  for (const { type, data } of standingIn(events)) {
    const body = data['body'] as string;
    if (type === 'PlanOpened') for (const each of data['bodies'] as string[]) taking.add(each);
    if (type === 'BodyJoinedPlan') taking.add(body);
    if (type === 'BodyLeftPlan') taking.delete(body);
    if (type === 'BodyJoinedPlan' || type === 'BodyLeftPlan') adopters.delete(body);
    if (type === 'PlanAdopted') adopters.add(body);
    if (type === 'PlanRevised' && data['readoption'] === true) adopters.clear();
  }
  return [...taking].filter((body) => !adopters.has(body));
}

async function openedPlan(desk: Desk) {
  const open = { title: { en: 'Plan' }, bodies: [kincardine, brockton], idempotencyKey: 'open' };
  const { stream: planId } = accepted(await desk.execute(commands.openPlan, open, administrator));
  const strategy = { title: { en: 'Table' }, area: 'PREVENTION', sectors: ['police'] } as const;
  const adopt = { planId, ...strategy, risks: [], idempotencyKey: 'strategy' };
  const { events } = accepted(await desk.execute(commands.adoptStrategy, adopt, administrator));
  const made = {
    planId,
    strategyId: events[0]?.data['strategyId'] as string,
    partner: kincardine,
    statement: { en: 'Two officers' },
    idempotencyKey: 'commitment',
  };
  const { stream: commitmentId } = accepted(
    await desk.execute(commitments.makeCommitment, made, administrator),
  );
  return { planId, commitmentId };
}

/** Gives the command a move stands for; a commitment's marks are mostly of what is newest. */
async function take(
  { execute, log }: Desk,
  { planId, commitmentId }: { readonly planId: string; readonly commitmentId: string },
  { kind, body: which, at }: Move,
  idempotencyKey: string,
): Promise<Outcome> {
  const body = [kincardine, brockton][which] ?? kincardine;
  const ofPlan = { planId, idempotencyKey };
  const ofCommitment = { commitmentId, idempotencyKey };
  const adopted = { body, adoptedOn: '2021-01-25', resolution: '2021-7' };
  const revised = { revisedOn: '2024-01-15', readoption: which === 0, summary: reason };
  const report = { reportedOn: '2024-06-01', percent: 40 };
  switch (kind) {
    case 0:
      return execute(commands.joinPlan, { ...ofPlan, body }, administrator);
    case 1:
      return execute(commands.leavePlan, { ...ofPlan, body, reason }, administrator);
    case 2:
    case 3:
      return execute(commands.adoptPlan, { ...ofPlan, ...adopted }, administrator);
    case 4:
      return execute(
        commands.publishPlan,
        { ...ofPlan, url, publishedOn: '2021-02-01' },
        administrator,
      );
    case 5:
      return execute(life.revisePlan, { ...ofPlan, ...revised }, administrator);
    case 6:
      return execute(
        commitments.reportCommitmentProgress,
        { ...ofCommitment, ...report },
        administrator,
      );
    case 7:
      return execute(
        commitments.fulfillCommitment,
        { ...ofCommitment, fulfilledOn: '2024-06-02' },
        administrator,
      );
    default: {
      const stream = kind === 8 ? planId : commitmentId;
      const newest = (await log.readStream(stream)).length - 1;
      const revision = kind === 8 ? at % 12 : Math.max(0, newest - (at % 2));
      const mark = { stream, revision, reason, idempotencyKey };
      return execute(markRecordedInError, mark, administrator);
    }
  }
}

/** Takes moves one after another and says which of them broke what must hold. */
async function broken(
  moves: readonly Move[],
  stream: 'planId' | 'commitmentId',
  isBroken: (
    outcome: Outcome,
    before: readonly StoredEvent[],
    after: readonly StoredEvent[],
  ) => boolean,
): Promise<readonly number[]> {
  const desk = await registered();
  const ids = await openedPlan(desk);
  const found: number[] = [];
  for (const [at, each] of moves.entries()) {
    const before = await desk.log.readStream(ids[stream]);
    const outcome = await take(desk, ids, each, `move ${at}`);
    if (isBroken(outcome, before, await desk.log.readStream(ids[stream]))) found.push(at);
  }
  return found;
}

const wrote = (outcome: Outcome, type: string): boolean =>
  outcome.outcome === 'accepted' && outcome.events.some((event) => event.type === type);

const isPublished = (events: readonly StoredEvent[]): boolean => {
  const document = foldEvents(planFold, events);
  return document !== undefined && planStatus(document) === 'PUBLISHED';
};

const isPublishedTooEarly = (
  outcome: Outcome,
  before: readonly StoredEvent[],
  after: readonly StoredEvent[],
): boolean =>
  (wrote(outcome, 'PlanPublished') && missingAdoptions(before).length > 0) ||
  (isPublished(after) && missingAdoptions(after).length > 0);

/** Reports that a fulfilled commitment shows and that came after it was fulfilled. */
const showsLaterReports = (events: readonly StoredEvent[]): boolean => {
  const document = foldEvents(commitmentFold, events);
  const standing = standingIn(events);
  const closing = standing.findIndex(({ type }) => type === 'CommitmentFulfilled');
  const before = standing.slice(0, Math.max(0, closing));
  const reports = before.filter(({ type }) => type === 'CommitmentProgressReported');
  return document?.status === 'FULFILLED' && document.progress.length !== reports.length;
};

const isReportedTooLate = (
  outcome: Outcome,
  before: readonly StoredEvent[],
  after: readonly StoredEvent[],
): boolean =>
  (wrote(outcome, 'CommitmentProgressReported') &&
    standingIn(before).some(({ type }) => type === 'CommitmentFulfilled')) ||
  showsLaterReports(after);

describe('no sequence of decisions, marks in error included', () => {
  it('reaches a plan published but not adopted by every participating body', async () => {
    const property = fc.asyncProperty(fc.array(move, { maxLength: 40 }), async (moves) => {
      expect(await broken(moves, 'planId', isPublishedTooEarly)).toEqual([]);
    });
    await fc.assert(property, { numRuns: 60 });
    expect.hasAssertions();
  });

  it('lets a fulfilled commitment report progress', async () => {
    const ofCommitment = move.map((each) => ({ ...each, kind: [6, 7, 9][each.kind % 3] ?? 6 }));
    const moves = fc.array(ofCommitment, { maxLength: 30, size: 'max' });
    const property = fc.asyncProperty(moves, async (taken) => {
      expect(await broken(taken, 'commitmentId', isReportedTooLate)).toEqual([]);
    });
    await fc.assert(property, { numRuns: 200 });
    expect.hasAssertions();
  });
});
