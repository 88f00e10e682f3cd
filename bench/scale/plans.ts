import { planningAreas } from '../../src/domain/plan/events.js';
import { plainText } from '../../src/domain/text.js';
import { happened, indicatorKey, planning, type Happened } from './province.js';

const id = (prefix: string, at: number): string => `${prefix}-${at.toString(16).padStart(32, '0')}`;

/** Id of the plan of a number: there is one for every indicator. */
export const planId = (at: number): string => id('plan', at);

const words = (en: string, fr: string) => plainText({ en, fr });
const strategies = [0, 1, 2, 3, 4];
/** Commitments of a plan, four of each strategy. */
const commitments = Array.from({ length: 20 }, (_, at) => at);
const strategyId = (plan: number, at: number): string => id('strategy', plan * 100 + at);

function* opened(plan: number, body: string): Generator<Happened> {
  const stream = planId(plan);
  let revision = 0;
  const title = words('Safe and well together', 'Ensemble pour la sécurité et le bien-être');
  const opening = { title, bodies: [body], demonstration: false };
  yield happened(stream, revision++, 'PlanOpened', opening);
  for (const at of strategies) {
    const riskId = id('risk', plan * 100 + at);
    const risk = { riskId, code: 'gangs', listVersion: '1' };
    yield happened(stream, revision++, 'RiskIdentified', risk);
    yield happened(stream, revision++, 'RiskPrioritized', { riskId, rank: at + 1 });
    yield happened(stream, revision++, 'StrategyAdopted', {
      strategyId: strategyId(plan, at),
      title: words('A situation table', 'Une table d’intervention'),
      area: planningAreas[at % planningAreas.length] ?? 'PREVENTION',
      sectors: ['police'],
      risks: [riskId],
    });
  }
}

function* undertaken(plan: number, body: string): Generator<Happened> {
  for (const at of commitments)
    yield happened(id('commitment', plan * 100 + at), 0, 'CommitmentMade', {
      planId: planId(plan),
      strategyId: strategyId(plan, at % strategies.length),
      partner: body,
      statement: words('Two more outreach workers', 'Deux intervenants de plus'),
    });
  for (const at of [0, 1, 2]) {
    const stream = id('measure', plan * 100 + at);
    yield happened(stream, 0, 'MeasureDefined', {
      planId: planId(plan),
      indicator: indicatorKey(plan),
      level: 'LONG_TERM',
      accountability: 'POPULATION',
    });
    yield happened(stream, 1, 'BaselineSet', { kind: 'VALUE', value: '30', period: '2000' });
    yield happened(stream, 2, 'TargetSet', { kind: 'ABSOLUTE', value: '20' });
  }
}

function* progress(plan: number, period: number): Generator<Happened> {
  for (const at of commitments)
    yield happened(id('commitment', plan * 100 + at), period - 1, 'CommitmentProgressReported', {
      reportedOn: `${2000 + period}-06-30`,
      percent: Math.min(100, 7 * (period - 1)),
    });
}

/** Events of a plan's own stream before its adoption. */
const preparation = 1 + 3 * strategies.length;

/** What becomes of a plan in one year of its life, beginning with its opening in year 0. */
export function* planYear(plan: number, year: number): Generator<Happened> {
  const body = planning[plan % planning.length] as string;
  if (year === 0) yield* opened(plan, body);
  else if (year === 1) yield* undertaken(plan, body);
  else yield* progress(plan, year);
  if (year === 2)
    yield happened(planId(plan), preparation, 'PlanAdopted', {
      body,
      adoptedOn: '2002-06-22',
      resolution: '2002-203',
      act: 'POLICE_SERVICES_ACT',
    });
  if (year === 3)
    yield happened(planId(plan), preparation + 1, 'PlanPublished', {
      url: 'https://example.ca/plan',
      publishedOn: '2003-07-01',
    });
}
