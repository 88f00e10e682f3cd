import { describe, expect, it } from '@jest/globals';
import { demoHub } from '../support/demo-hub.js';

const kincardine = '3541024';
const saugeen = 'saugeen';
const bodies = [kincardine, saugeen];
const dueOn = '2099-01-31';
const indicator = 'patrols-of-guardians';
const trace = /saugeen|Night patrol|Nineteen beds/i;

const source = `query ($planId: ID!, $asOf: AsOf) {
  reportingCycle(id: "cycle-2025", asOf: $asOf) {
    expectations { bodies { code } indicator { universe { bodies } } } jointReports { planId }
  }
  submissions(cycleId: "cycle-2025", asOf: $asOf) { edges { node { organization { code } } } }
  submission(cycleId: "cycle-2025", body: "${saugeen}", asOf: $asOf) { organization { code } }
  informationRequests(asOf: $asOf) {
    edges { node { responses { organization { code } answer { en } } } }
  }
  commitments(filter: { planId: $planId }, asOf: $asOf) { edges { node { statement { en } } } }
  commitmentAgeing(filter: { planId: $planId }, by: PARTNER, asOf: $asOf) { groups { key } }
  due(filter: { organization: "${saugeen}" }, asOf: $asOf) { edges { node { id title { en } } } }
}`;
const fields = [
  'reportingCycle',
  'submissions',
  'submission',
  'informationRequests',
  'commitments',
  'commitmentAgeing',
  'due',
];

type Part = { readonly id: string };
type Accepted = {
  readonly position: string;
  readonly refusals: readonly object[];
  readonly plan: Part & { readonly strategies: readonly Part[] };
  readonly informationRequest: Part;
  readonly consent: Part;
};

