// npm run bench [-- --json] [--quick] [log] [projection] [api] [outcomes]
import { parseArgs } from 'node:util';
import { apiBench, type BenchOperation } from './api/api-bench.js';
import { appendBench } from './event-log/append-bench.js';
import { replayBench } from './event-log/replay-bench.js';
import { startHubServer, type HubServer } from './hub-server.js';
import type { Measurement } from './measurement.js';
import { outcomesBench } from './outcomes/outcomes-bench.js';
import { projectionBench } from './projection/projection-bench.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    /** Short runs and a small log: to see that the bench works, not for figures. */
    quick: { type: 'boolean', default: false },
  },
});
const seconds = values.quick ? 1 : 5;
const runs = values.quick ? 1 : 5;
const events = values.quick ? 50_000 : 1_000_000;

async function firstPlan({ url }: HubServer): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ plans(first: 1) { edges { node { id } } } }' }),
  });
  const { data } = (await response.json()) as {
    data: { plans: { edges: { node: { id: string } }[] } };
  };
  return data.plans.edges[0]?.node.id ?? '';
}

/** The dashboard's table of all bodies, a whole plan, and the least there is to ask. */
const operations = (plan: string): Record<'rollup' | 'plan' | 'tiny', BenchOperation> => ({
  rollup: {
    query: `query Rollup($indicator: ID!, $period: Period!) {
      provinceOutcome(indicator: $indicator, period: $period) {
        value numerator denominator completeness { bodiesReporting populationCoverage }
      }
      outcomesByBody(indicator: $indicator, period: $period, first: 500) {
        edges { node { organization { code name { en } tier } value status flags } }
      }
    }`,
    variables: { indicator: 'housing-cost-burden', period: '2021' },
  },
  plan: {
    query: `query Plan($id: ID!) {
      plan(id: $id) {
        id revision title { en fr } status
        bodies { organization { code name { en } } adoption { adoptedOn resolution } }
        risks { id code name { en fr } rank }
        strategies {
          id title { en } area sectors
          commitments { id statement { en } status dueOn progress { reportedOn percent } }
        }
        measures { id level indicator { key } target { kind value } }
      }
    }`,
    variables: { id: plan },
  },
  tiny: { query: '{ viewer { role } }' },
});

async function measureApi(): Promise<readonly Measurement[]> {
  const remembering = await startHubServer({});
  const forgetful = await startHubServer({ JALON_CACHE_BYTES_MAX: '0' });
  try {
    const plan = await firstPlan(remembering);
    // Both load the same demonstration through the same keys, so the plan has one id.
    return await apiBench({
      remembering,
      forgetful,
      operations: operations(plan),
      seconds: values.quick ? 1 : 3,
      runs: values.quick ? 1 : 3,
    });
  } finally {
    await remembering.stop();
    await forgetful.stop();
  }
}

const sections: Readonly<Record<string, () => Promise<readonly Measurement[]>>> = {
  log: async () => [
    ...(await appendBench({ seconds, runs })),
    ...(await replayBench({ events, runs: values.quick ? 1 : 3 })),
  ],
  projection: () => projectionBench({ events }),
  api: measureApi,
  outcomes: () =>
    outcomesBench({
      indicators: values.quick ? 3 : 60,
      periods: values.quick ? 3 : 20,
      seconds: values.quick ? 1 : 3,
      runs: values.quick ? 1 : 3,
    }),
};

function asRow(line: Measurement): string {
  const { name, value, unit, ratio, against } = line;
  const cpu = 'cpuMicros' in line ? ` (${String(line.cpuMicros)} µs of processor time)` : '';
  const figure = `${String(value).padStart(10)} ${unit.padEnd(12)} ${String(ratio).padStart(7)}`;
  return `${name.padEnd(18)} ${figure} × ${against}${cpu}`;
}

const wanted = positionals.length > 0 ? positionals : Object.keys(sections);
for (const name of wanted) {
  const section = sections[name];
  if (section === undefined) throw new Error(`no such part of the bench: ${name}`);
  for (const line of await section()) console.log(values.json ? JSON.stringify(line) : asRow(line));
}
