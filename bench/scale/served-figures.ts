import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openSqliteEventLog } from '../../src/adapters/event-log/sqlite/open-sqlite-event-log.js';
import type { EventLog } from '../../src/domain/event-log.js';
import { observationStream } from '../../src/domain/identifiers.js';
import { cpuTimeMicros } from '../api/cpu-time.js';
import { serveFolder, type HubServer } from '../hub-server.js';
import { median } from '../measurement.js';
import type { GrowingLog } from './growing-log.js';
import { machineTime } from './machine-time.js';
import { planId } from './plans.js';
import { indicatorKey, reporting } from './province.js';
import { answerTimes, rounds } from './questions.js';

/** One figure of a size: its name, its value and the unit of it. */
export type Figure = readonly [name: string, value: number, unit: string];

const mebibyte = 1_024;

/** The most memory a process ever had, in MiB; NaN where there is no `/proc`. */
function peakMemory(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / mebibyte;
  } catch {
    return Number.NaN;
  }
}

async function untilReady({ url }: HubServer): Promise<void> {
  while (!(await fetch(`${url}/readyz`)).ok) await pause(5);
}

/** Milliseconds in which the streams are read that a command folds: a plan and a series. */
async function streamTime(log: EventLog, { complete }: GrowingLog): Promise<number> {
  const { indicators } = complete();
  const times: number[] = [];
  for (let turn = 0; turn < 400; turn++) {
    const at = (turn * 7_919) % indicators;
    const body = reporting[(turn * 101) % reporting.length] as string;
    const series = observationStream(indicatorKey(at), { kind: 'BODY', code: body });
    const start = performance.now();
    const read = await Promise.all([log.readStream(series), log.readStream(planId(at))]);
    times.push(performance.now() - start);
    if (read.some(({ length }) => length === 0)) throw new Error(`${series} is empty`);
  }
  return median(times);
}

/** Answers and reads, each for the first time and again: what the disk and what the hub takes. */
async function readingFigures(hub: HubServer, folder: string, log: GrowingLog) {
  const figures: Figure[] = [];
  const file = await openSqliteEventLog({ file: join(folder, 'log.db'), readOnly: true });
  for (const round of rounds) {
    const suffix = round === 'again' ? '' : `.${round}`;
    for (const [name, time] of await answerTimes(hub, log, round))
      figures.push([`query.${name}${suffix}`, time, 'ms']);
    figures.push([`machine.asked${suffix}`, machineTime(), 'ms']);
    figures.push([`stream${suffix}`, await streamTime(file, log), 'ms']);
  }
  await file.close();
  return figures;
}

/** Starts of a hub, of which the middle one counts. */
const starts = 3;

/** What a hub over a data folder costs: to start, to ask, in memory, and to load a stream. */
export async function servedFigures(
  folder: string,
  log: GrowingLog,
  settings: Readonly<Record<string, string>>,
): Promise<readonly Figure[]> {
  const started: number[] = [];
  const startedCpu: number[] = [];
  for (let turn = 1; ; turn++) {
    const start = performance.now();
    const hub = await serveFolder(folder, { JALON_CACHE_BYTES_MAX: '0', ...settings });
    try {
      await untilReady(hub);
      started.push(performance.now() - start);
      startedCpu.push(cpuTimeMicros(hub.pid) / 1_000);
      if (turn < starts) continue;
      const atFirst = peakMemory(hub.pid);
      return [
        ['start', median(started), 'ms'],
        ['start.cpu', median(startedCpu), 'ms'],
        ...(await readingFigures(hub, folder, log)),
        ['memory.start', atFirst, 'MiB'],
        ['memory.peak', peakMemory(hub.pid), 'MiB'],
      ];
    } finally {
      await hub.stop();
    }
  }
}
