import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { categoriesKey } from '../../src/domain/observation/events.js';
import { chosenEpoch, sumsOf } from '../../src/projections/province-outcomes/sums.js';
import type { AsOf, EpochSums, Snapshot } from '../../src/projections/read-models.js';
import * as tell from '../support/events.js';
import { ontario, storedEvents, type Told } from '../support/events.js';
import { foldedViews, growingViews } from '../support/folded-views.js';
import {
  categories,
  indicators,
  randomHistories,
  randomReports,
} from '../support/random-histories.js';
import { periods } from '../support/random-moves.js';
import { viewsAfter } from '../support/views-after.js';

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

test('while the roster stands, the sums of a past are those of now with the changes taken back', () =>
  fc.assert(
    fc.asyncProperty(randomReports(60), async (history) => {
      // What a region and its towns report is entangled.
      const events = storedEvents(history.filter(({ stream }) => !stream.endsWith(`.${peel}`)));
      const { snapshot } = foldedViews(events, () => 7);
      const settled = events.findIndex(({ type }) => type.startsWith('Observation'));
      if (settled < 0) return;
      // Each changes two rows at most: one comes, and one goes.
      const first = Math.max(settled, events.length - 16);
      for (let position = first; position <= events.length; position++)
        for (const question of questions)
          expect(await snapshot.sumsAt(...question, position)).toEqual(
            await addedUp(snapshot, question, { position }),
          );
    }),
    { numRuns: 60 },
  ));

const { hamilton, peel, mississauga } = ontario;
const housing = 'housing-cost-burden';
const registered = [
  tell.registered(hamilton, 'Hamilton', 'SINGLE'),
  tell.registered(peel, 'Peel', 'UPPER'),
  tell.registered(mississauga, 'Mississauga', 'LOWER', { upperTier: peel }),
];
const part = (numerator: string) => ({ numerator, denominator: '100', value: numerator });

/** Asks for the sums as of the first number, `later` events ago. */
async function pastOf(earlier: readonly Told[], later: readonly Told[]): Promise<unknown> {
  const snapshot = await viewsAfter(...earlier, ...later);
  return snapshot.sumsAt(housing, '2021', '', snapshot.position - later.length);
}

test('a past is made of its facts when the roster, two tiers or much else changed since', async () => {
  const defined = [...registered, tell.defined(housing)];
  const reported = [...defined, tell.observed(housing, hamilton, '2021', part('20'))];
  const corrected = tell.corrected(housing, hamilton, '2021', part('30'));
  expect(await pastOf(reported, [corrected])).toMatchObject({ sums: { numerator: '20' } });
  expect(await pastOf(defined, [reported.at(-1) as Told])).toBeUndefined();
  expect(await pastOf(reported, [corrected, tell.counted(hamilton, 5)])).toBe('changed');
  expect(
    await pastOf(
      reported,
      Array.from({ length: 40 }, () => corrected),
    ),
  ).toBe('changed');
  const bodies = [peel, mississauga];
  const nested = [
    ...registered,
    tell.defined(housing, { universe: { kind: 'LISTED', bodies } }),
    tell.observed(housing, peel, '2021', part('20')),
  ];
  const byTown = tell.observed(housing, mississauga, '2021', part('10'));
  expect(await pastOf(nested, [byTown])).toBe('changed');
});

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
            // Sums that are stored answer for a past while few changes lie between.
            const kept = await snapshot.sumsAt(...question, position);
            expect(kept === 'changed' ? sums[at] : kept).toEqual(sums[at]);
          }
      },
    ),
    { numRuns: 1, endOnFailure: true },
  ));
