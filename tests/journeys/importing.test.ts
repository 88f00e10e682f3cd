import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { demoHub } from '../support/demo-hub.js';

const importing = `mutation ($input: ImportObservationsInput!) {
  importObservations(input: $input) {
    attempt { id reportPath }
    result { outcome rows recorded rejected }
    problems { line column value code message(lang: FR) }
    position
    refusals { code }
  }
}`;
const listing = `query ($organization: ID) {
  importAttempts(organization: $organization, first: 5) {
    edges { node { id fileName fileHash actor reportHash result { outcome rejected } } }
  }
}`;
const mapping = JSON.stringify({
  indicator: 'situation-table-discussions',
  body: '3541024',
  period: { column: 'trimestre' },
  value: { column: 'discussions' },
});

type Imported = {
  readonly attempt: { readonly id: string; readonly reportPath: string } | null;
  readonly result: object;
  readonly position: string | null;
};

describe('an editor who reports with a spreadsheet', () => {
  const { hub } = demoHub();
  const token = (name: string) => hub().tokens.get(name) ?? '';
  const editor = () => ({ token: token('municipal-editor 3541024') });

  const upload = async (text: string): Promise<string> => {
    const response = await fetch(`${hub().url}/imports`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${editor().token}`,
        'content-type': 'text/csv',
        'jalon-file-name': encodeURIComponent('août.csv'),
      },
      body: text,
    });
    expect(response.status).toBe(201);
    return ((await response.json()) as { upload: string }).upload;
  };
  const give = async (input: object): Promise<Imported> => {
    const { body } = await hub().ask(importing, { input: { mapping, ...input } }, editor());
    expect(body.errors).toBeUndefined();
    return body.data?.['importObservations'] as never;
  };
  const bad = 'trimestre,discussions\n2023-Q1,12\n2023-Q2,douze\n';
  const good = 'trimestre,discussions\n2023-Q1,12\n2023-Q2,14\n';
  let rejected: Imported;
  let written: Imported;

  it('checks the file first, and is told what is wrong with it', async () => {
    const answer = await give({ idempotencyKey: 'i1', upload: await upload(bad), dryRun: true });
    expect(answer).toMatchObject({
      attempt: null,
      position: null,
      result: { outcome: 'REJECTED', rows: 2, rejected: 1 },
      problems: [{ line: 3, column: 'discussions', value: 'douze', code: 'cell-not-a-number' }],
    });
  });

  it('imports it all the same, and nothing is written', async () => {
    rejected = await give({ idempotencyKey: 'i2', upload: await upload(bad) });
    expect(rejected).toMatchObject({ result: { outcome: 'REJECTED', recorded: 0 } });
  });

  it('puts it right and imports it', async () => {
    written = await give({ idempotencyKey: 'i3', upload: await upload(good) });
    expect(written).toMatchObject({ result: { outcome: 'WRITTEN', recorded: 2, rejected: 0 } });
    const again = await give({ idempotencyKey: 'i4', upload: await upload(good) });
    expect(again).toMatchObject({ result: { outcome: 'UNCHANGED', recorded: 0 } });
  });

  it('finds every attempt with its file, newest first, as the ministry does', async () => {
    for (const name of ['municipal-editor 3541024', 'ministry-analyst solgen']) {
      const { body } = await hub().ask(
        listing,
        { organization: '3541024' },
        { token: token(name) },
      );
      const listed = body.data?.['importAttempts'] as { edges: { node: object }[] } | undefined;
      expect(listed?.edges.map(({ node }) => node)).toMatchObject([
        { result: { outcome: 'UNCHANGED' } },
        {
          id: written.attempt?.id,
          fileName: 'août.csv',
          fileHash: createHash('sha256').update(good).digest('hex'),
          actor: expect.stringMatching(/^token:/),
        },
        { id: rejected.attempt?.id, result: { outcome: 'REJECTED', rejected: 1 } },
      ]);
    }
    const other = await hub().ask(
      listing,
      { organization: '3541024' },
      { token: token('municipal-editor 3556027') },
    );
    expect(other.body.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it('downloads the report of the rejected one, which nobody else can', async () => {
    const get = (name: string) =>
      fetch(`${hub().url}${rejected.attempt?.reportPath}`, {
        headers: { authorization: `Bearer ${token(name)}` },
      });
    const response = await get('municipal-editor 3541024');
    expect(response.status).toBe(200);
    const report = await response.text();
    expect(report).toContain('3,discussions,ERROR,cell-not-a-number,douze');
    expect(report).toContain('La cellule n’est ni un nombre');
    expect((await get('municipal-editor 3556027')).status).toBe(403);
  });
});
