import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { renameOrganization } from '../../src/domain/organization/commands.js';
import { viewVersion } from '../../src/projections/projections.js';
import { body, registerTowns } from './query-town.js';
import { queryHub, type QueryHub } from './query-hub.js';

let hub: QueryHub;
let renamedAt: number;
beforeAll(async () => {
  hub = await queryHub();
  hub.clock.now = '2024-06-15T16:00:00.000Z';
  await registerTowns(hub);
  hub.clock.now = '2024-07-01T16:00:00.000Z';
  const name = { en: 'Hamilton-Wentworth' };
  const renamed = await hub.record(renameOrganization, { organization: body.hamilton, name });
  renamedAt = renamed.position;
  hub.clock.now = '2024-08-01T02:00:00.000Z';
});
afterAll(() => hub.close());

const nameQuery = `query ($asOf: AsOf) {
  organization(code: "3525005", asOf: $asOf) { name { en } }
  plans(asOf: $asOf) { asOf { position recordedAt viewVersion } }
}`;

async function nameAsOf(asOf?: object) {
  type Data = { organization: { name: { en: string } } | null; plans: { asOf: object } | null };
  const { data, errors } = await hub.ask<Data>(nameQuery, { asOf });
  return {
    name: data?.organization?.name.en,
    info: data?.plans?.asOf,
    reason: errors?.[0]?.extensions?.['reason'],
    code: errors?.[0]?.extensions?.['code'],
    input: errors?.[0]?.extensions?.['input'],
  };
}

describe('asOf', () => {
  test('is the present when it is not given, and says so', async () => {
    expect(await nameAsOf()).toMatchObject({
      name: 'Hamilton-Wentworth',
      info: { position: String(renamedAt), recordedAt: '2024-07-01T16:00:00.000Z', viewVersion },
    });
  });

  test('names the past by a position', async () => {
    expect((await nameAsOf({ position: String(renamedAt) })).name).toBe('Hamilton-Wentworth');
    expect(await nameAsOf({ position: String(renamedAt - 1) })).toMatchObject({
      name: 'Hamilton',
      info: { position: String(renamedAt - 1), recordedAt: '2024-06-15T16:00:00.000Z' },
    });
  });

  test('names the past by an instant, in any offset', async () => {
    const instants = [
      ['2024-07-01T12:00:00-04:00', 'Hamilton-Wentworth'],
      ['2024-07-01T11:59:59-04:00', 'Hamilton'],
    ];
    for (const [instant, name] of instants) expect((await nameAsOf({ instant })).name).toBe(name);
  });

  test('is position 0, where everything is empty, before the first event', async () => {
    const info = { position: '0', recordedAt: null, viewVersion };
    for (const asOf of [{ instant: '1967-07-01T00:00:00Z' }, { position: '0' }])
      expect(await nameAsOf(asOf)).toEqual({ name: undefined, info });
  });

  test('by the release of a source leaves out nothing but observations', async () => {
    expect((await nameAsOf({ sourceReleasedOn: '2024-07-31' })).name).toBe('Hamilton-Wentworth');
  });

  test.each([
    ['as-of-ambiguous', {}],
    ['as-of-ambiguous', { position: null }],
    ['as-of-ambiguous', { position: '1', instant: '2024-07-01T00:00:00Z' }],
    ['as-of-ambiguous', { position: '1', sourceReleasedOn: '2024-07-01' }],
    ['as-of-in-the-future', { instant: '2024-08-01T02:00:01Z' }],
    // It is still the 31st of July in Toronto.
    ['as-of-in-the-future', { sourceReleasedOn: '2024-08-01' }],
    ['position-unknown', { position: '1000000' }],
    ['position-unknown', { position: '9999999999999999' }],
    ['position-invalid', { position: '007' }],
    ['instant-invalid', { instant: '2024-07-01T00:00:00' }],
    ['date-invalid', { sourceReleasedOn: '2024-7-1' }],
  ])('is refused as %s: %j', async (reason, asOf) => {
    expect(await nameAsOf(asOf)).toMatchObject({ reason, code: 'BAD_USER_INPUT' });
  });

  test('names the field of the input that a scalar refuses', async () => {
    const found = await nameAsOf({ sourceReleasedOn: '2024-7-1 at "x"' });
    expect(found).toMatchObject({ reason: 'date-invalid', input: 'sourceReleasedOn' });
  });
});

describe('what depends on the calendar', () => {
  const dutyTags = async (asOf?: object) => {
    const source = `query ($asOf: AsOf) { obligations(asOf: $asOf) { required } }`;
    const { data, tags } = await hub.ask<{ obligations: object }>(source, { asOf });
    const days = [...tags].filter((tag) => tag.startsWith('day:'));
    return { ...data?.obligations, days };
  };

  test('is read on the day it is in Toronto, and says that it depends on it', async () => {
    expect(await dutyTags()).toEqual({ required: 4, days: ['day:2024-07-31'] });
  });

  test('of the past is read on the day of that past, for good', async () => {
    for (const asOf of [{ position: '20' }, { sourceReleasedOn: '2024-07-01' }])
      expect((await dutyTags(asOf)).days).toEqual([]);
  });
});
