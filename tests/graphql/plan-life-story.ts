import { learn, learnPart, type Step } from './story-step.js';

const reason = { en: 'Staff changed', fr: 'Changement de personnel' };
const hamilton = '3525005';
const consentTerms = { audiences: ['MINISTRY'], level: 'IDENTIFIED', plans: true };

/** How the plan of the story is organized and prepared. */
export const preparing: readonly Step[] = [
  {
    mutation: 'assignPlanRole',
    input: ({ planId }) => ({
      planId,
      role: 'COORDINATOR',
      organization: hamilton,
      from: '2024-01-15',
      office: { en: 'Manager of social planning' },
    }),
    learn: learnPart('roles', 'roleId'),
  },
  {
    mutation: 'endPlanRole',
    input: ({ planId, roleId }) => ({ planId, roleId, endedOn: '2024-06-01', reason }),
  },
  {
    mutation: 'fillCommitteeSeats',
    input: ({ planId }) => ({
      planId,
      organization: 'hamilton-police',
      filledOn: '2024-02-01',
      seats: ['police-governance', 'municipality'],
    }),
    learn: learnPart('committee', 'memberId'),
  },
  {
    mutation: 'vacateCommitteeSeats',
    input: ({ planId, memberId }) => ({
      planId,
      memberId,
      seats: ['municipality'],
      vacatedOn: '2024-06-01',
      reason,
    }),
  },
  {
    mutation: 'exemptCommitteeSeat',
    input: ({ planId }) => ({ planId, seat: 'custodial-services-to-youth', reason }),
  },
  {
    mutation: 'recordConsultation',
    input: ({ planId }) => ({ planId, groups: ['youth', 'public'], heldOn: '2024-03-01' }),
  },
  {
    mutation: 'describeRisk',
    input: ({ planId, riskId }) => ({ planId, riskId, vulnerableGroups: ['seniors'] }),
  },
  {
    mutation: 'identifyProtectiveFactor',
    input: ({ planId, riskId }) => ({
      planId,
      code: 'positive-work-environment',
      risks: [riskId],
    }),
  },
  {
    mutation: 'appointPlanner',
    input: ({ planId }) => ({ planId, body: hamilton, appointedOn: '2024-04-02' }),
  },
  {
    mutation: 'fileInterimSubmission',
    input: ({ planId }) => ({ planId, body: hamilton, filedOn: '2024-04-30' }),
  },
];

/** What becomes of it once it is published. */
export const living: readonly Step[] = [
  {
    mutation: 'publishEffectReport',
    input: ({ planId }) => ({
      planId,
      url: 'https://hamilton.ca/effect',
      publishedOn: '2024-06-12',
    }),
  },
  {
    mutation: 'completeReview',
    input: ({ planId }) => ({ planId, completedOn: '2024-06-13', revisionNeeded: true }),
  },
  {
    mutation: 'revisePlan',
    input: ({ planId }) => ({
      planId,
      revisedOn: '2024-06-14',
      readoption: false,
      summary: reason,
    }),
  },
];

/** How another plan takes its place. */
export const replacing: readonly Step[] = [
  {
    mutation: 'openPlan',
    input: () => ({ title: { en: 'Safer Hamilton' }, bodies: [hamilton] }),
    learn: learn('successorId'),
  },
  {
    mutation: 'adoptPlan',
    input: ({ successorId }) => ({
      planId: successorId,
      body: hamilton,
      adoptedOn: '2024-06-15',
      resolution: '2024-99',
    }),
  },
  {
    mutation: 'supersedePlan',
    input: ({ planId, successorId }) => ({ planId, by: successorId, supersededOn: '2024-06-15' }),
  },
];

/** What a First Nation lets others see. */
export const consenting: readonly Step[] = [
  {
    mutation: 'registerOrganization',
    input: () => ({ code: 'saugeen', kind: 'FIRST_NATION', name: { en: 'Saugeen First Nation' } }),
  },
  {
    mutation: 'grantConsent',
    input: () => ({ firstNation: 'saugeen', ...consentTerms }),
    learn: learn('grantId'),
  },
  {
    mutation: 'narrowConsent',
    input: ({ grantId }) => ({
      firstNation: 'saugeen',
      grantId,
      ...consentTerms,
      level: 'AGGREGATED',
      reason,
    }),
  },
  {
    mutation: 'withdrawConsent',
    input: ({ grantId }) => ({ firstNation: 'saugeen', grantId, reason }),
  },
];
