import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { buildHubSchema } from '../../src/graphql/schema.js';
import { authorityMatrix } from './authority-matrix.js';
import { answeredRow, inOrder, mutationRows, readRow } from './authority-walk.js';
import { mutationHub, type MutationHub } from './mutation-hub.js';
import { foundations, sequel, tell } from './mutation-story.js';
import type { Ids, Step } from './story-step.js';
import { definitions } from './query-town.js';

const rows = Object.keys(authorityMatrix);
const readable = rows.filter((row) => !row.startsWith('mutation'));
const giveable = rows.filter((row) => row.startsWith('mutation'));

const calls = {
  indicator: 'calls-for-service',
  organization: '3525005',
  period: '2021',
  value: '1200',
};
/** A number that is not public, so that reading it can be denied, and a body it is not of. */
const sensitive: readonly Step[] = [
  {
    mutation: 'registerOrganization',
    input: () => ({
      code: '3541032',
      kind: 'MUNICIPALITY',
      tier: 'LOWER',
      name: { en: 'Brockton' },
    }),
  },
  {
    mutation: 'defineIndicator',
    input: () => ({
      key: calls.indicator,
      ...definitions['calls-for-service'],
      dimensions: ['genders'],
    }),
  },
  { mutation: 'recordObservation', input: () => calls },
];

describe('who may do what', () => {
  let hub: MutationHub;
  let schema: GraphQLSchema;
  let given: ReadonlyMap<string, string>;
  const ids: Ids = { calls: calls.indicator, body: calls.organization };

  beforeAll(async () => {
    hub = await mutationHub();
    schema = await buildHubSchema();
    let told = 0;
    const tellStep = async (step: Step): Promise<void> => {
      const idempotencyKey = `told ${(told += 1)}`;
      const input = (known: Ids) => ({ idempotencyKey, ...step.input(known) });
      await tell(hub, [{ ...step, input }], undefined, ids);
    };
    const rowsGiven = await mutationRows(
      hub,
      [...foundations, ...sequel, ...sensitive],
      tellStep,
      ids,
    );
    const upload = { idempotencyKey: 'asked', upload: 'gone', mapping: '{}' };
    const imported = await answeredRow(hub, 'importObservations', upload);
    given = new Map([...rowsGiven, ['importObservations', imported]]);
  });
  afterAll(() => hub.close());

  it('is said of every field of the schema, and of nothing else', () => {
    const types = ['query', 'mutation', 'subscription'] as const;
    const fieldsOf = (type: GraphQLObjectType | null | undefined, kind: string) =>
      Object.keys(type?.getFields() ?? {}).map((name) => `${kind} ${name}`);
    const fields = types.flatMap((kind) =>
      fieldsOf(schema.getRootType(kind as never) as GraphQLObjectType, kind),
    );
    const said = new Set(rows.map((row) => /^\w+ \w+/.exec(row)?.[0]));
    expect([...said].toSorted()).toEqual(fields.toSorted());
  });

  it.each(giveable)('%s', (row) => {
    const [, mutation = ''] = row.split(' ');
    expect(given.get(mutation)).toBe(inOrder(authorityMatrix[row] ?? ''));
  });

  it.each(readable)('%s', async (row) => {
    expect(await readRow(row, schema, hub, ids)).toBe(inOrder(authorityMatrix[row] ?? ''));
  });

  it('nothing was written by those who were only asked', async () => {
    expect(await hub.log.head()).toBe(foundations.length + sequel.length + sensitive.length);
  });
});
