import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { categoriesKey } from '../../src/domain/observation/events.js';
import { chosenEpoch, sumsOf } from '../../src/projections/province-outcomes/sums.js';
import type { AsOf, EpochSums, Snapshot } from '../../src/projections/read-models.js';
import { storedEvents } from '../support/events.js';
import { foldedViews, growingViews } from '../support/folded-views.js';
import { categories, indicators, randomHistories } from '../support/random-histories.js';
import { periods } from '../support/random-moves.js';

/** Every number the province may be asked for. */
const questions = indicators.flatMap((indicator) =>
  periods.flatMap((period) =>
    categories.map((choice) => [indicator, period, categoriesKey(choice)] as const),
  ),
);
type Question = (typeof questions)[number];

/** What a reader with pencil and paper would add up out of the facts as of a position. */
async function addedUp(
  snapshot: Snapshot,
  [indicator, period, combination]: Question,
  asOf: AsOf,
): Promise<EpochSums | undefined> {
  const bodies = await snapshot.organizations(asOf);
  const definition = (await snapshot.indicators(asOf)).get(indicator);
  const rows = await snapshot.bodyObservations(indicator, period, combination, asOf);
  const epochs = sumsOf(rows, definition, bodies);
  const epoch = chosenEpoch(epochs);
  const sums = epoch === undefined ? undefined : epochs[epoch];
  return epoch === undefined || sums === undefined ? undefined : { epoch, sums };
}

const stored = (snapshot: Snapshot): Promise<readonly (EpochSums | undefined)[]> =>
  Promise.all(questions.map((question) => snapshot.currentSums(...question)));

test('stored sums of the province are those of the facts, whatever became of the roster', () =>
  fc.assert(
    fc.asyncProperty(randomHistories(90), fc.integer({ min: 1, max: 8 }), async (history, size) => {
      const { snapshot } = foldedViews(storedEvents(history), () => size);
      const asOf = { position: snapshot.position };
      const sums = await stored(snapshot);
      for (const [at, question] of questions.entries())
        expect(sums[at]).toEqual(await addedUp(snapshot, question, asOf));
    }),
    { numRuns: 200 },
  ));

test('thousands of events of every noun on, any past adds up to what was stored then', () =>
  fc.assert(
    fc.asyncProperty(
      randomHistories(10_000, 10_000),
      fc.uniqueArray(fc.double({ min: 0, max: 1, noNaN: true }), {
        minLength: 50,
        maxLength: 50,
      }),
      async (history, shares) => {
        const events = storedEvents(history);
        const pasts = shares
          .map((share) => Math.max(1, Math.ceil(share * events.length)))
          .toSorted((a, b) => a - b);
        const views = growingViews(events);
        const then = new Map<number, readonly (EpochSums | undefined)[]>();
        for (const position of pasts) {
          views.foldTo(position, (batch) => 1 + (batch % 40));
          then.set(position, await stored(views.snapshot()));
        }
        views.foldTo(events.length, () => 500);
        const snapshot = views.snapshot();
        for (const [position, sums] of then)
          for (const [at, question] of questions.entries()) {
            expect(sums[at]).toEqual(await addedUp(snapshot, question, { position }));
            // Sums that are stored answer for a past exactly while nothing of it changed.
            const kept = await snapshot.sumsAt(...question, position);
            expect(kept === 'changed' ? sums[at] : kept).toEqual(sums[at]);
          }
      },
    ),
    { numRuns: 1, endOnFailure: true },
  ));
