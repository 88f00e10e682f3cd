import { describe, expect, it } from '@jest/globals';
import { demoHub } from '../support/demo-hub.js';

const kincardine = '3541024';
const indicator = 'situation-table-discussions';
const period = '2025-Q4';
const cycleId = 'cycle-2025_q4';
const ofReport = { cycleId, body: kincardine };
const comment = { en: 'Twice as many as last year: why?', fr: 'Deux fois plus : pourquoi ?' };

const reading = `query ($cycleId: ID!, $body: ID!) { submission(cycleId: $cycleId, body: $body) {
  state missing { key }
  cells { indicator { key } review comment { en } }
  steps { kind actor text { en } comments { text { fr } } }
  imports { result { outcome rejected } reportPath }
} }`;
const rollup = `{ outcomeRollup(indicator: "${indicator}", period: "${period}") {
  value completeness { bodiesExpected bodiesReporting pending }
} }`;

/** Four people of a municipality and the ministry, each with a token of their own, and another. */
const people = {
  analyst: 'ministry-analyst solgen',
  editor: `municipal-editor ${kincardine}`,
  approver: `municipal-approver ${kincardine}`,
  reviewer: 'ministry-reviewer solgen',
  adviser: `regional-adviser ${kincardine}`,
  neighbour: 'municipal-approver 3556027',
} as const;
type Person = keyof typeof people;