describe('a First Nation that takes its consent back, over HTTP', () => {
  const { hub, issue } = demoHub();
  const administrator = 'administrator solgen';
  const reviewer = 'ministry-reviewer solgen';
  const itself = `municipal-approver ${saugeen}`;
  const tokens = new Map<string, string>();
  let given = 0;
  let planId = '';
  let grantId = '';
  let granted = '';

  /** Gives a command that must be accepted. */
  async function give(person: string, mutation: string, input: object, selection = '') {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
    const command = `mutation ($input: ${type}) { ${mutation}(input: $input) {
      position refusals { code } ${selection}
    } }`;
    const keyed = { idempotencyKey: `consent ${(given += 1)}`, ...input };
    const { body } = await hub().ask(
      command,
      { input: keyed },
      { token: tokens.get(person) ?? '' },
    );
    expect([mutation, body.errors]).toEqual([mutation, undefined]);
    const answer = body.data?.[mutation] as unknown as Accepted;
    expect([mutation, answer.refusals]).toEqual([mutation, []]);
    return answer;
  }

  /** The fields in which somebody is told of the First Nation; a public reader is denied some. */
  async function told(person: string, position?: string): Promise<readonly string[]> {
    const token = tokens.get(person);
    const asking = token === undefined ? {} : { token };
    const asOf = position === undefined ? undefined : { position };
    const { body } = await hub().ask(source, { planId, asOf }, asking);
    expect(body.data).not.toBeNull();
    return fields.filter((field) => trace.test(JSON.stringify(body.data?.[field] ?? null)));
  }
  const calendar = async (path: string) => {
    const reply = await fetch(new URL(`/calendar/${path}.ics`, hub().url));
    return { status: reply.status, isTold: trace.test(await reply.text()) };
  };

  it('undertakes something in a joint plan, whose calendar does not tell of it', async () => {
    tokens.set(administrator, await issue('administrator', 'solgen'));
    tokens.set(reviewer, await issue('ministry-reviewer', 'solgen'));
    const nation = { code: saugeen, kind: 'FIRST_NATION', name: { en: 'Saugeen First Nation' } };
    await give(administrator, 'registerOrganization', nation);
    tokens.set(itself, await issue('municipal-approver', saugeen));
    const title = { en: 'Along the lake', fr: 'Au bord du lac' };
    const entity = 'plan { id strategies { id } }';
    const opened = await give(administrator, 'openPlan', { title, bodies }, entity);
    planId = opened.plan.id;
    const strategy = { planId, title, area: 'PREVENTION', sectors: ['education'], risks: [] };
    const adopted = await give(administrator, 'adoptStrategy', strategy, entity);
    const made = { planId, strategyId: adopted.plan.strategies[0]?.id, partner: saugeen, dueOn };
    await give(itself, 'makeCommitment', { ...made, statement: { en: 'Night patrol' } });
    expect(await calendar(`plan/${planId}`)).toEqual({ status: 200, isTold: false });
  });

  it('is to report and answers, of which others are told nothing', async () => {
    await give(administrator, 'defineIndicator', {
      key: indicator,
      kind: 'COUNT_FLOW',
      name: { en: 'Patrols', fr: 'Patrouilles' },
      unit: { en: 'patrols', fr: 'patrouilles' },
      decimals: 0,
      direction: 'HIGHER',
      universe: { kind: 'LISTED', bodies },
      sensitivity: 'PUBLIC',
      overTime: 'SUM',
      overSpace: 'SUM',
      periodKind: 'YEAR',
    });
    const expectations = [{ indicator, bodies }];
    const cycle = { period: '2025', expectations, deadline: dueOn, graceDays: 0 };
    await give(administrator, 'openCycle', cycle);
    const question = { en: 'How many beds?' };
    const asked = { organizations: bodies, question, dueOn };
    const request = await give(reviewer, 'requestInformation', asked, 'informationRequest { id }');
    const requestId = request.informationRequest.id;
    const answer = { requestId, organization: saugeen, answer: { en: 'Nineteen beds' } };
    await give(itself, 'provideInformation', answer);
    expect(await told(itself)).toEqual(fields);
    for (const person of [administrator, reviewer, 'public'])
      expect(await told(person)).toEqual([]);
    expect(await calendar(saugeen)).toEqual({ status: 404, isTold: false });
  });

  it('is shown once it consents', async () => {
    const terms = { firstNation: saugeen, audiences: ['PUBLIC'], level: 'IDENTIFIED', plans: true };
    const answer = await give(itself, 'grantConsent', terms, 'consent { id }');
    granted = answer.position;
    grantId = answer.consent.id;
    for (const person of [administrator, reviewer]) expect(await told(person)).toEqual(fields);
    const open = ['reportingCycle', 'commitments', 'commitmentAgeing', 'due'];
    expect(await told('public')).toEqual(open);
    expect(await calendar(saugeen)).toEqual({ status: 200, isTold: true });
    expect(await calendar(`plan/${planId}`)).toEqual({ status: 200, isTold: true });
  });

  it('is shown to the ministry alone once it narrows that, past included', async () => {
    const terms = { audiences: ['MINISTRY'], level: 'IDENTIFIED', plans: true };
    const reason = { en: 'The band council decided' };
    const narrowed = { firstNation: saugeen, grantId, ...terms, reason };
    await give(itself, 'narrowConsent', narrowed);
    expect(await told(reviewer)).toEqual(fields);
    for (const position of [undefined, granted]) expect(await told('public', position)).toEqual([]);
    expect(await calendar(saugeen)).toEqual({ status: 404, isTold: false });
    expect(await calendar(`plan/${planId}`)).toEqual({ status: 200, isTold: false });
  });

  it('is shown to nobody but itself once it withdraws it, past included', async () => {
    const reason = { en: 'The band council decided' };
    await give(itself, 'withdrawConsent', { firstNation: saugeen, grantId, reason });
    for (const person of [administrator, reviewer, 'public'])
      for (const position of [undefined, granted])
        expect([person, await told(person, position)]).toEqual([person, []]);
    expect(await told(itself, granted)).toEqual(fields);
    expect(await calendar(saugeen)).toEqual({ status: 404, isTold: false });
  });
});
