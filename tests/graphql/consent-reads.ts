import type { Caller } from '../../src/domain/authority.js';
import { defineIndicator } from '../../src/domain/indicator/commands.js';
import { defineMeasure } from '../../src/domain/measure/commands.js';
import { tellStory } from '../../src/domain/observation/commands-story.js';
import { correctObservation, recordObservation } from '../../src/domain/observation/commands.js';
import { kincardine, saugeen } from './consent-town.js';
import type { QueryHub } from './query-hub.js';
import { definitions } from './query-town.js';

/** What a First Nation has to let others see before a read may show it. */
export type Subject = 'plans' | 'numbers' | 'sums';

/** A question in which something of the First Nation would be seen, and what that looks like. */
export type Read = {
  readonly of: readonly Subject[];
  readonly source: string;
  /** What is seen of it; nothing else in the answer looks like it. */
  readonly trace: RegExp;
};

/** The indicator all numbers are of; the First Nation's are 9173, of which 8111 are of youth. */
export const counted = 'calls-counted-by-age';
const denials = new Set(['FORBIDDEN', 'UNAUTHENTICATED']);
const reason = { en: 'One file was missing' };
const youth = [{ dimension: 'age-groups', category: '15-24' }];

/** Numbers of the town and the First Nation, corrected, with a story and a measure of its plan. */
export async function countCalls({ record }: QueryHub, ownPlanId: string): Promise<string> {
  await record(defineIndicator, {
    ...definitions['calls-for-service'],
    key: counted,
    sensitivity: 'PUBLIC',
    universe: { kind: 'LISTED', bodies: [kincardine, saugeen] },
    dimensions: ['age-groups'],
  });
  const about = { indicator: counted, period: '2023' };
  const own = { ...about, organization: saugeen };
  await record(recordObservation, { ...about, organization: kincardine, value: '40' });
  await record(recordObservation, { ...own, value: '9170' });
  await record(correctObservation, { ...own, value: '9173', reason });
  await record(recordObservation, { ...own, period: '2019', value: '9170' });
  await record(recordObservation, { ...own, categories: youth, value: '8111' });
  await record(tellStory, { ...own, text: { en: 'The longhouse opened' } });
  const measure = { planId: ownPlanId, indicator: counted, level: 'LONG_TERM' } as const;
  const { stream } = await record(defineMeasure, { ...measure, accountability: 'POPULATION' });
  return stream;
}

const number = `indicator: "${counted}", period: "2023", asOf: $asOf`;
const series = `indicator: "${counted}", organization: "${saugeen}", asOf: $asOf`;
const own = /917[03]|longhouse/;
const total = /9213/;

