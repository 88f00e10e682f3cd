import { textKeysIn } from '../../src/domain/text.js';
import { administration } from './administration-story.js';
import type { MutationHub, Payload } from './mutation-hub.js';
import { areaSteps } from './mutation-story-areas.js';
import { consenting, living, preparing, replacing } from './plan-life-story.js';
import { reporting } from './reporting-story.js';
import { tracking } from './commitment-story.js';
import { learn, learnPart, type Ids, type Step } from './story-step.js';

const reason = { en: 'Staff changed', fr: 'Changement de personnel' };
const hamilton = '3525005';
const ottawa = '3506008';
const hex = '0'.repeat(32);

const ratio = {
  kind: 'RATIO',
  name: { en: 'Housing cost burden', fr: 'Poids du logement' },
  unit: { en: 'percent', fr: 'pour cent' },
  decimals: 2,
  direction: 'LOWER',
  universe: { kind: 'MUNICIPALITIES' },
  sensitivity: 'PUBLIC',
  overTime: 'RATIO_OF_SUMS',
  overSpace: 'RATIO_OF_SUMS',
  periodKind: 'YEAR',
  factor: '100',
  proportion: true,
};
const { factor: _, proportion: __, ...unrelated } = ratio;
const count = {
  ...unrelated,
  kind: 'COUNT_STOCK',
  name: { en: 'Population' },
  unit: { en: 'persons' },
  decimals: 0,
  overTime: 'LAST',
  overSpace: 'SUM',
};
const index = {
  ...unrelated,
  kind: 'INDEX_PUBLISHED',
  name: { en: 'Crime Severity Index' },
  unit: { en: '2006 = 100' },
  universe: { kind: 'LISTED', bodies: [] },
  overTime: 'NONE',
  overSpace: 'NONE',
};
const burden = { indicator: 'housing-cost-burden', organization: hamilton, period: '2021' };
const severity = { indicator: 'crime-severity-index', area: '35', period: '2023' };
const strategy = ({ planId, riskId }: Ids) => ({
  planId,
  title: { en: 'Situation table', fr: "Table d'intervention" },
  area: 'RISK_INTERVENTION',
  sectors: ['police', 'health'],
  risks: [riskId ?? `risk-${hex}`],
});

const town = { kind: 'MUNICIPALITY', tier: 'SINGLE' };

/** A town with a plan, a strategy, a commitment, a measure and a number. */
export const foundations: readonly Step[] = [
  ...[
    { code: hamilton, ...town, censusDivision: '3525', name: { en: 'Hamilton' } },
    { code: ottawa, ...town, name: { en: 'Ottawa' } },
    { code: 'hamilton-police', kind: 'PARTNER', sector: 'police', name: { en: 'Police' } },
  ].map((input) => ({ mutation: 'registerOrganization', input: () => input })),
  {
    mutation: 'setObligation',
    input: () => ({
      organization: hamilton,
      duty: 'REQUIRED',
      from: '2019-01-01',
      rule: 'ministry-faq-question-8',
    }),
  },
  {
    mutation: 'countPopulation',
    input: () => ({ organization: hamilton, population: 569353, censusYear: 2021 }),
  },
  { mutation: 'defineIndicator', input: () => ({ key: 'housing-cost-burden', ...ratio }) },
  { mutation: 'defineIndicator', input: () => ({ key: 'population', ...count }) },
  { mutation: 'defineIndicator', input: () => ({ key: 'crime-severity-index', ...index }) },
  {
    mutation: 'openPlan',
    input: () => ({ title: { en: 'Safe Hamilton' }, bodies: [hamilton] }),
    learn: learn('planId'),
  },
  {
    mutation: 'identifyRisk',
    input: ({ planId }) => ({ planId, code: 'basic-needs' }),
    learn: learnPart('risks', 'riskId'),
  },
  {
    mutation: 'prioritizeRisk',
    input: ({ planId, riskId }) => ({ planId, riskId, rank: 1 }),
  },
  { mutation: 'adoptStrategy', input: strategy, learn: learnPart('strategies', 'strategyId') },
  {
    mutation: 'makeCommitment',
    input: ({ planId, strategyId }) => ({
      planId,
      strategyId,
      partner: 'hamilton-police',
      statement: { en: 'Two officers join the table' },
      dueOn: '2025-03-31',
    }),
    learn: learn('commitmentId'),
  },
  {
    mutation: 'defineMeasure',
    input: ({ planId, riskId }) => ({
      planId,
      riskId,
      indicator: 'housing-cost-burden',
      level: 'LONG_TERM',
      accountability: 'POPULATION',
    }),
    learn: learn('measureId'),
  },
  {
    mutation: 'recordObservation',
    input: () => ({ ...burden, numerator: '50000', denominator: '200000' }),
  },
];

