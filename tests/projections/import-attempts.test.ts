import { expect, test } from '@jest/globals';
import * as tell from '../support/events.js';
import { id } from '../support/events.js';
import { viewsAfter } from '../support/views-after.js';

const [first, second] = [id('import', 1), id('import', 2)];
const page = { before: 1_000, limit: 10 };

test('attempts are listed newest first, each with what became of it', async () => {
  const snapshot = await viewsAfter(
    tell.importBegun(first, 'january.csv'),
    tell.importBegun(second, 'february.csv'),
    tell.importFinished(first, 2),
  );
  const rows = await snapshot.importAttempts(undefined, page, snapshot);
  expect(rows.map(({ document }) => [document.id, document.finished?.outcome])).toEqual([
    [second, undefined],
    [first, 'REJECTED'],
  ]);
  expect(rows[1]?.document).toMatchObject({
    actor: 'analyst-7',
    organization: 'solgen',
    revision: 1,
  });
  expect(await snapshot.importAttempts(undefined, { before: 2, limit: 10 }, snapshot)).toHaveLength(
    1,
  );
  expect(await snapshot.importAttempts(['3525005'], page, snapshot)).toEqual([]);
  expect(await snapshot.importAttempts(['3525005', 'solgen'], page, snapshot)).toHaveLength(2);
});

test('the past shows an attempt under way that has ended since', async () => {
  const snapshot = await viewsAfter(tell.importBegun(first, 'a.csv'), tell.importFinished(first));
  const at = async (position: number) =>
    (await snapshot.importAttempt(first, { position }))?.document;
  expect((await at(1))?.finished).toBeUndefined();
  expect((await at(2))?.finished).toMatchObject({ outcome: 'WRITTEN', recorded: 10 });
});

test('an attempt recorded in error is left out, and comes back when the mark was the error', async () => {
  const snapshot = await viewsAfter(
    tell.importBegun(first, 'a.csv'),
    tell.importFinished(first),
    tell.inError(first, 0),
    tell.inError(first, 2),
  );
  const countAt = async (position: number) =>
    (await snapshot.importAttempts(undefined, page, { position })).length;
  expect([await countAt(2), await countAt(3), await countAt(4)]).toEqual([1, 0, 1]);
  expect((await snapshot.importAttempt(first, snapshot))?.document.finished).toBeDefined();
});
