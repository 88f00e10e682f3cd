import { expect, test } from '@jest/globals';
import type { AsOf, Snapshot } from '../../src/projections/read-models.js';
import * as tell from '../support/events.js';
import { ontario, sealed } from '../support/events.js';
import { viewsAfter } from '../support/views-after.js';

const housing = 'housing-cost-burden';
const hamilton = { kind: 'BODY', code: ontario.hamilton } as const;
const stream = `observation-housing_cost_burden.${ontario.hamilton}`;
const told = (text: string, period = '2021') => tell.storyTold(housing, hamilton, period, text);

const storiesAt =
  (snapshot: Snapshot, geography: typeof hamilton | { kind: 'AREA'; code: string } = hamilton) =>
  async (asOf: AsOf): Promise<unknown> =>
    (await snapshot.stories(housing, geography, asOf)).map(({ period, text }) => [period, text]);

test('a story told again replaces the one before and leaves the past as it was', async () => {
  const snapshot = await viewsAfter(
    told('Rents rose'),
    tell.observed(housing, ontario.hamilton, '2021', { value: '25' }),
    told('Rents rose and incomes did not'),
    told('A shelter closed', '2016'),
  );
  const at = storiesAt(snapshot);
  expect(await at({ position: 0 })).toEqual([]);
  expect(await at({ position: 2 })).toEqual([['2021', sealed('Rents rose')]]);
  expect(await at({ position: 4 })).toEqual([
    ['2016', sealed('A shelter closed')],
    ['2021', sealed('Rents rose and incomes did not')],
  ]);
});

test('a story recorded in error gives the earlier one back, and none when it was the first', async () => {
  const snapshot = await viewsAfter(
    told('Rents rose'),
    told('Rents fell'),
    tell.inError(stream, 1),
    tell.inError(stream, 0),
    tell.inError(stream, 3),
  );
  const at = storiesAt(snapshot);
  expect(await at({ position: 2 })).toEqual([['2021', sealed('Rents fell')]]);
  expect(await at({ position: 3 })).toEqual([['2021', sealed('Rents rose')]]);
  expect(await at({ position: 4 })).toEqual([]);
  expect(await at({ position: 5 })).toEqual([['2021', sealed('Rents rose')]]);
});

test('a story is no observation, and an observation no story', async () => {
  const snapshot = await viewsAfter(told('Rents rose'));
  expect(await snapshot.series(housing, hamilton, { position: 1 })).toEqual([]);
  const numbers = await viewsAfter(
    tell.observed(housing, ontario.hamilton, '2021', { value: '25' }),
  );
  expect(await storiesAt(numbers)({ position: 1 })).toEqual([]);
});

test('an upper tier and the area with its code have each their own story', async () => {
  const area = { kind: 'AREA', code: ontario.hamilton } as const;
  const snapshot = await viewsAfter(told('Of the body'), {
    ...tell.storyTold(housing, area, '2021', 'Of the area'),
  });
  expect(await storiesAt(snapshot)({ position: 2 })).toEqual([['2021', sealed('Of the body')]]);
  expect(await storiesAt(snapshot, area)({ position: 2 })).toEqual([
    ['2021', sealed('Of the area')],
  ]);
});

test('what was told by a day leaves out what came later and what was an error', async () => {
  const snapshot = await viewsAfter(
    { ...told('In January'), recordedAt: '2024-01-10T15:00:00.000Z' },
    { ...told('In error'), recordedAt: '2024-01-20T15:00:00.000Z' },
    { ...tell.inError(stream, 1), recordedAt: '2024-03-01T15:00:00.000Z' },
    { ...told('In April'), recordedAt: '2024-04-01T15:00:00.000Z' },
  );
  const on = (sourceReleasedOn: string) => storiesAt(snapshot)({ position: 4, sourceReleasedOn });
  expect(await on('2024-01-09')).toEqual([]);
  expect(await on('2024-02-01')).toEqual([['2021', sealed('In January')]]);
  expect(await on('2024-04-01')).toEqual([['2021', sealed('In April')]]);
});
