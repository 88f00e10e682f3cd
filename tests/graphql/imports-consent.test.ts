import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { memoryImportStore } from '../../src/adapters/import-store/memory-import-store.js';
import type { Caller } from '../../src/domain/authority.js';
import { narrowConsent } from '../../src/domain/consent/commands.js';
import { beginImport, finishImport } from '../../src/domain/import/commands.js';
import { importsOverHttp } from '../../src/main/imports-over-http.js';
import { approver } from '../support/command-desk.js';
import {
  callers,
  indicator,
  kincardine,
  openTerms,
  openUp,
  saugeen,
  shareWithFirstNation,
} from './consent-town.js';
import { queryHub, type QueryHub } from './query-hub.js';
import { as, reviewer } from './reporting-hub.js';

const store = memoryImportStore(
  { reportsBytesMax: 1_000, uploadsBytesMax: 1_000, uploadMs: 1_000 },
  () => 0,
);
const { itself, analyst, administrator, neighbour } = callers;
const reason = { en: 'The band council decided' };
let hub: QueryHub;
let attempt: string;
beforeEach(async () => {
  hub = await queryHub();
  await shareWithFirstNation(hub);
  const reportHash = await store.keepReport(Buffer.from('line 2: 7'));
  const counts = { rows: 1, recorded: 0, corrected: 0, same: 0, rejected: 1 };
  const importing = async (organization: string, fileName: string): Promise<string> => {
    const file = { kind: 'OBSERVATIONS' as const, fileName, fileHash: reportHash };
    const begun = await hub.record(beginImport, { organization, ...file }, approver(organization));
    const result = { outcome: 'REJECTED' as const, ...counts, reportHash };
    await hub.record(finishImport, { importId: begun.stream, ...result }, approver(organization));
    return begun.stream;
  };
  await importing(kincardine, 'town-first.csv');
  await importing(saugeen, 'nation-first.csv');
  attempt = await importing(saugeen, 'nation.csv');
  await importing(kincardine, 'town.csv');
});
afterEach(() => hub.close());

type Listed = {
  readonly importAttempts: {
    readonly edges: readonly { readonly node: { readonly fileName: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
};
const source = `query ($asOf: AsOf, $first: Int = 50, $after: String, $organization: ID) {
  importAttempts(asOf: $asOf, first: $first, after: $after, organization: $organization) {
    edges { node { fileName } } pageInfo { hasNextPage endCursor }
  }
}`;
const list = async (caller: Caller, variables: object = {}) =>
  (await hub.read<Listed>(source, variables, { caller })).importAttempts;
const names = async (caller: Caller, variables: object = {}) =>
  (await list(caller, variables)).edges.map(({ node }) => node.fileName);
const report = (caller: Caller) =>
  importsOverHttp({ importUploadBytesMax: 1 }, store, hub.readModels, () => hub.clock.now).report(
    caller,
    attempt,
    'csv',
  );

/** True when a caller is shown a file of the First Nation: listed, beside its report, and read. */
async function shown(caller: Caller, asOf?: object): Promise<boolean> {
  const listed = (await names(caller, { asOf })).includes('nation.csv');
  const { submission } = await hub.read<{ submission: { imports: readonly object[] } | null }>(
    `query ($asOf: AsOf) {
      submission(cycleId: "cycle-2023", body: "${saugeen}", asOf: $asOf) { imports { fileName } }
    }`,
    { asOf },
    { caller },
  );
  const beside = (submission?.imports.length ?? 0) > 0;
  const got = (await report(caller)) instanceof Uint8Array;
  expect([beside, got]).toEqual([listed, listed]);
  return listed;
}

const ministry = [analyst, reviewer, administrator];

describe('the files a First Nation tried to bring in', () => {
  it('are shown to it, and to nobody else without its consent', async () => {
    expect(await shown(itself)).toBe(true);
    for (const caller of ministry) expect(await shown(caller)).toBe(false);
    expect(await names(analyst)).toEqual(['town.csv', 'town-first.csv']);
    expect(await names(analyst, { organization: saugeen })).toEqual([]);
    expect(await report(analyst)).toBe('denied');
  });

  it('leave no gap in pages from which they are left out', async () => {
    const { edges, pageInfo } = await list(analyst, { first: 1 });
    expect(edges.map(({ node }) => node.fileName)).toEqual(['town.csv']);
    expect(pageInfo.hasNextPage).toBe(true);
    const rest = await list(analyst, { first: 1, after: pageInfo.endCursor });
    expect(rest.edges.map(({ node }) => node.fileName)).toEqual(['town-first.csv']);
    expect(rest.pageInfo.hasNextPage).toBe(false);
  });

  it('are shown to the ministry with its consent, until it is narrowed, past included', async () => {
    const { grantId, position } = await openUp(hub);
    for (const caller of ministry) expect(await shown(caller)).toBe(true);
    await expect(names(neighbour, { organization: saugeen })).rejects.toThrow('FORBIDDEN');
    const granted = { position: String(position) };
    const narrowed = { firstNation: saugeen, grantId, ...openTerms, reason };
    // A file may hold any number, so consent to some of them does not open it.
    await hub.record(narrowConsent, { ...narrowed, indicators: [indicator] }, itself);
    for (const caller of ministry) expect(await shown(caller)).toBe(false);
    for (const caller of ministry) expect(await shown(caller, granted)).toBe(false);
  });

  it('are shown to nobody else once it is withdrawn, past included', async () => {
    const { position, withdraw } = await openUp(hub);
    const granted = { position: String(position) };
    expect(await shown(analyst, granted)).toBe(true);
    await withdraw();
    for (const caller of ministry) expect(await shown(caller, granted)).toBe(false);
    expect(await shown(as('regional-adviser', saugeen), granted)).toBe(true);
    expect(await shown(itself, granted)).toBe(true);
  });
});
