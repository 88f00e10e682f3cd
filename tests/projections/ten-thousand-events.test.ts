import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Sums } from '../../src/domain/indicator/sums.js';
import { chosenEpoch, sumsOf } from '../../src/projections/province-outcomes/sums.js';
import type { Snapshot } from '../../src/projections/read-models.js';
import { storedEvents } from '../support/events.js';
import { growingViews } from '../support/folded-views.js';
import { numberDefinitions, numberHistory, numberPeriods } from '../support/number-histories.js';
import { pencilSums, scaled, standingEvents, type PencilSums } from '../support/pencil-sums.js';

const questions = Object.keys(numberDefinitions).flatMap((key) =>
  numberPeriods.map((period) => [key, period] as const),
);

/** What of stored sums is compared with pencil and paper. */
const compared = (sums: Sums): PencilSums => ({
  reporting: sums.reporting,
  suppressedAtSource: sums.suppressedAtSource,
  notApplicable: sums.notApplicable,
  withdrawn: sums.withdrawn,
  provisional: sums.provisional,
  populationReporting: sums.populationReporting,
  populationNotApplicable: sums.populationNotApplicable,
  value: scaled(sums.value),
  numerator: scaled(sums.numerator),
  denominator: scaled(sums.denominator),
  histogram: sums.histogram.map(scaled),
});

/** The sums of the definition most towns reported under, out of the facts of a past. */
async function ofPast(snapshot: Snapshot, key: string, period: string, position: number) {
  const rows = await snapshot.reportedNumbers(key, period, '', { position });
  const bodies = await snapshot.organizations({ position });
  const epochs = sumsOf(rows, (await snapshot.indicators({ position })).get(key), bodies);
  const epoch = chosenEpoch(epochs);
  const sums = epoch === undefined ? undefined : epochs[epoch];
  return epoch === undefined || sums === undefined ? undefined : { epoch, sums };
}

test('sums kept up to date are those of the facts, at fifty pasts of ten thousand events', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 2 ** 30 }),
      fc.uniqueArray(fc.integer({ min: 100, max: 10_000 }), { minLength: 50, maxLength: 50 }),
      async (seed, chosen) => {
        const events = storedEvents(numberHistory(10_000, seed));
        expect(events).toHaveLength(10_000);
        const views = growingViews(events);
        const pasts = chosen.toSorted((a, b) => a - b);
        const stored = new Map<string, Awaited<ReturnType<typeof ofPast>>>();
        let reporting = 0;
        for (const position of pasts) {
          views.foldTo(position, (batch) => 1 + (batch % 60));
          const known = standingEvents(events, position);
          for (const [key, period] of questions) {
            const sums = await views.snapshot().currentSums(key, period, '');
            stored.set(`${position} ${key} ${period}`, sums);
            const byHand = pencilSums(key, period, known);
            expect(sums && compared(sums.sums)).toEqual(sums && byHand.get(sums.epoch));
            const most = Math.max(0, ...[...byHand.values()].map((each) => each.reporting));
            // Of the definitions, the one most towns reported under is read.
            expect(sums?.sums.reporting ?? 0).toBe(most);
            expect(sums === undefined).toBe(byHand.size === 0);
            reporting += most;
          }
        }
        expect(reporting / (pasts.length * questions.length)).toBeGreaterThan(4);
        views.foldTo(events.length, () => 500);
        for (const position of pasts)
          for (const [key, period] of questions)
            expect(await ofPast(views.snapshot(), key, period, position)).toEqual(
              stored.get(`${position} ${key} ${period}`),
            );
      },
    ),
    // A smaller history would say no more than the seed does.
    { numRuns: 1, endOnFailure: true },
  );
}, 180_000);

test('these events are of all kinds that move a sum of the province, and many of each', () => {
  const kinds = Map.groupBy(numberHistory(10_000, 1), ({ type, data }) =>
    data['comparability'] === 'BREAK' ? 'break' : type,
  );
  const counts = [
    ['ObservationRecorded', 300],
    ['ObservationCorrected', 2_000],
    ['ObservationWithdrawn', 300],
    ['DecisionRecordedInError', 1_000],
    ['BodyJoinedPlan', 200],
    ['BodyLeftPlan', 200],
    ['IndicatorDefined', 3],
    ['IndicatorRevised', 50],
    ['break', 20],
    ['OrganizationSucceeded', 50],
    ['PopulationCounted', 200],
  ] as const;
  const few = counts.filter(([kind, least]) => (kinds.get(kind)?.length ?? 0) < least);
  expect(few.map(([kind]) => [kind, kinds.get(kind)?.length])).toEqual([]);
});
