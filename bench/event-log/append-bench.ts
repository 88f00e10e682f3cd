import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventLog } from '../../src/domain/event-log.js';
import { openSqliteEventLog } from '../../src/adapters/event-log/sqlite/open-sqlite-event-log.js';
import { measurement, type Measurement } from '../measurement.js';
import { rawAppendRate } from './raw-append.js';
import { sampleEvent } from './sample-event.js';

/** How long and how often each of the three is run. */
export type AppendBenchOptions = {
  /** Duration of one run, in seconds; default 5. */
  readonly seconds?: number;
  /** Interleaved runs; default 5. */
  readonly runs?: number;
  /** Folder on the disk to measure; default: the system's temporary folder. */
  readonly folder?: string;
};

let streams = 0;

async function caller(log: EventLog, until: number): Promise<number> {
  streams += 1;
  const stream = `observation-bench.${streams}`;
  let appends = 0;
  while (performance.now() < until) {
    const result = await log.append(stream, appends - 1, [sampleEvent(512)]);
    if (result.outcome !== 'appended') throw new Error('A caller alone on its stream conflicted.');
    appends += 1;
  }
  return appends;
}

/** Appends per second of so many callers, each one waiting for its own. */
async function appendRate(log: EventLog, callers: number, durationMs: number): Promise<number> {
  const start = performance.now();
  const all = Array.from({ length: callers }, () => caller(log, start + durationMs));
  const appends = (await Promise.all(all)).reduce((sum, each) => sum + each, 0);
  return (appends * 1_000) / (performance.now() - start);
}

/** Measures `log.append.1` and `log.append.64` through the port, against the bare disk. */
export async function appendBench(options: AppendBenchOptions = {}): Promise<Measurement[]> {
  const { seconds = 5, runs = 5, folder = tmpdir() } = options;
  const directory = mkdtempSync(join(folder, 'jalon-bench-'));
  const log = await openSqliteEventLog({ file: join(directory, 'log.db') });
  try {
    await appendRate(log, 64, 500);
    const raw: number[] = [];
    const one: number[] = [];
    const many: number[] = [];
    for (let run = 0; run < runs; run++) {
      raw.push(rawAppendRate(join(directory, 'raw'), seconds * 1_000));
      one.push(await appendRate(log, 1, seconds * 1_000));
      many.push(await appendRate(log, 64, seconds * 1_000));
    }
    const peer = { name: 'raw append 512 B + fdatasync', rates: raw };
    return [
      measurement('log.append.1', 'appends/s', one, peer),
      measurement('log.append.64', 'appends/s', many, peer),
    ];
  } finally {
    await log.close();
    rmSync(directory, { recursive: true });
  }
}