describe('a quarter is reported, by four people over HTTP', () => {
  const { hub, issue } = demoHub();
  let given = 0;
  const token = (person: Person) => hub().tokens.get(people[person]) ?? '';

  /** What became of a mutation: codes of refusals, or of the error that denied it. */
  async function give(person: Person, mutation: string, input: object) {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
    const source = `mutation ($input: ${type}) { ${mutation}(input: $input) {
      position refusals { code }
    } }`;
    const keyed = { idempotencyKey: `cycle ${(given += 1)}`, ...input };
    const { body } = await hub().ask(source, { input: keyed }, { token: token(person) });
    const answer = (body.data?.[mutation] ?? null) as { refusals: { code: string }[] } | null;
    return [
      ...(body.errors ?? []).map(({ extensions }) => extensions?.code),
      ...(answer?.refusals ?? []).map(({ code }) => code),
    ];
  }
  const read = async (person: Person) => {
    const { body } = await hub().ask(reading, ofReport, { token: token(person) });
    expect(body.errors).toBeUndefined();
    return body.data?.['submission'] as unknown as object | null;
  };
  const numbers = async () => {
    const { body } = await hub().ask(rollup, {}, { token: token('analyst') });
    return (body.data ?? {})['outcomeRollup'] as unknown as object;
  };

  const upload = async (text: string) => {
    const response = await fetch(`${hub().url}/imports`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token('editor')}`,
        'content-type': 'text/csv',
        'jalon-file-name': 'q4.csv',
      },
      body: text,
    });
    expect(response.status).toBe(201);
    return ((await response.json()) as { upload: string }).upload;
  };
  const bringIn = async (text: string) => {
    const columns = { body: kincardine, period: { column: 'q' }, value: { column: 'n' } };
    const mapping = JSON.stringify({ indicator, ...columns });
    return give('editor', 'importObservations', { upload: await upload(text), mapping });
  };

  it('the analyst opens the cycle, which the clerk finds among what is due', async () => {
    const terms = { period, expectations: [{ indicator }], deadline: '2026-01-31', graceDays: 15 };
    expect(await give('editor', 'openCycle', terms)).toEqual(['FORBIDDEN']);
    expect(await give('analyst', 'openCycle', terms)).toEqual([]);
    const due = `{ reportsDue(body: "${kincardine}", on: "2026-01-15") {
      period state timeliness
    } }`;
    const { body } = await hub().ask(due, {}, { token: token('editor') });
    // The demonstration has a cycle of its own, which is due later.
    expect(body.data?.['reportsDue']).toEqual([
      { period, state: 'NOT_STARTED', timeliness: 'NOT_DUE' },
      { period: '2026-Q1', state: 'NOT_STARTED', timeliness: 'NOT_DUE' },
    ]);
  });

  it('the editor brings in a file, at the second try; only the approver submits', async () => {
    expect(await bringIn('q,n\n2025-Q4,forty\n')).toEqual([]);
    const submitting = { ...ofReport, attestation: { en: 'Complete and right' } };
    expect(await give('approver', 'fileSubmission', submitting)).toEqual(['submission-incomplete']);
    expect(await bringIn('q,n\n2025-Q4,40\n')).toEqual([]);
    expect(await give('editor', 'fileSubmission', submitting)).toEqual(['FORBIDDEN']);
    expect(await give('approver', 'fileSubmission', submitting)).toEqual([]);
    expect(await numbers()).toMatchObject({
      value: '40',
      completeness: { bodiesReporting: 1, pending: 1 },
    });
  });

  it('the reviewer returns it with a comment on the number', async () => {
    const comments = [{ indicator, text: comment }];
    const returning = { ...ofReport, comments };
    expect(await give('approver', 'returnSubmission', returning)).toEqual(['FORBIDDEN']);
    expect(await give('reviewer', 'returnSubmission', returning)).toEqual([]);
    expect(await read('editor')).toMatchObject({
      state: 'RETURNED',
      cells: [{ indicator: { key: indicator }, review: 'PENDING', comment: { en: comment.en } }],
    });
  });

  it('the editor puts it right, the approver submits it again, the reviewer accepts', async () => {
    const number = { indicator, organization: kincardine, period, reason: { en: 'Counted twice' } };
    expect(await give('editor', 'correctObservation', { ...number, value: '20' })).toEqual([]);
    expect(await give('reviewer', 'acceptSubmission', ofReport)).toEqual(['submission-not-filed']);
    const attestation = { en: 'Checked against the minutes of the table' };
    expect(await give('approver', 'fileSubmission', { ...ofReport, attestation })).toEqual([]);
    expect(await give('reviewer', 'acceptSubmission', ofReport)).toEqual([]);
    expect(await give('editor', 'correctObservation', { ...number, value: '21' })).toEqual([
      'observation-locked',
    ]);
    expect(await bringIn('q,n\n2025-Q4,22\n')).toEqual([]);
    expect(await numbers()).toMatchObject({ value: '20', completeness: { pending: 0 } });
  });

  it('its adviser sees all that was done and tried, and changes nothing; others see nothing', async () => {
    expect(await read('adviser')).toMatchObject({
      state: 'ACCEPTED',
      missing: [],
      cells: [{ review: 'ACCEPTED' }],
      steps: [
        { kind: 'FILED', actor: expect.stringMatching(/^token:/) },
        { kind: 'RETURNED', actor: null, comments: [{ text: { fr: comment.fr } }] },
        { kind: 'FILED', text: { en: 'Checked against the minutes of the table' } },
        { kind: 'ACCEPTED' },
      ],
      imports: [
        { result: { outcome: 'REJECTED', rejected: 1 } },
        { result: { outcome: 'WRITTEN' } },
        { result: { outcome: 'REJECTED', rejected: 1 } },
      ],
    });
    const { imports } = (await read('adviser')) as { imports: { reportPath: string }[] };
    const report = await fetch(`${hub().url}${imports[0]?.reportPath}`, {
      headers: { authorization: `Bearer ${token('adviser')}` },
    });
    expect(await report.text()).toContain('observation-locked');
    const reopening = { ...ofReport, reason: comment };
    expect(await give('adviser', 'reopenSubmission', reopening)).toEqual(['FORBIDDEN']);
    expect(await read('neighbour')).toBeNull();
  });

  it('the adviser of its county or census division sees it too; that of another does not', async () => {
    const stateFor = async (region: string) => {
      const { body } = await hub().ask(reading, ofReport, {
        token: await issue('regional-adviser', region),
      });
      return Object(body.data)['submission'] as object | null;
    };
    expect(await stateFor('3541')).toMatchObject({ state: 'ACCEPTED', imports: [{}, {}, {}] });
    expect(await stateFor('3557')).toBeNull();
    expect(await issue('regional-adviser', '35')).toBe('');
    expect(await issue('municipal-editor', '3557')).toBe('');
  });
});