/** Every read of numbers, by the name of its field. */
export const readsOfNumbers = (ids: {
  readonly planId: string;
  readonly ownPlanId: string;
  readonly measureId: string;
}): Readonly<Record<string, Read>> => {
  const { planId, ownPlanId, measureId } = ids;
  const all = (source: string): Read => ({ of: ['numbers'], source, trace: own });
  const sum = (source: string): Read => ({ of: ['sums'], source, trace: total });
  const measured = 'latest { value } story { text { en } } progress { current { value } }';
  return {
    outcomesByBody: all(`outcomesByBody(${number}) {
      edges { node { value story { text { en } } } }
    }`),
    outcomeSeries: all(`outcomeSeries(${series}) { points { value } stories { text { en } } }`),
    'outcomeSeries of the province, where nobody else reported': {
      of: ['sums'],
      source: `outcomeSeries(indicator: "${counted}", asOf: $asOf) { points { period } }`,
      trace: /2019/,
    },
    observations: all(`observations(indicator: "${counted}", versions: true, asOf: $asOf) {
      edges { node { value } }
    }`),
    'observations of a body': all(`observations(organization: "${saugeen}", asOf: $asOf) {
      edges { node { value } }
    }`),
    observationTimeline: all(`observationTimeline(${series}) { edges { node { sentence } } }`),
    compareOutcomes: all(`compareOutcomes(${number}, organizations: ["${saugeen}"]) {
      rows { value }
    }`),
    outcomeRevisions: all(`outcomeRevisions(${number}) {
      edges { node { first { value } revisions { after { value } } } }
    }`),
    outcomeDistribution: all(`outcomeDistribution(${number}) { spread { max } }`),
    'outcomeRollup of a body': all(`outcomeRollup(${number}, organization: "${saugeen}") {
      value units { value }
    }`),
    'outcomeRollup by unit': all(`outcomeRollup(${number}) { units { value } }`),
    'outcomeBreakdown of a body': {
      ...all(`outcomeBreakdown(${number}, organization: "${saugeen}", dimension: "age-groups") {
        total { value } categories { value }
      }`),
      trace: /9173|8111/,
    },
    outcomeRollup: sum(`outcomeRollup(${number}) { value }`),
    'outcomeRollup of a plan': {
      of: ['plans', 'sums'],
      source: `outcomeRollup(${number}, plan: "${planId}") { value }`,
      trace: total,
    },
    provinceOutcome: sum(`provinceOutcome(${number}) { value }`),
    'compareOutcomes with the province': sum(`compareOutcomes(
      ${number}, organizations: ["${kincardine}"]
    ) { provinceValue }`),
    // Between two revisions shown, a hidden one would be read off the sum.
    'outcomeRevisions in sum': {
      ...all(`outcomeRevisions(${number}) { summary { now { value } } }`),
      trace: total,
    },
    'outcomeBreakdown of the province': sum(`outcomeBreakdown(
      ${number}, dimension: "age-groups"
    ) { total { value } categories { value } }`),
    // The sum of one is its number.
    'outcomeBreakdown of the province, by a category of its own alone': {
      ...all(`outcomeBreakdown(${number}, dimension: "age-groups") {
        categories { value } difference
      }`),
      trace: /8111|1102/,
    },
    'provinceOutcome of itself alone': all(`provinceOutcome(
      indicator: "${counted}", period: "2019", asOf: $asOf
    ) { value }`),
    'outcomeRollup of its own plan': {
      of: ['plans', 'numbers'],
      source: `outcomeRollup(${number}, plan: "${ownPlanId}") { value }`,
      trace: own,
    },
    planResults: {
      of: ['plans', 'numbers'],
      source: `planResults(planId: "${ownPlanId}", asOf: $asOf) { measures { ${measured} } }`,
      trace: own,
    },
    measure: {
      of: ['plans', 'numbers'],
      source: `measure(id: "${measureId}", asOf: $asOf) { ${measured} }`,
      trace: own,
    },
  };
};

/** Names of the reads whose answers show something of the First Nation, asked all at once. */
export async function shownTo(
  { ask }: QueryHub,
  reads: Readonly<Record<string, Read>>,
  caller: Caller,
  asOf?: object,
): Promise<readonly string[]> {
  const all = Object.entries(reads);
  const fields = all.map(([, { source }], at) => `read${at}: ${source}`).join('\n');
  const { data, errors = [] } = await ask(
    `query ($asOf: AsOf) { ${fields} }`,
    { asOf },
    { caller },
  );
  const other = errors.find(({ extensions }) => !denials.has(String(extensions?.['code'])));
  if (other !== undefined) throw new Error(other.message);
  return all.flatMap(([name, { trace }], at) =>
    trace.test(JSON.stringify(data?.[`read${at}`] ?? null)) ? name : [],
  );
}

/** Names of the reads that may show something, by what is consented to. */
export const coveredBy = (
  reads: Readonly<Record<string, Read>>,
  covers: (subject: Subject) => boolean,
): readonly string[] =>
  Object.entries(reads).flatMap(([name, { of }]) => (of.every(covers) ? name : []));
