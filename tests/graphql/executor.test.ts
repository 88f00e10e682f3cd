import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery, graphql } from 'graphql';
import { contractOperations } from '../support/contract-operations.js';
import { queryHub, type QueryHub } from './query-hub.js';
import { defineIndicators, openHamiltonPlan, registerTowns } from './query-town.js';

let hub: QueryHub;
let variables: object;
beforeAll(async () => {
  hub = await queryHub();
  await registerTowns(hub);
  await defineIndicators(hub);
  const { planId } = await openHamiltonPlan(hub);
  const asked = { indicator: 'housing-cost-burden', period: '2021', first: 3 };
  variables = { ...asked, id: planId, planId, from: { position: '0' } };
});
afterAll(() => hub.close());

/** What the reference implementation answers. */
async function reference(source: string, given: object = {}) {
  const contextValue = await hub.contextOf();
  const variableValues = { ...given };
  const { data } = await graphql({ schema: hub.schema, source, variableValues, contextValue });
  contextValue.release();
  return JSON.parse(JSON.stringify(data)) as unknown;
}

const queries = [...contractOperations].filter(([, text]) => text.startsWith('query'));

describe('a compiled operation answers as the reference implementation does', () => {
  test.each(queries)('the operation %s of the contract', async (_, text) => {
    const { data, errors } = await hub.ask(text, variables);
    expect(errors).toBeUndefined();
    expect(data).toEqual(await reference(text, variables));
  });

  test.each([
    ['an introspection', getIntrospectionQuery()],
    ['one with aliases', '{ a: viewer { r: role } b: viewer { role } }'],
    [
      'one with fragments on an interface',
      `query ($id: ID!) { node(id: $id) { ...F } }
        fragment F on Node { id ... on Plan { title { en } strategies { ...S } } }
        fragment S on Strategy { id commitments { plan { id } } }`,
    ],
    [
      'one that leaves out what a variable says',
      `query ($id: ID!, $yes: Boolean = true, $no: Boolean = false) { plan(id: $id) {
        id @skip(if: $yes) status @include(if: $no) title @include(if: $yes) { en } } }`,
    ],
    [
      'one with a default for an input',
      'query ($f: PlanFilter = {}) { plans(filter: $f) { totalCount } }',
    ],
  ])('%s', async (_, text) => {
    const { data, errors } = await hub.ask(text, variables);
    expect(errors).toBeUndefined();
    expect(data).toEqual(await reference(text, variables));
  });

  test('the one operation that is named, of several', async () => {
    const source = 'query One { viewer { role } } query Two { plans { totalCount } }';
    const two = await hub.ask(source, {}, { operationName: 'Two' });
    expect(two.data).toEqual({ plans: { totalCount: 1 } });
    const one = await hub.ask(source, {}, { operationName: 'One' });
    expect(one.data).toEqual({ viewer: { role: 'PUBLIC' } });
    const none = await hub.ask(source, {}, { operationName: 'Three' });
    expect(none.errors?.[0]?.extensions).toEqual({ code: 'OPERATION_RESOLUTION_FAILURE' });
    const unnamed = await hub.ask(source);
    expect(unnamed.errors?.[0]?.extensions).toEqual({ code: 'OPERATION_RESOLUTION_FAILURE' });
  });

  test('the same operation again, with other variables', async () => {
    const source = 'query ($code: ID!) { organization(code: $code) { name { en } } }';
    for (const code of ['3525005', '3506008', '3525005', 'none'])
      expect((await hub.ask(source, { code })).data).toEqual(await reference(source, { code }));
  });

  test('many different operations, more than are kept', async () => {
    for (let at = 0; at < 520; at++) {
      const { data } = await hub.ask(`{ a${at}: viewer { role } }`);
      expect(data).toEqual({ [`a${at}`]: { role: 'PUBLIC' } });
    }
    expect((await hub.ask('{ a0: viewer { role } }')).data).toEqual({ a0: { role: 'PUBLIC' } });
  });
});
