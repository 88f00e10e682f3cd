import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { dumpViews } from '../support/dump-views.js';
import { storedEvents } from '../support/events.js';
import { foldedViews } from '../support/folded-views.js';
import { randomHistories } from '../support/random-histories.js';

test('views do not depend on the batches in which the log was read', () => {
  fc.assert(
    fc.property(
      randomHistories(),
      fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 20 }),
      (history, sizes) => {
        const events = storedEvents(history);
        const inOne = foldedViews(events);
        const inMany = foldedViews(events, (batch) => sizes[batch % sizes.length] as number);
        expect(dumpViews(inMany.db)).toEqual(dumpViews(inOne.db));
      },
    ),
    { numRuns: 300 },
  );
});
