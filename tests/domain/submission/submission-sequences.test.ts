import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openMemoryEventLog } from '../../../src/adapters/event-log/memory/open-memory-event-log.js';
import type { Outcome } from '../../../src/domain/command-handler.js';
import type { EventLog } from '../../../src/domain/event-log.js';
import type { StoredEvent } from '../../../src/domain/event.js';
import { foldEvents, recordedInError } from '../../../src/domain/fold.js';
import { observationStream, submissionStream } from '../../../src/domain/identifiers.js';
import {
  correctObservation,
  recordObservation,
  withdrawObservation,
} from '../../../src/domain/observation/commands.js';
import { observation, standingIn } from '../../../src/domain/observation/state.js';
import { markRecordedInError } from '../../../src/domain/record/commands.js';
import * as commands from '../../../src/domain/submission/commands.js';
import { reviewOf, standingOf } from '../../../src/domain/submission/standing.js';
import { submission } from '../../../src/domain/submission/state.js';
import { commandDesk } from '../../support/command-desk.js';
import {
  attestation,
  cycleId,
  hamilton,
  indicators,
  mayor,
  period,
  reason,
  report,
  reportingTown,
  reviewer,
} from './reporting-town.js';

const streamOf = (indicator: string) =>
  observationStream(indicator, { kind: 'BODY', code: hamilton });
const filingStream = submissionStream(cycleId, hamilton);

const move = fc.record({ kind: fc.nat(12), at: fc.nat(1), value: fc.nat(2) });
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

type Node = Pick<ReturnType<typeof commandDesk>, 'execute'>;

/** Gives the command a move stands for. What can come about is accepted often, so that it does. */
function take({ execute }: Node, { kind, at, value }: Move, idempotencyKey: string) {
  const indicator = indicators[at] ?? indicators[0];
  const categories = value === 2 ? [{ dimension: 'genders', category: 'women' }] : [];
  const number = { indicator, organization: hamilton, period, categories, idempotencyKey };
  const ofReport = { ...report, idempotencyKey };
  switch (kind) {
    case 0:
    case 1:
      return execute(commands.fileSubmission, { ...ofReport, attestation }, mayor);
    case 2:
    case 3:
    case 4:
      return execute(commands.acceptSubmission, ofReport, reviewer);
    case 5: {
      const comments = [{ indicator, text: reason }];
      return execute(commands.returnSubmission, { ...ofReport, comments }, reviewer);
    }
    case 6:
      return execute(commands.reopenSubmission, { ...ofReport, reason }, reviewer);
    case 7:
      return execute(withdrawObservation, { ...number, reason }, mayor);
    case 8: {
      const mark = { stream: streamOf(indicator), revision: value, reason, idempotencyKey };
      return execute(markRecordedInError, mark, mayor);
    }
    case 9:
      return execute(
        markRecordedInError,
        { stream: filingStream, revision: value, reason, idempotencyKey },
        mayor,
      );
    case 10:
      return execute(recordObservation, { ...number, value: String(value) }, mayor);
    default:
      return execute(correctObservation, { ...number, value: String(kind + value), reason }, mayor);
  }
}

/** The numbers that stand, each by the revision that says it, told from the log one by one. */
async function toldNumbers(log: EventLog): Promise<ReadonlyMap<string, number>> {
  const numbers = new Map<string, number>();
  for (const indicator of indicators) {
    const events = await log.readStream(streamOf(indicator));
    const inError = recordedInError(events);
    for (const { type, revision, data } of events) {
      if (!type.startsWith('Observation') || inError.has(revision)) continue;
      const name = `${indicator} ${JSON.stringify(data['categories'])}`;
      const isTakenBack = type === 'ObservationWithdrawn' && !numbers.has(name);
      if (!isTakenBack) numbers.set(name, revision);
    }
  }
  return numbers;
}

/** What the last decision of the ministry accepted, and nothing undid; undefined otherwise. */
function toldAccepted(events: readonly StoredEvent[]): ReadonlyMap<string, number> | undefined {
  const last = events.findLast(({ type }) => type !== 'FeedbackGiven');
  if (last?.type !== 'SubmissionAccepted') return undefined;
  const cells = last.data['cells'] as {
    indicator: string;
    categories: object[];
    revision: number;
  }[];
  return new Map(
    cells.map((cell) => [`${cell.indicator} ${JSON.stringify(cell.categories)}`, cell.revision]),
  );
}

/** Where the report stands, and the reviews of its numbers, as the hub tells them. */
async function shown(log: EventLog) {
  const filing = foldEvents(
    submission.fold as never,
    await log.readStream(filingStream),
  ) as Parameters<typeof standingOf>[0];
  const cells = [];
  for (const indicator of indicators) {
    const state = foldEvents(observation.fold as never, await log.readStream(streamOf(indicator)));
    for (const { key, revision } of standingIn(state as never, period))
      cells.push({ indicator, categories: key.categories, revision });
  }
  const reviews = cells.map((cell) => reviewOf(filing, cell));
  return { standing: standingOf(filing, cells), reviews };
}

const asText = (numbers: ReadonlyMap<string, number> | undefined) =>
  numbers && JSON.stringify([...numbers].toSorted());

/** A report shown as accepted holds, to the version, what was accepted, and nothing is pending. */
async function expectHonest(log: EventLog): Promise<boolean> {
  const { standing, reviews } = await shown(log);
  if (standing !== 'ACCEPTED') return false;
  expect(reviews).not.toContain('PENDING');
  expect(asText(toldAccepted(await log.readStream(filingStream)))).toBe(
    asText(await toldNumbers(log)),
  );
  return true;
}

const hasReopened = (outcome: Outcome): boolean =>
  outcome.outcome === 'accepted' && outcome.events[0]?.type === 'SubmissionReopened';

describe('no sequence of commands', () => {
  it('leaves an accepted report with a number that is pending', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 5, maxLength: 30 }), async (moves) => {
        const town = await reportingTown();
        await town.recordAll();
        for (const [at, each] of moves.entries()) {
          const before = await expectHonest(town.log);
          const outcome = await take(town, each, `move ${at}`);
          const isAccepted = await expectHonest(town.log);
          if (isAccepted) accepted += 1;
          // Nothing but reopening takes an accepted report back.
          expect(before && !isAccepted && !hasReopened(outcome)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
    expect(accepted).toBeGreaterThan(0);
  });

  it('does so even when two nodes decide at once and their writing is torn apart', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(move, move), { minLength: 4, maxLength: 15 }),
        fc.scheduler(),
        async (pairs, scheduler) => {
          const log = openMemoryEventLog();
          const town = await reportingTown(log);
          await town.recordAll();
          const append = scheduler.scheduleFunction(log.append);
          const torn = { ...log, append } as EventLog;
          const nodes = [commandDesk(torn), commandDesk(torn)];
          for (const [at, pair] of pairs.entries()) {
            const both = pair.map((each, which) =>
              take(nodes[which] as Node, each, `move ${at} ${which}`),
            );
            await scheduler.waitFor(Promise.all(both));
            if (await expectHonest(log)) accepted += 1;
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(accepted).toBeGreaterThan(0);
  });
});
