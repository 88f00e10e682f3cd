import type { Target } from '../api/load.js';
import { median } from '../measurement.js';
import type { GrowingLog } from './growing-log.js';
import { planId } from './plans.js';
import { indicatorKey, periods } from './province.js';

const documents = {
  plan: `query ($plan: ID!) {
    plan(id: $plan) {
      id title { en fr } status bodies { organization { code } }
      strategies { id title { en } commitments { id status progress { reportedOn percent } } }
      measures { id indicator { key } target { kind value } }
    }
  }`,
  'plan.asof': `query ($plan: ID!, $asOf: AsOf) {
    plan(id: $plan, asOf: $asOf) { id status strategies { id commitments { id status } } }
  }`,
  province: `query ($indicator: ID!, $period: Period!) {
    provinceOutcome(indicator: $indicator, period: $period) {
      value numerator denominator completeness { bodiesReporting populationCoverage }
    }
  }`,
  'province.asof': `query ($indicator: ID!, $period: Period!, $asOf: AsOf) {
    provinceOutcome(indicator: $indicator, period: $period, asOf: $asOf) {
      value completeness { bodiesReporting }
    }
  }`,
  bodies: `query ($indicator: ID!, $period: Period!) {
    outcomesByBody(indicator: $indicator, period: $period, first: 100) {
      edges { node { organization { code } value status flags } }
    }
  }`,
  timeline: `query ($plan: ID!) {
    planTimeline(planId: $plan, first: 50) { edges { node { position type sentence } } }
  }`,
  // The shortest history has no more than two plans.
  plans: `{ plans(first: 2) { totalCount edges { node { id status } } } }`,
} as const;

/** What is asked, by the name of its line. */
export type Question = keyof typeof documents;

/** Names of all questions. */
const questions = Object.keys(documents) as readonly Question[];

/** Whether the pages that hold an answer are read for the first time. */
export const rounds = ['first', 'again'] as const;
export type Round = (typeof rounds)[number];

/**
 * Values that go all over what was reported in full, the same for the same turn; the past is
 * another one in the second round, so that it is in no memory but that of the disk's pages.
 */
function variables({ complete, head }: GrowingLog, turn: number, round: Round) {
  const { indicators, position } = complete();
  const scattered = (turn * 2_654_435_761) % 2 ** 32;
  const at = scattered % indicators;
  const past = position + ((scattered + rounds.indexOf(round)) % (head() - position));
  return {
    plan: planId(at),
    indicator: indicatorKey(at),
    period: periods[scattered % periods.length],
    asOf: { position: String(past) },
  };
}

async function ask({ url }: Target, body: string): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const start = performance.now();
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
  const text = await response.text();
  const milliseconds = performance.now() - start;
  if (!response.ok || /^\{"errors"|"data":\{"\w+":null\}/.test(text))
    throw new Error(`${body} was answered ${text.slice(0, 500)}`);
  return milliseconds;
}

/** Turns before times are kept, and turns that are. */
const turns = { warming: 30, measured: 120 };

/**
 * Asks one question after another in turn, each time about something else.
 * @returns milliseconds of an answer, the middle of many, by question
 */
export async function answerTimes(
  target: Target,
  log: GrowingLog,
  round: Round,
): Promise<ReadonlyMap<Question, number>> {
  const times = new Map(questions.map((name) => [name, [] as number[]]));
  for (let turn = 0; turn < turns.warming + turns.measured; turn++)
    for (const name of questions) {
      const asked = { query: documents[name], variables: variables(log, turn, round) };
      const milliseconds = await ask(target, JSON.stringify(asked));
      if (turn >= turns.warming) times.get(name)?.push(milliseconds);
    }
  return new Map([...times].map(([name, all]) => [name, median(all)]));
}
