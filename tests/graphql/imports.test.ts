import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import { memoryImportStore } from '../../src/adapters/import-store/memory-import-store.js';
import type { Caller, Role } from '../../src/domain/authority.js';
import { importDesk } from '../../src/main/import-desk.js';
import { importPorts } from '../../src/main/import-ports.js';
import { importsOverHttp } from '../../src/main/imports-over-http.js';
import { redactTexts } from '../../src/domain/record/commands.js';
import { textKeysIn } from '../../src/domain/text.js';
import { deliveredCodeLists } from '../support/code-lists.js';
import { administrator } from '../support/command-desk.js';
import { uploadOf } from '../support/upload-of.js';
import { queryHub, type QueryHub } from './query-hub.js';
import { body, defineIndicators, registerTowns } from './query-town.js';

const as = (role: Role, ...organizations: readonly string[]): Caller => ({
  actor: `a ${role}`,
  role,
  organizations,
});
const editor = as('municipal-editor', body.hamilton);
const mapping = JSON.stringify({
  indicator: 'calls-for-service',
  body: { column: 'code' },
  period: '2021',
  value: { column: 'population' },
});
const importing = `mutation ($input: ImportObservationsInput!) {
  importObservations(input: $input) {
    attempt { id fileName organization { code } actor reportPath workbookHash workbookPath }
    result { outcome rows recorded corrected same rejected }
    problems { line column value code severity fr: message(lang: FR) suggestion }
    problemCount
    position
    refusals { code field message }
  }
}`;
const listing = `query ($organization: ID, $first: Int, $after: String) {
  importAttempts(organization: $organization, first: $first, after: $after) {
    edges { cursor node { fileName actor fileHash result { outcome } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

type Payload = {
  readonly attempt: {
    readonly id: string;
    readonly workbookHash: string | null;
    readonly workbookPath: string | null;
  } | null;
  readonly refusals: readonly { readonly code: string }[];
  readonly result: object | null;
};

let hub: QueryHub;
let desk: ReturnType<typeof importDesk>;
const store = memoryImportStore(
  { reportsBytesMax: 100_000, uploadsBytesMax: 100_000, uploadMs: 1_000 },
  () => 0,
);
/** Held by the first import that asks for names, until a test lets it go on. */
let names = Promise.resolve<readonly never[]>([]);
const importsOf = ({ services, ...parts }: QueryHub) => {
  const ports = importPorts({ ...parts, now: services.now }, deliveredCodeLists);
  return importDesk(
    { ...parts, store },
    {
      ...ports,
      organizations: () => names,
    },
    { importRowsMax: 100, importsRunningMax: 2 },
  );
};

beforeAll(async () => {
  hub = await queryHub();
  await registerTowns(hub);
  await defineIndicators(hub);
  desk = importsOf(hub);
  Object.assign(hub.services, { imports: desk });
});
afterAll(() => hub.close());

const upload = async (text: string, organization: string = body.hamilton): Promise<string> =>
  (await store.keepUpload(organization, uploadOf('counts.csv', Buffer.from(text)))) ?? '';
const file = (population: string, code: string = body.hamilton): string =>
  `code,population\n${code},${population}\n`;

let given = 0;
const order = (id: string, more: object = {}) => ({
  idempotencyKey: `import ${(given += 1)}`,
  upload: id,
  mapping,
  ...more,
});
const give = async (input: object, caller: Caller = editor): Promise<Payload> => {
  const data = await hub.read<{ importObservations: Payload }>(importing, { input }, { caller });
  return data.importObservations;
};

describe('importing an upload', () => {
  test('a dry run foresees and leaves no trace', async () => {
    const head = await hub.log.head();
    expect(await give(order(await upload(file('569353')), { dryRun: true }))).toMatchObject({
      attempt: null,
      position: null,
      result: { outcome: 'WRITTEN', rows: 1, recorded: 1 },
      problems: [],
    });
    expect(await hub.log.head()).toBe(head);
  });

  test('a good file is recorded, and the attempt with it', async () => {
    const answer = await give(order(await upload(file('569353'))));
    expect(answer).toMatchObject({
      attempt: {
        fileName: 'counts.csv',
        organization: { code: body.hamilton },
        actor: editor.actor,
      },
      result: { outcome: 'WRITTEN', recorded: 1 },
      refusals: [],
    });
    expect(await give(order(await upload(file('569353'))))).toMatchObject({
      result: { outcome: 'UNCHANGED', same: 1 },
    });
  });

  test('a bad file is rejected as a whole, with its cells, and the attempt is kept', async () => {
    const text = `${file('570000')}${body.ottawa},12\n${body.hamilton},many\n`;
    const before = await hub.log.head();
    expect(await give(order(await upload(text)))).toMatchObject({
      attempt: { id: expect.stringMatching(/^import-/) },
      result: { outcome: 'REJECTED', rows: 3, recorded: 0, corrected: 0, rejected: 2 },
      problemCount: 2,
      problems: [
        { line: 3, code: 'row-denied', severity: 'ERROR' },
        { line: 4, column: 'population', value: 'many', code: 'cell-not-a-number' },
      ],
    });
    expect(await hub.log.head()).toBe(before + 2);
  });

  test('of a bad file a copy is kept with its cells marked, of a good one none', async () => {
    const bad = (await give(order(await upload(`${file('1')}${body.hamilton},many\n`)))).attempt;
    const { report } = importsOverHttp(
      { importUploadBytesMax: 1 },
      store,
      hub.readModels,
      () => hub.clock.now,
    );
    const copy = (await report(editor, bad?.id ?? '', 'xlsx')) as Uint8Array;
    expect(createHash('sha256').update(copy).digest('hex')).toBe(bad?.workbookHash);
    expect(bad?.workbookPath).toBe(`/imports/${bad?.id}/report.xlsx`);
    const rows = await readSheet(Buffer.from(copy), 2);
    expect(rows.at(-1)).toEqual([
      '3',
      body.hamilton,
      'many',
      expect.stringContaining('population: The cell is no number'),
      expect.stringContaining('population: La cellule n’est ni un nombre'),
    ]);
    const good = (await give(order(await upload(file('569353'))))).attempt;
    expect(good).toMatchObject({ workbookHash: null, workbookPath: null });
    expect(await report(editor, good?.id ?? '', 'xlsx')).toBeUndefined();
  });

  test('good rows may be asked for alone', async () => {
    const text = `${file('570001')}${body.ottawa},12\n`;
    expect(await give(order(await upload(text), { acceptValid: true }))).toMatchObject({
      result: { outcome: 'PARTLY_WRITTEN', corrected: 1, rejected: 1 },
    });
  });

  test('a mapping that is none is a problem of the file', async () => {
    expect(await give(order(await upload(file('1')), { mapping: '{"x":1}' }))).toMatchObject({
      result: { outcome: 'REJECTED' },
      problems: expect.arrayContaining([expect.objectContaining({ code: 'mapping-invalid' })]),
    });
  });

  test('the same order again answers as the first did and writes nothing', async () => {
    const again = order(await upload(`${file('570002')}${body.ottawa},3\n`));
    const first = await give(again);
    const head = await hub.log.head();
    expect(await give(again)).toEqual(first);
    expect(await hub.log.head()).toBe(head);
    const other = { ...again, upload: await upload(file('4')) };
    expect(await give(other)).toMatchObject({ refusals: [{ code: 'idempotency-key-reused' }] });
  });

  test('another organization’s upload, or none, is unknown', async () => {
    const refusals = [{ code: 'upload-unknown', field: 'input.upload' }];
    expect(await give(order(await upload(file('1'), body.ottawa)))).toMatchObject({ refusals });
    expect(await give(order('nothing'))).toMatchObject({ refusals, result: null });
  });

  test('an organization imports one file at a time, and the hub a few', async () => {
    const held = Promise.withResolvers<readonly never[]>();
    names = held.promise;
    const byName = JSON.stringify({ ...JSON.parse(mapping), body: { column: 'code', by: 'name' } });
    const begin = async (organization: string) =>
      give(
        order(await upload(file('1'), organization), { mapping: byName, dryRun: true }),
        as('municipal-editor', organization),
      );
    const running = [begin(body.hamilton), begin(body.ottawa)];
    const refused = await give(order(await upload(file('2'))));
    expect(refused.refusals).toMatchObject([{ code: 'import-under-way' }]);
    expect((await begin(body.peel)).refusals).toMatchObject([{ code: 'imports-busy' }]);
    held.resolve([]);
    names = Promise.resolve([]);
    for (const each of await Promise.all(running)) expect(each.refusals).toEqual([]);
    expect((await begin(body.peel)).refusals).toEqual([]);
  });
});

describe('the list of attempts', () => {
  type Listed = {
    readonly importAttempts: {
      readonly edges: readonly { node: { fileName: string | null; actor: string | null } }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    };
  };
  let own: string;
  beforeEach(async () => {
    own = (await give(order(await upload(file(`5700${given}`))))).attempt?.id ?? '';
  });
  const list = async (caller: Caller, variables: object = {}) =>
    (await hub.read<Listed>(listing, { first: 100, ...variables }, { caller })).importAttempts;

  const answersTo = async (caller: Caller) => {
    const variables = { organization: body.hamilton, first: 1 };
    const { data, errors } = await hub.ask<Listed>(listing, variables, { caller });
    const { report } = importsOverHttp(
      { importUploadBytesMax: 1 },
      store,
      hub.readModels,
      () => hub.clock.now,
    );
    return {
      data,
      code: errors?.[0]?.extensions?.['code'],
      report: await report(caller, own, 'csv'),
    };
  };

  test.each<[string, Caller]>([
    ['the organization’s editor', editor],
    ['its approver', as('municipal-approver', body.hamilton)],
    ['the regional adviser of the body', as('regional-adviser', body.hamilton, body.peel)],
    ['the ministry', as('ministry-analyst', 'solgen')],
    ['an administrator', administrator],
  ])('%s sees them and their reports', async (_, caller) => {
    const { data, report } = await answersTo(caller);
    expect(data?.importAttempts.edges).toHaveLength(1);
    expect(Buffer.from(report as Uint8Array).toString()).toContain('message (fr)');
  });

  test.each<[string, Caller, string]>([
    ['an editor of another body', as('municipal-editor', body.ottawa), 'FORBIDDEN'],
    ['a regional adviser of other bodies', as('regional-adviser', body.ottawa), 'FORBIDDEN'],
    ['a researcher', as('researcher', body.hamilton), 'FORBIDDEN'],
    ['the public', { actor: 'public', role: 'public', organizations: [] }, 'UNAUTHENTICATED'],
  ])('%s sees neither them nor their reports', async (_, caller, denied) => {
    expect(await answersTo(caller)).toMatchObject({ code: denied, report: 'denied' });
  });

  test('is newest first, in pages', async () => {
    const all = await list(editor);
    const first = await list(editor, { first: 2 });
    const second = await list(editor, { first: 2, after: first.pageInfo.endCursor });
    expect([...first.edges, ...second.edges].map(({ node }) => node)).toEqual(
      all.edges.slice(0, 4).map(({ node }) => node),
    );
    expect(first.pageInfo.hasNextPage).toBe(true);
  });

  test('shows nobody a file name once it is redacted', async () => {
    const [begun] = await hub.log.readStream(own);
    const keys = textKeysIn(begun?.data);
    const redaction = { stream: own, keys, authority: 'MFIPPA s. 14', reason: { en: 'A name' } };
    await hub.record(redactTexts, redaction);
    expect((await list(editor)).edges[0]?.node.fileName).toBeNull();
  });
});
