import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Measurement } from '../measurement.js';
import { growingLog, type GrowingLog } from './growing-log.js';
import { machineTime } from './machine-time.js';
import { servedFigures, type Figure } from './served-figures.js';
import type { StoredViews } from './stored-views.js';

/** What is measured, and where. */
export type ScaleBenchOptions = {
  /** First part of each name, after "scale". */
  readonly store: string;
  /** An empty folder, removed by the caller. */
  readonly folder: string;
  readonly views: StoredViews;
  /** Numbers of events, rising; the first is what the others are held against. */
  readonly sizes: readonly number[];
  readonly seed: number;
  readonly onProgress: (step: string, done: number, total: number) => void;
};

/** A size as names have it: 1e4, 3e6. */
export const sizeName = (events: number): string => events.toExponential().replace('+', '');

/** Events at the end of a log over which the cost of one more is taken. */
const tailOf = (size: number): number => Math.max(5_000, Math.min(50_000, size / 20));

/** Brings log and views to a size and measures what one event cost at the end of it. */
async function growthFigures(
  log: GrowingLog,
  size: number,
  { folder, views, onProgress }: ScaleBenchOptions,
): Promise<readonly Figure[]> {
  const body = size - tailOf(size);
  const show = (step: string, total: number) => (done: number) => onProgress(step, done, total);
  await log.growTo(body, show('append', size));
  const start = performance.now();
  await views.rebuild(show('rebuild', body));
  const rebuilt = (1_000 * body) / (performance.now() - start);
  const append = await log.growTo(size, show('append', size));
  const before = process.cpuUsage();
  const projection = await views.catchUp();
  const { user, system } = process.cpuUsage(before);
  const perEvent = (bytes: number): number => bytes / size;
  return [
    ['machine.fed', machineTime(), 'ms'],
    ['append', append, 'µs/event'],
    ['projection', projection, 'µs/event'],
    ['projection.cpu', (user + system) / (size - body), 'µs/event'],
    ['rebuild', rebuilt, 'events/s'],
    ['log.size', perEvent(statSync(join(folder, 'log.db')).size), 'bytes/event'],
    ['views.size', perEvent(await views.bytes()), 'bytes/event'],
  ];
}

const rounded = (value: number): number =>
  value < 100 ? Math.round(100 * value) / 100 : Math.round(value);

/**
 * Measures what an event and a question cost as the log grows, each against the same at the
 * first size: flat lines have ratios near 1.
 */
export async function* scaleBench(options: ScaleBenchOptions): AsyncGenerator<Measurement> {
  const { store, folder, views, sizes, seed } = options;
  const log = growingLog(folder, seed);
  const first = new Map<string, number>();
  const [smallest = 0] = sizes;
  for (const size of sizes) {
    const growth = await growthFigures(log, size, options);
    const served = await servedFigures(folder, log, views.settings);
    for (const [name, value, unit] of [...growth, ...served]) {
      const against = first.get(name) ?? value;
      first.set(name, against);
      yield {
        name: `scale.${store}.${name}.${sizeName(size)}`,
        value: rounded(value),
        unit,
        against: `${sizeName(smallest)}: ${rounded(against)} ${unit}`,
        ratio: rounded(value / against),
      };
    }
  }
}
