import { expect, test } from '@jest/globals';
import type { Snapshot } from '../../src/projections/read-models.js';
import * as tell from '../support/events.js';
import { ontario } from '../support/events.js';
import { viewsAfter } from '../support/views-after.js';

const { hamilton, goderich, peel, mississauga } = ontario;
const housing = 'housing-cost-burden';
const crime = 'crime-severity-index';
const stream = `observation-housing_cost_burden.${hamilton}`;
const first = { value: '24.77', numerator: '55120', denominator: '222540' };
const second = { value: '25.00', numerator: '55635', denominator: '222540' };

const valueAt =
  (snapshot: Snapshot) =>
  async (position: number): Promise<unknown> =>
    (await snapshot.bodyObservations(housing, '2021', '', { position })).map((row) => [
      row.status,
      row.value,
      row.revisions,
    ]);

test('a correction replaces a number from then on and leaves the past as it was', async () => {
  const snapshot = await viewsAfter(
    tell.observed(housing, hamilton, '2021', first),
    tell.corrected(housing, hamilton, '2021', second),
    tell.withdrawn(housing, hamilton, '2021'),
  );
  const at = valueAt(snapshot);
  expect(await at(0)).toEqual([]);
  expect(await at(1)).toEqual([['REPORTED', '24.77', 0]]);
  expect(await at(2)).toEqual([['REPORTED', '25.00', 1]]);
  expect(await at(3)).toEqual([['WITHDRAWN', null, 2]]);
});

test('a correction recorded in error gives the earlier number back', async () => {
  const snapshot = await viewsAfter(
    tell.observed(housing, hamilton, '2021', first),
    tell.corrected(housing, hamilton, '2021', second),
    tell.inError(stream, 1),
    tell.inError(stream, 2),
    tell.inError(stream, 0),
  );
  const at = valueAt(snapshot);
  expect(await at(3)).toEqual([['REPORTED', '24.77', 0]]);
  // The mark was itself in error, so the correction stands again …
  expect(await at(4)).toEqual([['REPORTED', '25.00', 1]]);
  // … and without the first number it is no correction of anything.
  expect(await at(5)).toEqual([['REPORTED', '25.00', 0]]);
});

test('a number recorded in error leaves nothing, and may be recorded anew', async () => {
  const snapshot = await viewsAfter(
    tell.observed(housing, hamilton, '2021', first),
    tell.inError(stream, 0),
    tell.observed(housing, hamilton, '2021', second),
  );
  const at = valueAt(snapshot);
  expect(await at(2)).toEqual([]);
  expect(await at(3)).toEqual([['REPORTED', '25.00', 0]]);
});

test('a day of publication shows the vintage that was out by then', async () => {
  const later = { geography: { kind: 'AREA' as const, code: '01' } };
  const snapshot = await viewsAfter(
    tell.published(crime, '01', '2024', '77.89', '2025-07-31'),
    tell.corrected(crime, '01', '2024', {
      ...later,
      value: '78.84',
      sourceReleasedOn: '2026-07-31',
    }),
  );
  const read = async (asOf: { position: number; sourceReleasedOn?: string }) =>
    (await snapshot.areaObservation(crime, '2024', '', '01', asOf))?.value;
  expect(await read({ position: 2 })).toBe('78.84');
  expect(await read({ position: 1 })).toBe('77.89');
  expect(await read({ position: 2, sourceReleasedOn: '2025-12-31' })).toBe('77.89');
  expect(await read({ position: 2, sourceReleasedOn: '2026-12-31' })).toBe('78.84');
  expect(await read({ position: 2, sourceReleasedOn: '2025-01-01' })).toBeUndefined();
  expect(await snapshot.bodyObservations(crime, '2024', '', snapshot)).toEqual([]);
  expect(await snapshot.periodsReported(crime, snapshot)).toEqual([]);
});

test('a day of publication leaves out what turned out to be an error', async () => {
  const snapshot = await viewsAfter(
    tell.published(crime, '01', '2024', '77.89', '2025-07-31'),
    tell.inError(`observation-crime_severity_index.area.01`, 0),
  );
  const read = async (position: number) =>
    (
      await snapshot.series(
        crime,
        { kind: 'AREA', code: '01' },
        { position, sourceReleasedOn: '2025-12-31' },
      )
    ).length;
  expect(await read(1)).toBe(1);
  expect(await read(2)).toBe(0);
});

test('a body’s series and the periods reported come in the order of time', async () => {
  const age = [{ dimension: 'age', category: '0-17' }];
  const snapshot = await viewsAfter(
    tell.observed(housing, hamilton, '2021', first),
    tell.observed(housing, hamilton, '2011', first),
    tell.observed(housing, goderich, '2016', first),
    tell.observed(housing, hamilton, '2021', { ...first, categories: age }),
  );
  const series = await snapshot.series(housing, { kind: 'BODY', code: hamilton }, snapshot);
  expect(series.map(({ period }) => period)).toEqual(['2011', '2021']);
  expect(await snapshot.periodsReported(housing, snapshot)).toEqual(['2011', '2016', '2021']);
  expect(await snapshot.periodsReported(housing, { position: 2 })).toEqual(['2011', '2021']);
});

test('province sums count every territory once, and follow the roster', async () => {
  const snapshot = await viewsAfter(
    tell.defined(housing),
    tell.registered(hamilton, 'Hamilton'),
    tell.counted(hamilton, 569_353),
    tell.registered(peel, 'Peel', 'UPPER'),
    tell.observed(housing, hamilton, '2021', first),
    tell.observed(housing, peel, '2021', { numerator: '1', denominator: '2' }),
    tell.observed(housing, mississauga, '2021', { numerator: '10', denominator: '30' }),
    tell.registered(mississauga, 'Mississauga', 'LOWER'),
    tell.counted(mississauga, 717_961),
    tell.observed(housing, goderich, '2021', { status: 'SUPPRESSED_AT_SOURCE' }),
    tell.registered(goderich, 'Goderich', 'LOWER'),
  );
  expect((await snapshot.currentSums(housing, '2021', ''))?.sums).toMatchObject({
    numerator: '55130',
    denominator: '222570',
    reporting: 2,
    suppressedAtSource: 1,
    populationReporting: 569_353 + 717_961,
  });
  expect(await snapshot.currentSums(housing, '2016', '')).toBeUndefined();
});

test('a municipality that was merged away is not expected after its end', async () => {
  const snapshot = await viewsAfter(
    tell.defined(housing),
    tell.registered(hamilton, 'Hamilton'),
    tell.registered(goderich, 'Goderich'),
    tell.observed(housing, goderich, '2016', { numerator: '1', denominator: '4' }),
    tell.observed(housing, goderich, '2021', { numerator: '1', denominator: '4' }),
    tell.succeeded(goderich, hamilton, '2020-01-01'),
  );
  const sums = await snapshot.currentSums(housing, '2016', '');
  expect(sums).toMatchObject({ epoch: 0, sums: { reporting: 1 } });
  expect(await snapshot.currentSums(housing, '2021', '')).toBeUndefined();
});
