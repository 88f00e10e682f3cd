import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Caller } from '../../src/domain/authority.js';
import { publicCaller } from '../../src/domain/authority.js';
import { requestInformation } from '../../src/domain/request/commands.js';
import { body } from './query-town.js';
import { as, reportedHub, reviewer, words, type ReportingHub } from './reporting-hub.js';

const source = `query ($filter: DueFilter, $on: Date) {
  due(filter: $filter, on: $on, first: 50) {
    edges { node { kind what { en } dueOn state doneOn daysLate organizations { code } } }
  }
}`;
type Node = Readonly<Record<'kind' | 'state', string>> & {
  readonly what: { readonly en: string };
  readonly organizations: readonly { readonly code: string }[];
};
type Due = { readonly due: { readonly edges: readonly { readonly node: Node }[] } };

describe('reports and answers that are due', () => {
  let hub: ReportingHub;
  beforeAll(async () => {
    hub = await reportedHub();
    const asked = { organizations: [body.hamilton, body.ottawa], question: words };
    await hub.record(requestInformation, { ...asked, dueOn: '2024-06-20' }, reviewer);
  });
  afterAll(() => hub.close());

  const read = async (kind: string, on: string, caller: Caller) => {
    const filter = { kind, includeClosed: true };
    const { due } = await hub.read<Due>(source, { filter, on }, { caller });
    return due.edges.map(({ node }) => node);
  };
  const states = async (on: string, caller: Caller) =>
    (await read('report', on, caller)).map(({ organizations, state }) => [
      organizations[0]?.code,
      state,
    ]);

  test('a report is late after its grace, and done once it lies before the ministry', async () => {
    const of = new Map((await states('2024-06-12', reviewer)) as [string, string][]);
    expect([of.get(body.ottawa), of.get(body.hamilton)]).toEqual(['DONE', 'LATE']);
    const within = new Map((await states('2024-06-11', reviewer)) as [string, string][]);
    expect(within.get(body.hamilton)).toBe('OPEN');
    const [first] = await read('report', '2024-06-11', reviewer);
    expect(first?.what.en).toBe('Report for 2023 (not late until after 2024-06-11)');
  });

  test('the public learns the deadline, and never whether a body has reported', async () => {
    const before = await states('2024-06-11', publicCaller);
    expect(before.length).toBeGreaterThan(0);
    expect(new Set(before.map(([, state]) => state))).toEqual(new Set(['OPEN']));
    expect(await states('2024-06-12', publicCaller)).toEqual([]);
  });

  test('what the ministry asked is due for whoever was asked, and shown to nobody else', async () => {
    const kind = 'information-request';
    expect(await read(kind, '2024-06-21', reviewer)).toMatchObject([
      { state: 'LATE', daysLate: 1 },
      { state: 'LATE' },
    ]);
    const ottawa = as('municipal-editor', body.ottawa);
    const own = await read(kind, '2024-06-15', ottawa);
    expect(own.map(({ organizations }) => organizations)).toEqual([[{ code: body.ottawa }]]);
    expect(await read(kind, '2024-06-15', publicCaller)).toEqual([]);
  });
});
