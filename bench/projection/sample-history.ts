import type { EventData, EventType } from '../../src/domain/catalogue.js';
import type { EventBody } from '../../src/domain/event.js';
import {
  indicatorStream,
  observationStream,
  organizationStream,
  submissionStream,
} from '../../src/domain/identifiers.js';

/** Something that happened in a stream. */
export type Happened = {
  readonly stream: string;
  readonly type: EventType;
  readonly data: EventBody;
};

const municipalities = 444;
const years = Array.from({ length: 15 }, (_, at) => String(2010 + at));
const bodies = Array.from({ length: municipalities }, (_, at) => String(3_500_001 + at));
const key = (at: number): string => `indicator-${at}`;
const id = (prefix: string, at: number): string => `${prefix}-${String(at).padStart(32, '0')}`;
const text = {
  kind: 'sealed',
  language: 'en',
  key: 'k'.repeat(22),
  data: 'x'.repeat(120),
} as const;

const happened = <T extends EventType>(stream: string, type: T, data: EventData<T>): Happened => ({
  stream,
  type,
  data,
});

function* roster(): Generator<Happened> {
  for (const [at, code] of bodies.entries()) {
    const stream = organizationStream(code);
    yield happened(stream, 'OrganizationRegistered', {
      code,
      kind: 'MUNICIPALITY',
      name: { en: `Municipality ${at}`, fr: `Municipalité ${at}` },
      tier: at % 15 === 14 ? 'UPPER' : 'LOWER',
    });
    yield happened(stream, 'PopulationCounted', { population: 16 + at * 397, censusYear: 2021 });
    yield happened(stream, 'ObligationSet', {
      duty: 'REQUIRED',
      from: '2019-01-01',
      rule: 'ministry-faq-question-8',
    });
  }
}

const definition = (at: number): Happened =>
  happened(indicatorStream(key(at)), 'IndicatorDefined', {
    key: key(at),
    name: { en: `Share of households ${at}`, fr: `Part des ménages ${at}` },
    kind: 'RATIO',
    unit: { en: '%', fr: '%' },
    decimals: 2,
    direction: 'LOWER',
    universe: { kind: 'MUNICIPALITIES' },
    sensitivity: 'PUBLIC',
    overTime: 'RATIO_OF_SUMS',
    overSpace: 'RATIO_OF_SUMS',
    periodKind: 'YEAR',
    factor: '100',
    proportion: true,
    dimensions: [],
  });

function observation(at: number, code: string, period: string): EventData<'ObservationRecorded'> {
  const denominator = 16 + Number(code.slice(-3)) * 151 + at;
  const numerator = Math.floor(denominator / (3 + (at % 5)));
  return {
    indicator: key(at),
    geography: { kind: 'BODY', code },
    period,
    categories: [],
    indicatorVersion: 1,
    status: 'REPORTED',
    value: ((100 * numerator) / denominator).toFixed(2),
    numerator: String(numerator),
    denominator: String(denominator),
    flags: at % 4 === 0 ? ['PARTIAL'] : [],
    ...(at % 3 === 0 && { sourceReleasedOn: `${Number(period) + 1}-09-21` }),
  };
}

/** One planning decision after another: plans are opened, filled, and commitments kept. */
function* planning(): Generator<Happened> {
  for (let at = 0; ; at++) {
    const plan = id('plan', at);
    const body = bodies[at % municipalities] as string;
    yield happened(plan, 'PlanOpened', { title: text, bodies: [body], demonstration: false });
    for (let risk = 0; risk < 5; risk++) {
      const riskId = id('risk', at * 10 + risk);
      yield happened(plan, 'RiskIdentified', { riskId, code: 'gangs', listVersion: '1' });
      yield happened(plan, 'RiskPrioritized', { riskId, rank: risk + 1 });
      const strategyId = id('strategy', at * 10 + risk);
      const strategy = { strategyId, title: text, area: 'PREVENTION' as const };
      yield happened(plan, 'StrategyAdopted', {
        ...strategy,
        sectors: ['police'],
        risks: [riskId],
      });
      const commitment = id('commitment', at * 10 + risk);
      const made = { planId: plan, strategyId, partner: body, statement: text };
      yield happened(commitment, 'CommitmentMade', made);
      for (let quarter = 1; quarter < 5; quarter++)
        yield happened(commitment, 'CommitmentProgressReported', {
          reportedOn: `2024-0${quarter * 2}-01`,
          percent: quarter * 25,
        });
    }
    yield happened(plan, 'PlanAdopted', {
      body,
      adoptedOn: '2021-06-22',
      resolution: '2021-203',
      act: 'COMMUNITY_SAFETY_AND_POLICING_ACT',
    });
  }
}

/** Imports of one indicator and year for every body, with planning and corrections between. */
export function* sampleHistory(): Generator<Happened> {
  yield* roster();
  const planned = planning();
  for (let at = 0; ; at++) {
    yield definition(at);
    for (const period of years)
      for (const [number, code] of bodies.entries()) {
        const stream = observationStream(key(at), { kind: 'BODY', code });
        const data = observation(at, code, period);
        yield happened(stream, 'ObservationRecorded', data);
        if (number % 33 === at % 33)
          yield happened(stream, 'ObservationCorrected', { ...data, numerator: '7', reason: text });
        if (number % 40 === 0) yield planned.next().value as Happened;
      }
  }
}

/**
 * Every body reports so many indicators for so many years. At last one number of the first
 * indicator is corrected, and forty of the second.
 */
export function* reportedHistory(indicators: number, periods: number): Generator<Happened> {
  yield* roster();
  for (let at = 0; at < indicators; at++) yield definition(at);
  for (let period = 0; period < periods; period++)
    for (let at = 0; at < indicators; at++)
      for (const code of bodies) {
        const data = observation(at, code, String(2_024 - period));
        const stream = observationStream(key(at), data.geography);
        yield happened(stream, 'ObservationRecorded', data);
      }
  const correct = (at: number, code: string): Happened => {
    const data = { ...observation(at, code, '2024'), numerator: '7', reason: text };
    return happened(observationStream(key(at), data.geography), 'ObservationCorrected', data);
  };
  yield correct(0, bodies[0] as string);
  for (const code of bodies.slice(0, 40)) yield correct(1, code);
}

/** The newest year of every indicator is asked for in a cycle, and every second body accepted. */
export function* reviewedHistory(indicators: number, periods: number): Generator<Happened> {
  yield* reportedHistory(indicators, periods);
  const period = '2024';
  const keys = Array.from({ length: indicators }, (_, at) => key(at));
  yield happened(`cycle-${period}`, 'CycleOpened', {
    period,
    expectations: keys.map((indicator) => ({ indicator })),
    deadline: '2025-06-01',
    graceDays: 10,
  });
  // The first report of a body for the newest year is the first event of its stream.
  const cells = keys.map((indicator) => ({ indicator, categories: [], revision: 0 }));
  for (const [at, body] of bodies.entries()) {
    const stream = submissionStream(`cycle-${period}`, body);
    const filed = { period, body, cells, reported: cells.length, attestation: text };
    yield happened(stream, 'SubmissionFiled', filed);
    if (at % 2 === 0) yield happened(stream, 'SubmissionAccepted', { period, body, cells });
  }
}
