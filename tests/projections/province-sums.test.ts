import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { include, noSums, type Sums } from '../../src/domain/indicator/aggregation.js';
import { categoriesKey } from '../../src/domain/observation/events.js';
import { periodOf } from '../../src/domain/period.js';
import { isExpected } from '../../src/domain/universe.js';
import { factOf } from '../../src/projections/province-outcomes/project.js';
import type { Snapshot } from '../../src/projections/read-models.js';
import { storedEvents } from '../support/events.js';
import { foldedViews } from '../support/folded-views.js';
import { categories, indicators, periods, randomHistories } from '../support/random-histories.js';

/** What a reader with pencil and paper would add up. */
async function addedUp(
  snapshot: Snapshot,
  indicator: string,
  period: string,
  combination: string,
): Promise<Sums> {
  const asOf = { position: snapshot.position };
  const bodies = await snapshot.organizations(asOf);
  const definition = (await snapshot.indicators(asOf)).get(indicator);
  const rows = await snapshot.bodyObservations(indicator, period, combination, asOf);
  let sums = noSums;
  for (const row of rows) {
    const body = bodies.get(row.geography);
    if (body && definition && isExpected(definition.universe, body, periodOf(period)))
      sums = include(sums, factOf(row), body.population ?? 0);
  }
  return sums;
}

test('stored sums of the province are those of the facts, whatever became of the roster', () =>
  fc.assert(
    fc.asyncProperty(randomHistories(90), fc.integer({ min: 1, max: 8 }), async (history, size) => {
      const { snapshot } = foldedViews(storedEvents(history), () => size);
      for (const indicator of indicators)
        for (const period of periods)
          for (const choice of categories) {
            const combination = categoriesKey(choice);
            const stored = await snapshot.currentSums(indicator, period, combination);
            const expected = await addedUp(snapshot, indicator, period, combination);
            expect(stored ?? noSums).toEqual(expected);
          }
    }),
    { numRuns: 200 },
  ));
