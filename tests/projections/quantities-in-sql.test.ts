import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readingOf } from '../../src/adapters/read-models/rows/reading-of.js';
import { openSnapshot } from '../../src/adapters/read-models/snapshot/open-snapshot.js';
import { rosterCache } from '../../src/adapters/read-models/snapshot/roster-cache.js';
import type { QueryValues } from '../../src/adapters/read-models/snapshot/reading.js';
import { storedEvents } from '../support/events.js';
import { everyAnswer } from '../support/every-question.js';
import { foldedViews } from '../support/folded-views.js';
import { quantityOffences } from '../support/quantity-sql.js';
import { randomHistories } from '../support/random-histories.js';

test('no statement that answers a question calculates, compares or orders quantities', async () => {
  const [history = []] = fc.sample(randomHistories(200, 200), { numRuns: 1, seed: 1 });
  const events = storedEvents(history);
  const { db } = foldedViews(events);
  const direct = readingOf(db);
  const statements = new Set<string>();
  const reading = {
    all(sql: string, values: QueryValues) {
      statements.add(sql);
      return direct.all(sql, values);
    },
  };
  const snapshot = openSnapshot(
    {
      reading,
      position: events.length,
      standsAt: () => events.length,
      history: async (stream, position) =>
        events.filter((event) => event.stream === stream && event.position <= position),
      rosters: rosterCache(),
    },
    () => undefined,
  );
  for (const position of [events.length, 100])
    for (const released of [{}, { sourceReleasedOn: '2024-01-31' }])
      await everyAnswer(snapshot, { position, ...released });
  await snapshot.currentSums('population', '2021', '');
  await snapshot.sumsAt('population', '2021', '', 100);
  const ofNumbers = [...statements].filter((sql) => /\b(observation|province_outcome)\b/.test(sql));
  expect(ofNumbers.length).toBeGreaterThan(10);
  expect([...statements].filter((sql) => quantityOffences(sql).length > 0)).toEqual([]);
});
