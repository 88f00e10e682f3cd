import {
  adoptPlan,
  adoptStrategy,
  identifyRisk,
  openPlan,
  prioritizeRisk,
  publishPlan,
} from '../../src/domain/plan/commands.js';
import { makeCommitment } from '../../src/domain/commitment/commands.js';
import { defineIndicator } from '../../src/domain/indicator/commands.js';
import type { IndicatorDefinition } from '../../src/domain/indicator/events.js';
import { defineMeasure } from '../../src/domain/measure/commands.js';
import {
  countPopulation,
  registerOrganization,
  setObligation,
} from '../../src/domain/organization/commands.js';
import type { Duty, Tier } from '../../src/domain/organization/events.js';
import { approver } from '../support/command-desk.js';
import type { QueryHub } from './query-hub.js';

/** Bodies of the tests, by the names people know them under. */
export const body = {
  hamilton: '3525005',
  ottawa: '3506008',
  cockburnIsland: '3551034',
  mississauga: '3521005',
  peel: '3521',
  huron: '3540',
} as const;

type Town = readonly [code: string, en: string, tier: Tier, duty: Duty, population: number];

const towns: readonly Town[] = [
  [body.hamilton, 'Hamilton', 'SINGLE', 'REQUIRED', 569_353],
  [body.ottawa, 'Ottawa', 'SINGLE', 'REQUIRED', 1_017_449],
  [body.cockburnIsland, 'Cockburn Island', 'SINGLE', 'REQUIRED', 16],
  [body.mississauga, 'Mississauga', 'LOWER', 'COVERED_THROUGH_UPPER_TIER', 717_961],
  [body.peel, 'Peel', 'UPPER', 'REQUIRED', 1_451_022],
  [body.huron, 'Huron', 'UPPER', 'NOT_REQUIRED', 61_366],
];

/** Registers six municipalities with their duties and the census of 2021, and a partner. */
export async function registerTowns({ record }: QueryHub): Promise<void> {
  for (const [code, en, tier, duty, population] of towns) {
    const upperTier = tier === 'LOWER' ? { upperTier: body.peel } : {};
    const town = { code, kind: 'MUNICIPALITY' as const, name: { en }, tier, ...upperTier };
    await record(registerOrganization, town);
    const rule = 'ministry-faq-question-8';
    await record(setObligation, { organization: code, duty, from: '2019-01-01', rule });
    await record(countPopulation, { organization: code, population, censusYear: 2021 });
  }
  const name = { en: 'Hamilton Police', fr: 'Police de Hamilton' };
  await record(registerOrganization, {
    code: 'hamilton-police',
    kind: 'PARTNER',
    sector: 'police',
    name,
  });
}

const ratio: IndicatorDefinition = {
  name: { en: 'Housing cost burden', fr: 'Poids du logement' },
  kind: 'RATIO',
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
  dimensions: ['age-groups'],
};

const { factor: _, ...unscaled } = ratio;
const count: IndicatorDefinition = {
  ...unscaled,
  name: { en: 'Calls for service', fr: 'Appels de service' },
  kind: 'COUNT_FLOW',
  unit: { en: 'calls', fr: 'appels' },
  decimals: 0,
  overTime: 'SUM',
  overSpace: 'SUM',
  proportion: false,
  sensitivity: 'CELL_11',
  dimensions: [],
};

/** Definitions by key: a public ratio, a sensitive count, and an index a source publishes. */
export const definitions = {
  'housing-cost-burden': ratio,
  'calls-for-service': count,
  'crime-severity-index': {
    ...count,
    name: { en: 'Crime Severity Index', fr: 'Indice de gravité de la criminalité' },
    kind: 'INDEX_PUBLISHED',
    unit: { en: '2006 = 100', fr: '2006 = 100' },
    decimals: 2,
    overTime: 'NONE',
    overSpace: 'NONE',
    sensitivity: 'PUBLIC',
  },
} as const satisfies Readonly<Record<string, IndicatorDefinition>>;

/** Defines the three indicators. */
export async function defineIndicators({ record }: QueryHub): Promise<void> {
  for (const [key, definition] of Object.entries(definitions))
    await record(defineIndicator, { key, ...definition });
}

/** What Hamilton's plan is made of. */
export type HamiltonPlan = {
  readonly planId: string;
  readonly riskId: string;
  readonly strategyId: string;
  readonly commitmentId: string;
  readonly measureId: string;
};

/** Hamilton opens a plan with a risk, a strategy, a commitment and a measure. */
export async function openHamiltonPlan({ record }: QueryHub): Promise<HamiltonPlan> {
  const hamilton = approver(body.hamilton);
  const title = { en: 'Safe Hamilton', fr: 'Hamilton en sécurité' };
  const opened = await record(openPlan, { title, bodies: [body.hamilton] }, hamilton);
  const planId = opened.stream;
  const risk = await record(identifyRisk, { planId, code: 'basic-needs' }, hamilton);
  const riskId = String(risk.events[0]?.data['riskId']);
  await record(prioritizeRisk, { planId, riskId, rank: 1 }, hamilton);
  const strategy = {
    planId,
    title: { en: 'Situation table', fr: "Table d'intervention" },
    area: 'RISK_INTERVENTION' as const,
    sectors: ['police', 'health'],
    risks: [riskId],
  };
  const adopted = await record(adoptStrategy, strategy, hamilton);
  const strategyId = String(adopted.events[0]?.data['strategyId']);
  const made = await record(
    makeCommitment,
    {
      planId,
      strategyId,
      partner: 'hamilton-police',
      statement: { en: 'Two officers join the table' },
      dueOn: '2025-03-31',
    },
    hamilton,
  );
  const defined = await record(
    defineMeasure,
    {
      planId,
      riskId,
      indicator: 'housing-cost-burden',
      level: 'LONG_TERM',
      accountability: 'POPULATION',
    },
    hamilton,
  );
  return { planId, riskId, strategyId, commitmentId: made.stream, measureId: defined.stream };
}

/** The council of Hamilton adopts its plan and publishes it, on the days given. */
export async function adoptHamiltonPlan(
  { record }: QueryHub,
  planId: string,
  adoptedOn: string,
  publishedOn?: string,
): Promise<void> {
  const hamilton = approver(body.hamilton);
  const resolution = '2024-101';
  await record(adoptPlan, { planId, body: body.hamilton, adoptedOn, resolution }, hamilton);
  const url = 'https://www.hamilton.ca/safety-plan';
  if (publishedOn !== undefined) await record(publishPlan, { planId, url, publishedOn }, hamilton);
}
