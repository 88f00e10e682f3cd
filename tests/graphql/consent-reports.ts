import type { Caller } from '../../src/domain/authority.js';
import { makeCommitment } from '../../src/domain/commitment/commands.js';
import { setCommitmentMilestone } from '../../src/domain/commitment/tracking-commands.js';
import { provideInformation, requestInformation } from '../../src/domain/request/commands.js';
import { approver } from '../support/command-desk.js';
import type { Read, Subject } from './consent-reads.js';
import { kincardine, saugeen } from './consent-town.js';
import type { QueryHub } from './query-hub.js';

/** Who may see something with consent: everybody, who reports with it, or the ministry alone. */
type Reach = 'all' | 'reporters' | 'ministry';

/** A question about reports, commitments or deadlines, and how far its answer may go. */
export type ReportRead = Read & { readonly reach: Reach };

const dueOn = '2024-07-31';

/** The First Nation undertakes something, and the ministry asks it and the town something. */
export async function askFirstNation(
  { record }: QueryHub,
  ids: Readonly<Record<'planId' | 'strategyId' | 'commitmentId', string>>,
): Promise<void> {
  const { planId, strategyId, commitmentId } = ids;
  const made = { planId, strategyId, partner: saugeen, dueOn };
  await record(makeCommitment, { ...made, statement: { en: 'A night patrol' } });
  await record(setCommitmentMilestone, { commitmentId, name: { en: 'Elders met' }, dueOn });
  const asked = { organizations: [kincardine, saugeen], question: { en: 'How many beds?' }, dueOn };
  const { stream: requestId } = await record(requestInformation, asked);
  const answer = { requestId, organization: saugeen, answer: { en: 'Nineteen beds' } };
  await record(provideInformation, answer, approver(saugeen));
}

const trace = /saugeen|Two rooms|A night patrol|Elders met|Nineteen beds/;
const read = (reach: Reach, of: readonly Subject[], source: string): ReportRead => ({
  reach,
  of,
  source,
  trace,
});
const due = (kind: string) => `due(first: 50, asOf: $asOf, filter: {
  kind: "${kind}", includeClosed: true
}) { edges { node { id title { en } organizations { code } } } }`;
const cycle = (fields: string) => `reportingCycle(id: "cycle-2023", asOf: $asOf) { ${fields} }`;
const named = 'edges { node { partner { code } statement { en } milestones { name { en } } } }';

/** Every read of cycles, reports, requests, commitments and deadlines, by its name. */
export const readsOfReports = ({ commitmentId }: { readonly commitmentId: string }) =>
  ({
    reportingCycle: read('all', ['numbers'], cycle('expectations { bodies { code } }')),
    'reportingCycle by universe': read(
      'all',
      ['numbers'],
      cycle('expectations { indicator { universe { bodies } } }'),
    ),
    'reportingCycle in counts': {
      ...read('all', ['numbers'], cycle('counts { expected submitted draft }')),
      trace: /"expected":2/,
    },
    'reportingCycle of a joint plan': {
      ...read('reporters', ['plans', 'numbers'], cycle('jointReports { planId state }')),
      trace: /"planId"/,
    },
    reportingCycles: read(
      'all',
      ['numbers'],
      `reportingCycles(asOf: $asOf) { edges { node { expectations { bodies { code } } } } }`,
    ),
    submissions: read(
      'ministry',
      ['numbers'],
      `submissions(cycleId: "cycle-2023", asOf: $asOf) {
        edges { node { organization { code } steps { actingFor { code } } } }
      }`,
    ),
    submission: read(
      'ministry',
      ['numbers'],
      `submission(cycleId: "cycle-2023", body: "${saugeen}", asOf: $asOf) {
        organization { code } respondent { code } cells { status }
      }`,
    ),
    reportsDue: read(
      'ministry',
      ['numbers'],
      `reportsDue(body: "${saugeen}", asOf: $asOf) { organization { code } state }`,
    ),
    informationRequests: read(
      'ministry',
      ['plans'],
      `informationRequests(asOf: $asOf) {
        edges { node { responses { organization { code } answer { en } } } }
      }`,
    ),
    commitment: read(
      'all',
      ['plans'],
      `commitment(id: "${commitmentId}", asOf: $asOf) { partner { code } statement { en } }`,
    ),
    commitments: read('all', ['plans'], `commitments(asOf: $asOf) { ${named} }`),
    commitmentAgeing: read(
      'all',
      ['plans'],
      `commitmentAgeing(by: PARTNER, asOf: $asOf) { groups { key name { en } } }`,
    ),
    'commitmentAgeing in counts': {
      ...read('all', ['plans'], 'commitmentAgeing(asOf: $asOf) { all { commitments } }'),
      trace: /"commitments":[1-9]/,
    },
    'due commitments': read('all', ['plans'], due('commitment')),
    'due milestones': read('all', ['plans'], due('milestone')),
    'due reports': read('all', ['plans', 'numbers'], due('report')),
    'due answers': read('ministry', ['plans'], due('information-request')),
  }) as const satisfies Readonly<Record<string, ReportRead>>;

const reaches = (role: Caller['role']): readonly Reach[] => {
  if (role === 'public' || role === 'researcher') return ['all'];
  const isAtMinistry = role.startsWith('ministry-') || role === 'administrator';
  return isAtMinistry ? ['all', 'reporters', 'ministry'] : ['all', 'reporters'];
};

/** Names of the reads that may show a role something of what is consented to. */
export const openTo = (
  reads: Readonly<Record<string, ReportRead>>,
  role: Caller['role'],
  covered: readonly Subject[],
): readonly string[] =>
  Object.entries(reads).flatMap(([name, { of, reach }]) =>
    of.every((subject) => covered.includes(subject)) && reaches(role).includes(reach) ? name : [],
  );
