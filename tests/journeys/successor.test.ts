import { describe, expect, it } from '@jest/globals';
import { demoHub } from '../support/demo-hub.js';

const kincardine = '3541024';
const united = '3541100';
const indicator = 'situation-table-discussions';
const period = '2025-Q4';
const ofReport = { cycleId: 'cycle-2025_q4', body: kincardine };
const words = { en: 'Complete and right' };

describe('a municipality ends while the cycle is open, over HTTP', () => {
  const { hub, issue } = demoHub();
  const tokens = new Map<string, string>();
  const token = (person: string) => tokens.get(person) ?? hub().tokens.get(person) ?? '';
  let given = 0;

  /** What became of a mutation: codes of refusals, or of the error that denied it. */
  async function give(person: string, mutation: string, input: object) {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
    const source = `mutation ($input: ${type}) { ${mutation}(input: $input) {
      position refusals { code }
    } }`;
    const keyed = { idempotencyKey: `successor ${(given += 1)}`, ...input };
    const { body } = await hub().ask(source, { input: keyed }, { token: token(person) });
    const answer = (body.data?.[mutation] ?? null) as { refusals: { code: string }[] } | null;
    return [
      ...(body.errors ?? []).map(({ extensions }) => extensions?.code),
      ...(answer?.refusals ?? []).map(({ code }) => code),
    ];
  }
  async function stateFor(person: string) {
    const source = `query ($cycleId: ID!, $body: ID!) {
      submission(cycleId: $cycleId, body: $body) { state cells { review } respondent { code } }
    }`;
    const { body } = await hub().ask(source, ofReport, { token: token(person) });
    expect(body.errors).toBeUndefined();
    return (body.data as { submission: object | null } | null)?.submission;
  }

  const analyst = 'ministry-analyst solgen';
  const reviewer = 'ministry-reviewer solgen';
  const editor = `municipal-editor ${united}`;
  const approver = `municipal-approver ${united}`;
  const stranger = 'municipal-approver 3556027';

  it('the ministry opens a cycle and records that Kincardine became part of another', async () => {
    const terms = { period, expectations: [{ indicator }], deadline: '2026-01-31', graceDays: 15 };
    expect(await give(analyst, 'openCycle', terms)).toEqual([]);
    const town = { code: united, kind: 'MUNICIPALITY', tier: 'LOWER', upperTier: '3541' };
    const named = { ...town, name: { en: 'United Bruce' }, existsFrom: '2026-01-02' };
    expect(await give(analyst, 'registerOrganization', named)).toEqual([]);
    const end = { organization: kincardine, successor: united, endedOn: '2026-01-02' };
    expect(await give(analyst, 'succeedOrganization', end)).toEqual([]);
    for (const role of ['municipal-editor', 'municipal-approver'])
      tokens.set(`${role} ${united}`, await issue(role, united));
  });

  it('the people of the successor record, submit and read; nobody else does', async () => {
    const number = { indicator, organization: kincardine, period, value: '20' };
    expect(await give(stranger, 'recordObservation', number)).toEqual(['FORBIDDEN']);
    expect(await give(editor, 'recordObservation', number)).toEqual([]);
    const submitting = { ...ofReport, attestation: words };
    expect(await give(stranger, 'fileSubmission', submitting)).toEqual(['FORBIDDEN']);
    expect(await give(`municipal-approver ${kincardine}`, 'fileSubmission', submitting)).toEqual([
      'FORBIDDEN',
    ]);
    expect(await give(approver, 'fileSubmission', submitting)).toEqual([]);
    const respondent = { code: united };
    const submitted = { state: 'SUBMITTED', cells: [{ review: 'PENDING' }], respondent };
    expect(await stateFor(editor)).toEqual(submitted);
    expect(await stateFor(stranger)).toBeNull();
  });

  it('the ministry finds both in its table, and accepts', async () => {
    const source = `query ($cycleId: ID!) { submissions(cycleId: $cycleId, first: 500) {
      edges { node { state organization { code } respondent { code } } }
    } }`;
    const { body } = await hub().ask(source, ofReport, { token: token(reviewer) });
    const rows = Object(body.data)['submissions']['edges'] as { node: object }[];
    expect(rows.map(({ node }) => node)).toContainEqual({
      state: 'SUBMITTED',
      organization: { code: kincardine },
      respondent: { code: united },
    });
    expect(await give(reviewer, 'acceptSubmission', ofReport)).toEqual([]);
    expect(await stateFor(approver)).toMatchObject({ state: 'ACCEPTED' });
  });
});
