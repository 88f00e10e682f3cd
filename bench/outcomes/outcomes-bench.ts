import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteEventLog } from '../../src/adapters/event-log/sqlite/open-sqlite-event-log.js';
import { openSqliteTextKeys } from '../../src/adapters/text-keys/open-sqlite-text-keys.js';
import { load } from '../api/load.js';
import { startHubServer, type HubServer } from '../hub-server.js';
import { median, type Measurement } from '../measurement.js';
import { fillLog } from '../projection/fill-log.js';
import { reportedHistory, reviewedHistory, type Happened } from '../projection/sample-history.js';

/** How much is reported, and how long it is read. */
export type OutcomesBenchOptions = {
  readonly indicators: number;
  readonly periods: number;
  /** Duration of one run, in seconds. */
  readonly seconds: number;
  readonly runs: number;
};

type Province = { readonly hub: HubServer; readonly head: number };

/** A hub that serves what 444 bodies reported, and remembers no answers. */
async function openProvince(history: Generator<Happened>): Promise<Province> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-bench-'));
  const log = await openSqliteEventLog({ file: join(folder, 'log.db') });
  const head = await fillLog(log, Number.POSITIVE_INFINITY, history);
  await log.close();
  await openSqliteTextKeys({ file: join(folder, 'keys.db') }).close();
  const hub = await startHubServer({ JALON_CACHE_BYTES_MAX: '0' }, folder);
  return { hub, head };
}

const question = (indicator: number, asOf: string): string =>
  JSON.stringify({
    query: `{ provinceOutcome(indicator: "indicator-${indicator}", period: "2024"${asOf}) {
      value numerator denominator completeness { bodiesReporting pending populationCoverage }
    } }`,
  });

/** Processor time of one read of the province, in microseconds; readings take turns. */
async function readingTimes(
  readings: readonly (readonly [Province, body: string])[],
  { seconds, runs }: OutcomesBenchOptions,
): Promise<readonly number[]> {
  const times = readings.map((): number[] => []);
  for (let run = 0; run <= runs; run++)
    for (const [at, [{ hub }, body]] of readings.entries()) {
      const { cpuMicros } = await load(hub, '/graphql', body, seconds);
      // The first run warms the servers up.
      if (run > 0) times[at]?.push(cpuMicros);
    }
  return times.map(median);
}

const line = (name: string, value: number, peer: string, against: number): Measurement => ({
  name,
  value: Math.round(value),
  unit: 'µs',
  against: `${peer}: ${Math.round(against)} µs`,
  ratio: Math.round((100 * value) / against) / 100,
});

/** So many events from the end no correction had come yet, in whatever order they were written. */
const lastEvents = 5_000;

/**
 * Measures `outcomes.current`, a read of the province among many periods against the same with
 * one period, and `outcomes.asof`, the same as of a past position against the current one: of a
 * number that has not changed since, of one that changed once, and of one that changed so often
 * that it is made of facts. `outcomes.reviewed` is the current read while a cycle asks for the
 * period and half of the bodies are accepted.
 */
export async function outcomesBench(options: OutcomesBenchOptions): Promise<Measurement[]> {
  const { indicators, periods } = options;
  const one = await openProvince(reportedHistory(indicators, 1));
  const many = await openProvince(reportedHistory(indicators, periods));
  const reviewed = await openProvince(reviewedHistory(indicators, 1));
  try {
    const past = `, asOf: { position: "${many.head - lastEvents}" }`;
    const [alone = 0, current = 0, asOf = 0, changed = 0, facts = 0, review = 0] =
      await readingTimes(
        [
          [one, question(0, '')],
          [many, question(0, '')],
          [many, question(2, past)],
          [many, question(0, past)],
          [many, question(1, past)],
          [reviewed, question(0, '')],
        ],
        options,
      );
    return [
      line('outcomes.current', current, 'one period', alone),
      line('outcomes.asof', asOf, 'outcomes.current', current),
      line('outcomes.asof.changed', changed, 'outcomes.current', current),
      line('outcomes.asof.facts', facts, 'outcomes.current', current),
      line('outcomes.reviewed', review, 'outcomes.current', current),
    ];
  } finally {
    await one.hub.stop();
    await many.hub.stop();
    await reviewed.hub.stop();
  }
}
