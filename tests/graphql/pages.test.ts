import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { registerOrganization } from '../../src/domain/organization/commands.js';
import { openPlan } from '../../src/domain/plan/commands.js';
import { approver } from '../support/command-desk.js';
import { body, registerTowns } from './query-town.js';
import { queryHub, type QueryHub } from './query-hub.js';

let hub: QueryHub;
let lastTown: number;
beforeAll(async () => {
  hub = await queryHub();
  await registerTowns(hub);
  for (const en of ['First plan', 'Second plan', 'Third plan'])
    lastTown = (
      await hub.record(openPlan, { title: { en }, bodies: [body.ottawa] }, approver(body.ottawa))
    ).position;
});
afterAll(() => hub.close());

type Page = {
  readonly totalCount: number;
  readonly asOf: { readonly position: string };
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
};

const parts = `totalCount asOf { position } edges { cursor node { id } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;

async function read(field: string, args: string, asOf?: object) {
  const source = `query ($asOf: AsOf) { page: ${field}(${args}, asOf: $asOf) { ${parts} } }`;
  const { data, errors } = await hub.ask<{ page: Page }>(source, { asOf });
  return {
    page: data?.page as Page,
    reason: errors?.[0]?.extensions?.['reason'],
    code: errors?.[0]?.extensions?.['code'],
  };
}

const page = async (field: string, args: string, asOf?: object): Promise<Page> =>
  (await read(field, args, asOf)).page;
const ids = ({ edges }: Page) => edges.map(({ node }) => node.id);

describe.each([
  ['organizations', 7],
  ['plans', 3],
])('the list of %s', (field, total) => {
  test('is read page by page, each node once and in order', async () => {
    const seen: string[] = [];
    let after = '';
    for (let at = 0; at < total; at++) {
      const next = await page(field, `first: 1${after}`);
      expect(next.totalCount).toBe(total);
      expect(next.pageInfo).toEqual({
        hasNextPage: at < total - 1,
        hasPreviousPage: at > 0,
        startCursor: next.edges[0]?.cursor,
        endCursor: next.edges[0]?.cursor,
      });
      seen.push(...ids(next));
      after = `, after: "${next.pageInfo.endCursor}"`;
    }
    expect(seen).toEqual(ids(await page(field, 'first: 500')));
    expect(new Set(seen).size).toBe(total);
    const beyond = await page(field, `first: 1${after}`);
    expect(beyond).toMatchObject({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });
});

describe('a later page', () => {
  test('is of the state of the record that the first page was of', async () => {
    const first = await page('organizations', 'first: 2');
    const name = { en: 'Ajax' };
    const code = '3518005';
    await hub.record(registerOrganization, { code, kind: 'MUNICIPALITY', tier: 'LOWER', name });
    const rest = await page('organizations', `first: 500, after: "${first.pageInfo.endCursor}"`);
    expect(rest.totalCount).toBe(7);
    expect(rest.asOf).toEqual(first.asOf);
    expect(ids(rest)).toHaveLength(5);
    expect(await page('organizations', 'first: 1')).toMatchObject({ totalCount: 8 });
  });

  test('of a past is asked for with the same asOf', async () => {
    const asOf = { position: String(lastTown) };
    const { pageInfo } = await page('plans', 'first: 2', asOf);
    const after = `after: "${pageInfo.endCursor}"`;
    expect(ids(await page('plans', `first: 2, ${after}`, asOf))).toHaveLength(1);
    expect(await read('plans', `first: 2, ${after}`)).toMatchObject({ reason: 'cursor-mismatch' });
  });
});

describe('a page is refused', () => {
  test.each(['0', '-1', '501', '2147483647'])('when it is to have %s nodes', async (first) => {
    const answer = await read('plans', `first: ${first}`);
    expect(answer).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'page-size-out-of-range' });
  });

  test.each([
    '',
    'x',
    '!!!',
    Buffer.from('{}').toString('base64url'),
    Buffer.from('["plans","x",-1,"k"]').toString('base64url'),
    Buffer.from('["plans","x",1.5,"k"]').toString('base64url'),
    'A'.repeat(5000),
  ])('after what is no cursor: %s', async (after) => {
    const answer = await read('plans', `first: 1, after: "${after}"`);
    expect(answer).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'cursor-invalid' });
  });

  test('after the cursor of another list or of other arguments', async () => {
    const { pageInfo } = await page('plans', 'first: 1');
    const after = `first: 1, after: "${pageInfo.endCursor}"`;
    const mismatches = [
      await read('organizations', after),
      await read('plans', `${after}, filter: { status: ADOPTED }`),
      await read('plans', after, { sourceReleasedOn: '2024-01-01' }),
    ];
    for (const answer of mismatches) expect(answer.reason).toBe('cursor-mismatch');
    expect((await read('plans', `${after}, filter: {}`)).reason).toBe('cursor-mismatch');
  });

  test('after a cursor of a position that is still to come', async () => {
    const { pageInfo } = await page('plans', 'first: 1');
    const cursor = JSON.parse(Buffer.from(pageInfo.endCursor ?? '', 'base64url').toString());
    cursor[2] = 1_000_000;
    const after = Buffer.from(JSON.stringify(cursor)).toString('base64url');
    expect((await read('plans', `first: 1, after: "${after}"`)).reason).toBe('cursor-invalid');
  });
});

describe('the register of plans', () => {
  test('is narrowed down by status and by body', async () => {
    const counted = async (filter: string) =>
      (await page('plans', `first: 5, filter: ${filter}`)).totalCount;
    expect(await counted('{ body: "3506008", status: IN_PREPARATION }')).toBe(3);
    expect(await counted('{ body: "3506008", status: ADOPTED }')).toBe(0);
    expect(await counted('{ body: "3525005" }')).toBe(0);
  });
});

describe('the register of organizations', () => {
  test('is narrowed down by kind, tier and duty', async () => {
    const found = async (filter: string) =>
      ids(await page('organizations', `first: 9, filter: ${filter}`));
    expect(await found('{ kind: PARTNER }')).toEqual(['organization-hamilton_police']);
    expect(await found('{ tier: UPPER, duty: NOT_REQUIRED }')).toEqual(['organization-3540']);
    expect(await found('{ duty: COVERED_THROUGH_UPPER_TIER }')).toEqual(['organization-3521005']);
  });
});
