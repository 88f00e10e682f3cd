import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { EventLog } from '../../src/domain/event-log.js';
import { openSqliteEventLog } from '../../src/adapters/event-log/sqlite/open-sqlite-event-log.js';
import { measurement, type Measurement } from '../measurement.js';
import { sampleEvent } from './sample-event.js';

/** How much is replayed. */
export type ReplayBenchOptions = {
  /** Events in the log; default 1,000,000. */
  readonly events?: number;
  /** Interleaved runs; default 3. */
  readonly runs?: number;
  /** Folder on the disk to measure; default: the system's temporary folder. */
  readonly folder?: string;
};

const batch = 1_000;

/** Fills a log with observations, 20 to a stream. */
async function fill(log: EventLog, events: number): Promise<void> {
  const streamLength = 20;
  const append = (stream: number) =>
    log.append(
      `observation-replay.${stream}`,
      -1,
      Array.from({ length: streamLength }, () => sampleEvent(256)),
    );
  const perRound = batch / streamLength;
  for (let first = 0; first < events / streamLength; first += perRound)
    await Promise.all(Array.from({ length: perRound }, (_, at) => append(first + at)));
}

async function replayRate(log: EventLog): Promise<number> {
  const start = performance.now();
  let events = 0;
  for await (const read of log.readAll()) events += read.length;
  return (events * 1_000) / (performance.now() - start);
}

/** The same rows in the same batches, left as SQLite gives them. */
function selectRate(file: string): number {
  const db = new DatabaseSync(file, { readOnly: true });
  const select = db.prepare('SELECT * FROM events WHERE position > ? ORDER BY position LIMIT ?');
  select.setReturnArrays(true);
  const start = performance.now();
  let rows = 0;
  for (;;) {
    const { length } = select.all(rows, batch);
    if (length === 0) break;
    rows += length;
  }
  const rate = (rows * 1_000) / (performance.now() - start);
  db.close();
  return rate;
}

/** Measures `log.replay`: events per second, parsed, through `readAll` of the port. */
export async function replayBench(options: ReplayBenchOptions = {}): Promise<Measurement[]> {
  const { events = 1_000_000, runs = 3, folder = tmpdir() } = options;
  const directory = mkdtempSync(join(folder, 'jalon-bench-'));
  const file = join(directory, 'log.db');
  const log = await openSqliteEventLog({ file });
  try {
    await fill(log, events);
    const replay: number[] = [];
    const select: number[] = [];
    for (let run = 0; run < runs; run++) {
      select.push(selectRate(file));
      replay.push(await replayRate(log));
    }
    const peer = { name: 'SELECT of the same rows, not parsed', rates: select };
    return [measurement('log.replay', 'events/s', replay, peer)];
  } finally {
    await log.close();
    rmSync(directory, { recursive: true });
  }
}
