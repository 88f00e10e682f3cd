import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLogReader } from '../../src/adapters/event-log/sqlite/open-log-reader.js';
import { openSqliteEventLog } from '../../src/adapters/event-log/sqlite/open-sqlite-event-log.js';
import { rebuildViews } from '../../src/adapters/read-models/sqlite/rebuild-views.js';
import { measurement, type Measurement } from '../measurement.js';
import { fillLog } from './fill-log.js';

/** How much is projected. */
export type ProjectionBenchOptions = {
  /** Events in the log; default 1,000,000. */
  readonly events?: number;
  /** Interleaved runs; default 1. */
  readonly runs?: number;
  /** Folder on the disk to measure; default: the system's temporary folder. */
  readonly folder?: string;
};

const batch = 1_000;

const perSecond = (events: number, start: number): number =>
  (events * 1_000) / (performance.now() - start);

/** Events per second read and parsed, and nothing else. */
function replayRate(logFile: string): number {
  const reader = openLogReader(logFile);
  const start = performance.now();
  let events = 0;
  for (;;) {
    const { length } = reader.readAll(events + 1, batch);
    if (length === 0) break;
    events += length;
  }
  const rate = perSecond(events, start);
  reader.close();
  return rate;
}

/** Events per second folded into every view, from an empty file. */
async function applyRate(directory: string, logFile: string, events: number): Promise<number> {
  const start = performance.now();
  await rebuildViews({ directory, logFile });
  return perSecond(events, start);
}

/** Measures `projection.apply`: events per second for all views together, against the replay. */
export async function projectionBench(
  options: ProjectionBenchOptions = {},
): Promise<Measurement[]> {
  const { events = 1_000_000, runs = 1, folder = tmpdir() } = options;
  const directory = mkdtempSync(join(folder, 'jalon-bench-'));
  const logFile = join(directory, 'log.db');
  try {
    const log = await openSqliteEventLog({ file: logFile });
    await fillLog(log, events);
    await log.close();
    const replay: number[] = [];
    const apply: number[] = [];
    for (let run = 0; run < runs; run++) {
      replay.push(replayRate(logFile));
      apply.push(await applyRate(directory, logFile, events));
    }
    const peer = { name: 'log.replay', rates: replay };
    return [measurement('projection.apply', 'events/s', apply, peer)];
  } finally {
    rmSync(directory, { recursive: true });
  }
}
