import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { categoriesKey } from '../../src/domain/observation/events.js';
import { reviewAmong, reviewOf } from '../../src/domain/submission/standing.js';
import type { AsOf, Snapshot } from '../../src/projections/read-models.js';
import { storedEvents } from '../support/events.js';
import { foldedViews } from '../support/folded-views.js';
import { categories, indicators, randomHistories } from '../support/random-histories.js';
import { periods } from '../support/random-moves.js';

type Combination = readonly [
  indicator: string,
  period: string,
  choice: (typeof categories)[number],
];

/** The reviews as they are counted for the province. */
async function quick(snapshot: Snapshot, [indicator, period, choice]: Combination, asOf: AsOf) {
  const key = categoriesKey(choice);
  const accepted = await snapshot.acceptedCells(period, asOf);
  const reported = await snapshot.reportedRevisions(indicator, period, key, asOf);
  return [...reported]
    .map(([body, revision]) => {
      const cell = { indicator, name: `${indicator} ${key}`, revision };
      return `${body} ${reviewAmong(accepted.get(body), cell)}`;
    })
    .toSorted();
}

/** The same, cell by cell out of every number and every whole submission. */
async function plain(snapshot: Snapshot, [indicator, period, choice]: Combination, asOf: AsOf) {
  const cells = await snapshot.reportedCells(indicator, period, undefined, asOf);
  const filings = await snapshot.submissions({ period }, asOf);
  return cells
    .filter((cell) => cell.status === 'REPORTED' && cell.categories === categoriesKey(choice))
    .map(({ geography, revision }) => {
      const filing = filings.find(({ body }) => body === geography)?.document;
      const cell = { indicator, categories: choice, revision };
      return `${geography} ${reviewOf(filing ?? { status: 'none' }, cell)}`;
    })
    .toSorted();
}

test('reviews counted at once are those of each number and its submission, in any past', () =>
  fc.assert(
    fc.asyncProperty(
      randomHistories(),
      fc.array(fc.nat({ max: 1_000 }), { minLength: 1, maxLength: 3 }),
      async (history, shares) => {
        const events = storedEvents(history);
        const { snapshot } = foldedViews(events, () => 7);
        for (const share of [...shares, 1_000]) {
          const asOf = { position: Math.floor((share * events.length) / 1_000) };
          for (const indicator of indicators)
            for (const period of periods)
              for (const choice of categories) {
                const combination = [indicator, period, choice] as const;
                const counted = await quick(snapshot, combination, asOf);
                expect(counted).toEqual(await plain(snapshot, combination, asOf));
              }
        }
      },
    ),
    { numRuns: 50 },
  ));
