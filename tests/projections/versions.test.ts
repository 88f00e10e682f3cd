import { beforeAll, describe, expect, test } from '@jest/globals';
import type { VersionFilter } from '../../src/projections/observations/versions.js';
import type { AsOf, Snapshot } from '../../src/projections/read-models.js';
import * as tell from '../support/events.js';
import { ontario } from '../support/events.js';
import { viewsAfter } from '../support/views-after.js';

const { hamilton, goderich } = ontario;
const housing = 'housing-cost-burden';
const crime = 'crime-severity-index';
const stream = `observation-housing_cost_burden.${hamilton}`;
const young = [{ dimension: 'age-groups', category: '15-24' }];

let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await viewsAfter(
    tell.defined(housing),
    tell.observed(housing, hamilton, '2016', { value: '23.00' }),
    tell.observed(housing, hamilton, '2021', { value: '24.77' }),
    tell.observed(housing, goderich, '2021', { value: '20.00', categories: young }),
    tell.corrected(housing, hamilton, '2021', { value: '25.00' }),
    tell.inError(stream, 2),
    // The index of 2024, of which nobody ever defined what it means.
    tell.published(crime, hamilton, '2024', '77.89', '2025-07-31'),
  );
});

async function read(filter: Partial<VersionFilter>, asOf: AsOf = snapshot, after = 0) {
  const page = { after, limit: 10 };
  const rows = await snapshot.observationVersions({ superseded: true, ...filter }, page, asOf);
  return rows.map(({ since, until, value }) => [since, until, value]);
}

describe('versions of observations', () => {
  test('come in the order in which they stood, each with what ended it', async () => {
    expect(await read({ indicator: housing })).toEqual([
      [2, null, '23.00'],
      [3, 5, '24.77'],
      [4, null, '20.00'],
      [5, 6, '25.00'],
      [6, null, '24.77'],
    ]);
  });

  test('that stand are those not superseded', async () => {
    const standing = { indicator: housing, superseded: false };
    expect(await read(standing)).toEqual([
      [2, null, '23.00'],
      [4, null, '20.00'],
      [6, null, '24.77'],
    ]);
    expect(await read(standing, { position: 5 })).toEqual([
      [2, null, '23.00'],
      [4, null, '20.00'],
      [5, null, '25.00'],
    ]);
  });

  test('of a past know nothing of what ended them later', async () => {
    const geography = { kind: 'BODY' as const, code: hamilton };
    expect(await read({ geography, period: '2021' }, { position: 4 })).toEqual([
      [3, null, '24.77'],
    ]);
  });

  test('name their event, for whom it was recorded, why, and whether in error', async () => {
    const filter = { indicator: housing, period: '2021', categories: '', superseded: true };
    const page = { after: 3, limit: 2 };
    expect(await snapshot.observationVersions(filter, page, snapshot)).toMatchObject([
      {
        position: 5,
        since: 5,
        actingFor: 'solgen',
        reason: tell.sealed('A later census count'),
        recordedInError: true,
      },
      { position: 3, since: 6, reason: null, recordedInError: false },
    ]);
  });

  test.each([
    ['the body', { geography: { kind: 'BODY', code: goderich } }, [4]],
    ['the area of the same code as a body', { geography: { kind: 'AREA', code: hamilton } }, []],
    ['the period', { indicator: housing, period: '2016' }, [2]],
    ['the first day', { indicator: housing, periodsFrom: '2016-01-02' }, [3, 4, 5, 6]],
    ['the last day', { indicator: housing, periodsTo: '2021-12-30' }, [2]],
    ['the category', { indicator: housing, categories: 'age-groups=15-24' }, [4]],
    ['the total', { indicator: housing, categories: '' }, [2, 3, 5, 6]],
    // Events are a day apart from 2 January on.
    ['when it was recorded', { recordedFrom: '2024-01-04T15:00:00.000Z' }, [3, 4, 5, 6]],
    ['until when it was recorded', { recordedTo: '2024-01-04T15:00:00.000Z' }, [2]],
  ] as const)('are found by %s', async (_, filter, positions) => {
    expect((await read(filter)).map(([since]) => since)).toEqual(positions);
  });

  test('of an indicator that is not defined are told to those who name it', async () => {
    const geography = { kind: 'AREA' as const, code: hamilton };
    expect(await read({ geography })).toEqual([]);
    expect(await read({ geography, indicator: crime })).toEqual([[7, null, '77.89']]);
  });

  test('that were public by a day are those recorded or released by then', async () => {
    const asOf = { position: 7, sourceReleasedOn: '2024-01-05' };
    expect(await read({ indicator: housing }, asOf)).toEqual([
      [2, null, '23.00'],
      [3, 5, '24.77'],
      [4, null, '20.00'],
      [6, null, '24.77'],
    ]);
    const standing = { indicator: housing, superseded: false };
    const recordedTo = '2024-01-04T12:00:00.000Z';
    expect((await read({ ...standing, recordedTo }, asOf)).map(([since]) => since)).toEqual([2]);
    expect((await read({ ...standing }, asOf)).map(([since]) => since)).toEqual([2, 4, 6]);
  });
});
