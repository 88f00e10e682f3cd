import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Caller } from '../../src/domain/authority.js';
import { buildHubSchema } from '../../src/graphql/schema.js';
import { administrator, approver } from '../support/command-desk.js';
import { cachedAnswers } from './cached-answers.js';
import { mutationHub, type MutationHub } from './mutation-hub.js';
import { foundations, sequel, tell } from './mutation-story.js';
import { as } from './reporting-hub.js';
import { learn, type Ids, type Step } from './story-step.js';

const [hamilton, ottawa, brockton] = ['3525005', '3506008', '3541032'];
const words = { en: 'As agreed', fr: 'Comme convenu' };
const report = { cycleId: 'cycle-2022', body: brockton };
const step = (mutation: string, input: object): Step => ({ mutation, input: () => input });

/** A report is accepted, and another question asked, when the story has been told. */
const asking: readonly Step[] = [
  step('registerOrganization', {
    code: brockton,
    kind: 'MUNICIPALITY',
    tier: 'LOWER',
    name: { en: 'Brockton' },
  }),
  step('openCycle', {
    period: '2022',
    expectations: [{ indicator: 'housing-cost-burden' }],
    deadline: '2024-07-31',
    graceDays: 5,
  }),
  step('recordObservation', {
    indicator: 'housing-cost-burden',
    organization: brockton,
    period: '2022',
    numerator: '900',
    denominator: '4000',
  }),
  step('fileSubmission', { ...report, attestation: words }),
  step('returnSubmission', { ...report, comments: [], remark: words }),
  step('fileSubmission', { ...report, attestation: words }),
  step('acceptSubmission', report),
  step('giveFeedback', { ...report, text: words }),
  step('requestInformation', {
    organizations: [brockton, hamilton],
    question: words,
    dueOn: '2024-07-15',
  }),
];

/** A consent and a municipality that are to end. */
const ending: readonly Step[] = [
  {
    mutation: 'joinPlan',
    input: ({ successorId }) => ({ planId: successorId, body: 'saugeen' }),
  },
  {
    ...step('grantConsent', {
      firstNation: 'saugeen',
      audiences: ['PUBLIC'],
      level: 'IDENTIFIED',
      plans: true,
      until: '2024-08-10',
    }),
    learn: learn('lastGrantId'),
  },
  step('succeedOrganization', {
    organization: brockton,
    successor: hamilton,
    endedOn: '2024-08-08',
  }),
];

/** Commands, and days after them on which something falls due, turns late or ends. */
const acts = [
  {
    steps: [...foundations, ...sequel, ...asking],
    days: ['2024-06-17', '2024-07-15', '2024-07-16', '2024-08-01', '2024-08-06'],
  },
  { steps: ending, days: ['2024-08-07', '2024-08-08', '2024-08-10', '2024-08-11'] },
];

const callers: readonly Caller[] = [
  administrator,
  approver(hamilton ?? ''),
  as('partner', 'hamilton-police'),
  as('ministry-reviewer', 'solgen'),
  as('public'),
];

/** Calls that are denied to the public; what is denied is never remembered. */
const denied = new Set(['informationRequests']);

/** Calls of query fields; those about a plan or a commitment once there is one. */
const callsOf = ({ planId, commitmentId }: Ids): readonly string[] => [
  'reportingCycles',
  ...['2021', '2022'].map((year) => `reportingCycle(id: "cycle-${year}")`),
  ...['2021', '2022'].map((year) => `submissions(cycleId: "cycle-${year}")`),
  ...[hamilton, ottawa].map((body) => `submission(cycleId: "cycle-2021", body: "${body}")`),
  `submission(cycleId: "cycle-2022", body: "${brockton}")`,
  ...[hamilton, ottawa, brockton].map((body) => `reportsDue(body: "${body}")`),
  'informationRequests',
  'commitments',
  'commitmentAgeing',
  'commitmentAgeing(by: PARTNER)',
  'due',
  'coverage',
  'statutoryClocks',
  'obligations',
  'consents(firstNation: "saugeen")',
  ...(planId ? [`coverage(planId: "${planId}")`] : []),
  ...(commitmentId ? [`commitment(id: "${commitmentId}")`] : []),
];

let hub: MutationHub;
let answers: ReturnType<typeof cachedAnswers>;

beforeAll(async () => {
  hub = await mutationHub();
  const rules = {
    publicationDays: [{ from: '2019-01-01', amount: 30 }],
    reviewYears: [{ from: '2019-01-01', amount: 4 }],
    firstAdoptionBy: '2021-07-01',
    staleDays: [{ from: '2019-01-01', amount: 10 }],
  };
  answers = cachedAnswers(await buildHubSchema(), { ...hub.services, rules });
});
afterAll(async () => {
  answers.stop();
  await hub.close();
});

it('no remembered answer outlives the command or the day that changes it', async () => {
  const ids: Ids = {};
  const stale: string[] = [];
  const kept = new Set<string>();
  const look = async (after: string): Promise<void> => {
    for (const call of callsOf(ids))
      for (const caller of callers) {
        if (caller.role === 'public' && denied.has(call)) continue;
        const { cached, fresh } = await answers.ask(call, caller);
        if (cached === fresh) kept.add(call);
        else if (cached !== undefined) stale.push(`${call} as ${caller.role} after ${after}`);
      }
  };
  let told = 0;
  for (const { steps, days } of acts) {
    for (const each of steps) {
      const idempotencyKey = `told ${(told += 1)}`;
      const input = (known: Ids) => ({ idempotencyKey, ...each.input(known) });
      await tell(hub, [{ ...each, input }], undefined, ids);
      await look(each.mutation);
    }
    for (const day of days) {
      hub.clock.now = `${day}T16:00:00.000Z`;
      await look(day);
    }
  }
  expect(stale).toEqual([]);
  expect([...kept].toSorted()).toEqual(callsOf(ids).toSorted());
});