/** Everything else that may become of it. */
export const sequel: readonly Step[] = [
  ...administration,
  ...preparing,
  { mutation: 'joinPlan', input: ({ planId }) => ({ planId, body: ottawa }) },
  {
    mutation: 'leavePlan',
    input: ({ planId }) => ({ planId, body: ottawa, reason }),
    learn: ({ plan }, ids) => (ids['leaving'] = String((plan as { revision: number }).revision)),
  },
  {
    mutation: 'adoptPlan',
    input: ({ planId }) => ({
      planId,
      body: hamilton,
      adoptedOn: '2024-06-01',
      resolution: '2024-12',
      act: 'COMMUNITY_SAFETY_AND_POLICING_ACT',
    }),
  },
  {
    mutation: 'publishPlan',
    input: ({ planId }) => ({
      planId,
      url: 'https://hamilton.ca/plan',
      publishedOn: '2024-06-10',
    }),
  },
  ...living,
  {
    mutation: 'reviseStrategy',
    input: (ids) => ({ ...strategy(ids), strategyId: ids['strategyId'], reason }),
  },
  {
    mutation: 'reviseCommitment',
    input: ({ commitmentId }) => ({ commitmentId, dueOn: '2025-06-30', reason }),
  },
  {
    mutation: 'reportCommitmentProgress',
    input: ({ commitmentId }) => ({ commitmentId, reportedOn: '2024-06-10', percent: 40 }),
  },
  {
    mutation: 'reassignCommitment',
    input: ({ commitmentId }) => ({ commitmentId, partner: hamilton, reason }),
  },
  ...tracking,
  {
    mutation: 'fulfillCommitment',
    input: ({ commitmentId }) => ({ commitmentId, fulfilledOn: '2024-06-14' }),
  },
  {
    mutation: 'makeCommitment',
    input: ({ planId, strategyId }) => ({
      planId,
      strategyId,
      partner: hamilton,
      statement: { fr: 'Une infirmière se joint à la table' },
    }),
    learn: learn('secondId'),
  },
  {
    mutation: 'withdrawCommitment',
    input: ({ secondId }) => ({ commitmentId: secondId, reason }),
  },
  {
    mutation: 'setBaseline',
    input: ({ measureId }) => ({ measureId, kind: 'VALUE', value: '24.07', period: '2021' }),
  },
  {
    mutation: 'setTarget',
    input: ({ measureId }) => ({ measureId, kind: 'PERCENTAGE_POINT_CHANGE', value: '-2' }),
  },
  {
    mutation: 'reviseTarget',
    input: ({ measureId }) => ({ measureId, kind: 'RELATIVE_CHANGE', value: '-10', reason }),
  },
  { mutation: 'retireMeasure', input: ({ measureId }) => ({ measureId, reason }) },
  ...reporting,
  {
    mutation: 'correctObservation',
    input: () => ({ ...burden, numerator: '50001', denominator: '200000', reason }),
  },
  { mutation: 'withdrawObservation', input: () => ({ ...burden, reason }) },
  {
    mutation: 'recordPublishedObservation',
    input: () => ({ ...severity, value: '60.95', sourceReleasedOn: '2024-06-01' }),
  },
  {
    mutation: 'correctPublishedObservation',
    input: () => ({ ...severity, value: '61.02', flags: ['REVISED'], reason }),
  },
  { mutation: 'withdrawPublishedObservation', input: () => ({ ...severity, reason }) },
  {
    mutation: 'setProgressRule',
    input: () => ({ indicator: severity.indicator, target: { period: '2030', value: '50' } }),
  },
  ...['judgeProgress', 'withdrawProgressJudgement'].map((mutation) => ({
    mutation,
    input: () => ({
      ...severity,
      ...(mutation === 'judgeProgress' && { status: 'LIMITED' }),
      reason,
    }),
  })),
  { mutation: 'tellStory', input: () => ({ ...burden, text: reason }) },
  { mutation: 'tellAreaStory', input: () => ({ ...severity, text: reason }) },
  {
    mutation: 'retireStrategy',
    input: ({ planId, strategyId }) => ({ planId, strategyId, reason }),
  },
  {
    mutation: 'deprioritizeRisk',
    input: ({ planId, riskId }) => ({ planId, riskId, reason }),
  },
  {
    mutation: 'reviseIndicator',
    input: () => ({ indicator: 'population', ...count, comparability: 'BREAK', reason }),
  },
  {
    mutation: 'retireIndicator',
    input: () => ({ indicator: 'population', retiredOn: '2024-06-15', reason }),
  },
  {
    mutation: 'renameOrganization',
    input: () => ({ organization: ottawa, name: { en: 'Ottawa', fr: "Ville d'Ottawa" } }),
  },
  ...areaSteps,
  {
    mutation: 'succeedOrganization',
    input: () => ({ organization: ottawa, successor: hamilton, endedOn: '2024-06-15' }),
  },
  {
    mutation: 'markRecordedInError',
    input: ({ planId, leaving }) => ({ stream: planId, revision: Number(leaving), reason }),
  },
  { mutation: 'succeedInPlan', input: ({ planId }) => ({ planId, body: ottawa }) },
  ...replacing,
  ...consenting,
  {
    mutation: 'markRecordedInError',
    input: ({ commitmentId }) => ({ stream: commitmentId, revision: 1, reason }),
  },
  {
    mutation: 'redactTexts',
    input: ({ planId, titleKey }) => ({
      stream: planId,
      keys: [titleKey],
      authority: 'MFIPPA s. 14',
      reason,
    }),
  },
];

/** Gives the commands of some steps to a hub and says what ids they made. */
export async function tell(
  hub: MutationHub,
  steps: readonly Step[],
  hear: (mutation: string, payload: Payload) => void = () => undefined,
  ids: Ids = {},
): Promise<Ids> {
  for (const [at, { mutation, input, learn: learnFrom }] of steps.entries()) {
    const idempotencyKey = `${mutation} ${at}`;
    const payload = await hub.give(mutation, { idempotencyKey, ...input(ids) });
    if (payload.refusals.length > 0) throw new Error(`${mutation}: ${payload.refusals[0]?.en}`);
    hear(mutation, payload);
    learnFrom?.(payload, ids);
    if (mutation === 'openPlan') {
      const [opened] = await hub.log.readStream(ids['planId'] ?? '');
      ids['titleKey'] = textKeysIn(opened?.data)[0] ?? '';
    }
  }
  return ids;
}
