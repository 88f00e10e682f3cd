import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as commitments from '../../src/domain/commitment/commands.js';
import type { Outcome } from '../../src/domain/command-handler.js';
import type { StoredEvent } from '../../src/domain/event.js';
import { foldEvents, recordedInError } from '../../src/domain/fold.js';
import { succeedOrganization } from '../../src/domain/organization/commands.js';
import * as commands from '../../src/domain/plan/commands.js';
import * as life from '../../src/domain/plan/life-commands.js';
import { clocksOf, planStatus } from '../../src/domain/plan/rules.js';
import { markRecordedInError } from '../../src/domain/record/commands.js';
import { commitmentFold, planFold } from '../../src/projections/current-plan/folds.js';
import {
  accepted,
  brockton,
  kincardine,
  registered,
  saugeenShores,
  type Desk,
} from '../support/bruce.js';
import { administrator } from '../support/command-desk.js';

const reason = { en: 'The council decided' };
const url = 'https://example.org/plan';
const bodies = [kincardine, brockton, saugeenShores] as const;
// Adoption, publication and succession come often, so that many histories get as far as that.
const kinds = [0, 0, 1, 2, 2, 2, 2, 3, 3, 3, 4, 5, 6, 7, 7, 8, 9, 10, 10] as const;
const move = fc.record({
  kind: fc.constantFrom(...kinds),
  body: fc.nat(2),
  at: fc.nat(24),
});
const long = { minLength: 20, maxLength: 40 };
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

const standingIn = (events: readonly StoredEvent[]): readonly StoredEvent[] => {
  const inError = recordedInError(events);
  return events.filter(({ revision }) => !inError.has(revision));
};

/** Bodies that take part and have not adopted the plan, told from its events one by one. */
function missingAdoptions(events: readonly StoredEvent[]): readonly string[] {
  // Each place at the table: who sits there, and whether a council adopted the plan for it.
  let places: { body: string; adopted: boolean }[] = [];
  for (const { type, data } of standingIn(events)) {
    const body = data['body'] as string;
    const own = places.filter((place) => place.body === body);
    if (type === 'PlanOpened')
      for (const each of data['bodies'] as string[]) places.push({ body: each, adopted: false });
    if (type === 'BodyJoinedPlan') places.push({ body, adopted: false });
    if (type === 'BodyLeftPlan') places = places.filter((place) => place.body !== body);
    if (type === 'BodySucceededInPlan')
      for (const place of own) place.body = data['successor'] as string;
    if (type === 'PlanAdopted') for (const place of own) place.adopted = true;
    if (type === 'PlanRevised' && data['readoption'] === true)
      for (const place of places) place.adopted = false;
  }
  return places.filter(({ adopted }) => !adopted).map(({ body }) => body);
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
  const body = bodies[which] ?? kincardine;
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
      return execute(commands.adoptPlan, { ...ofPlan, ...adopted }, administrator);
    case 3:
      return execute(
        commands.publishPlan,
        { ...ofPlan, url, publishedOn: '2021-02-01' },
        administrator,
      );
    case 4:
      return execute(life.revisePlan, { ...ofPlan, ...revised }, administrator);
    case 5:
      return execute(
        commitments.reportCommitmentProgress,
        { ...ofCommitment, ...report },
        administrator,
      );
    case 6:
      return execute(
        commitments.fulfillCommitment,
        { ...ofCommitment, fulfilledOn: '2024-06-02' },
        administrator,
      );
    case 8: {
      // Each may end in favour of the next, so that a place is handed on or several unite.
      const successor = bodies[(which + 1) % bodies.length] ?? kincardine;
      const ended = { organization: body, successor, endedOn: '2024-01-01', idempotencyKey };
      return execute(succeedOrganization, ended, administrator);
    }
    case 7:
      return execute(commands.succeedInPlan, { ...ofPlan, body }, administrator);
    default: {
      const newest = (await log.readStream(commitmentId)).length - 1;
      const mark =
        kind === 9
          ? { stream: commitmentId, revision: Math.max(0, newest - (at % 2)) }
          : { stream: planId, revision: at };
      return execute(markRecordedInError, { ...mark, reason, idempotencyKey }, administrator);
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
  const desk = await registered(...bodies);
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

const rules = {
  publicationDays: [{ from: '2019-01-01', amount: 30 }],
  reviewYears: [{ from: '2019-01-01', amount: 4 }],
  firstAdoptionBy: '2021-07-01',
};

const standingOf = (events: readonly StoredEvent[]) => {
  const document = foldEvents(planFold, events);
  return document && [planStatus(document), clocksOf(document, rules, '2024-06-15')];
};

const isMovedBySuccession = (
  outcome: Outcome,
  before: readonly StoredEvent[],
  after: readonly StoredEvent[],
): boolean =>
  wrote(outcome, 'BodySucceededInPlan') &&
  JSON.stringify(standingOf(before)) !== JSON.stringify(standingOf(after));

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
    const property = fc.asyncProperty(fc.array(move, long), async (moves) => {
      expect(await broken(moves, 'planId', isPublishedTooEarly)).toEqual([]);
    });
    await fc.assert(property, { numRuns: 100 });
    expect.hasAssertions();
  });

  it('changes where a plan stands because one municipality took the place of another', async () => {
    const property = fc.asyncProperty(fc.array(move, long), async (moves) => {
      expect(await broken(moves, 'planId', isMovedBySuccession)).toEqual([]);
    });
    await fc.assert(property, { numRuns: 100 });
    expect.hasAssertions();
  });

  it('lets a fulfilled commitment report progress', async () => {
    const ofCommitment = move.map((each) => ({
      ...each,
      kind: ([5, 6, 9] as const)[each.kind % 3] ?? 5,
    }));
    const moves = fc.array(ofCommitment, long);
    const property = fc.asyncProperty(moves, async (taken) => {
      expect(await broken(taken, 'commitmentId', isReportedTooLate)).toEqual([]);
    });
    await fc.assert(property, { numRuns: 200 });
    expect.hasAssertions();
  });
});
