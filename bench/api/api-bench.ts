import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { measurement, median, type Measurement } from '../measurement.js';
import { load, type Load, type Target } from './load.js';

/** An operation as a client sends it. */
export type BenchOperation = {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
};

/** What is measured, and how long. */
export type ApiBenchOptions = {
  /** The server as it is started by default. */
  readonly remembering: Target;
  /** The same server told to remember no answers (a response cache of 0 bytes). */
  readonly forgetful: Target;
  readonly operations: Readonly<Record<'rollup' | 'plan' | 'tiny', BenchOperation>>;
  /** Duration of one run, in seconds; default 3. */
  readonly seconds?: number;
  /** Interleaved runs; default 3. */
  readonly runs?: number;
};

/** A line of the bench with the processor time of the server's process per request. */
export type ApiMeasurement = Measurement & { readonly cpuMicros: number };

type Name = keyof ApiBenchOptions['operations'];
type Series = {
  readonly name: string;
  readonly operation: Name;
  readonly target: Target;
  readonly loads: Load[];
};

const constantName = 'constant-string server';
const pathOf = (operation: Name): string => `/${operation}`;

/** The true answer, which the constant server repeats. */
async function answerOf({ url }: Target, body: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
  const text = await response.text();
  if (!response.ok || text.startsWith('{"errors"')) throw new Error(text.slice(0, 500));
  return text;
}

async function startConstantServer(
  answers: Readonly<Record<string, string>>,
): Promise<{ readonly target: Target; readonly child: ChildProcess }> {
  const built = fileURLToPath(new URL('./constant-server.js', import.meta.url));
  const child = fork(existsSync(built) ? built : built.replace(/\.js$/, '.ts'));
  child.send(answers);
  const [url] = (await once(child, 'message')) as [string];
  return { target: { url, pid: child.pid ?? 0 }, child };
}

/** Runs every series in turn, so that a busy minute of the machine falls on all of them. */
async function measure(
  series: readonly Series[],
  bodies: ReadonlyMap<Name, string>,
  runs: number,
  seconds: number,
): Promise<void> {
  for (let run = 0; run <= runs; run++)
    for (const { name, operation, target, loads } of series) {
      const path = name === constantName ? pathOf(operation) : '/graphql';
      const each = await load(target, path, bodies.get(operation) ?? '', seconds);
      // The first run warms the servers up.
      if (run > 0) loads.push(each);
    }
}

/**
 * Measures `api.rollup`, `api.plan` and `api.tiny`: requests per second and processor time per
 * request, against a server that sends the same bytes as a constant.
 */
export async function apiBench(options: ApiBenchOptions): Promise<ApiMeasurement[]> {
  const { remembering, forgetful, operations, seconds = 3, runs = 3 } = options;
  const names = Object.keys(operations) as Name[];
  const bodies = new Map(names.map((name) => [name, JSON.stringify(operations[name])]));
  const answers = await Promise.all(
    [...bodies].map(async ([name, body]) => [pathOf(name), await answerOf(forgetful, body)]),
  );
  const { target: constant, child } = await startConstantServer(
    Object.fromEntries(answers) as Record<string, string>,
  );
  const line = (name: string, operation: Name, target: Target): Series => ({
    name,
    operation,
    target,
    loads: [],
  });
  const peers = names.map((name) => line(constantName, name, constant));
  const lines = names.flatMap((name) =>
    name === 'tiny'
      ? [line('api.tiny', name, forgetful)]
      : [line(`api.${name}.miss`, name, forgetful), line(`api.${name}.hit`, name, remembering)],
  );
  try {
    await measure([...peers, ...lines], bodies, runs, seconds);
  } finally {
    child.disconnect();
  }
  const rates = (loads: readonly Load[]) => loads.map(({ rate }) => rate);
  return lines.map(({ name, operation, loads }) => {
    const peer = peers.find((each) => each.operation === operation)?.loads ?? [];
    return {
      ...measurement(name, 'requests/s', rates(loads), { name: constantName, rates: rates(peer) }),
      cpuMicros: Math.round(median(loads.map(({ cpuMicros }) => cpuMicros))),
    };
  });
}
