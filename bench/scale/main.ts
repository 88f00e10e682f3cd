// npm run bench:scale [-- --json] [--to 1e6] [--store sqlite] [--seed 1] [--folder FOLDER]
import { mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Measurement } from '../measurement.js';
import { postgresViews } from './postgres-views.js';
import { scaleBench, sizeName } from './scale-bench.js';
import { scaleTable } from './scale-table.js';
import { sqliteViews } from './sqlite-views.js';
import type { StoredViews } from './stored-views.js';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** Most events; PostgreSQL is measured up to a million of them. */
    to: { type: 'string', default: '1e6' },
    /** sqlite, postgres, or both. */
    store: { type: 'string', multiple: true, default: ['sqlite', 'postgres'] },
    seed: { type: 'string', default: '1' },
    /** Where the files are made, and removed again. */
    folder: { type: 'string', default: tmpdir() },
  },
});

type Store = {
  readonly open: (folder: string) => StoredViews | Promise<StoredViews>;
  readonly eventsMax: number;
  /** Log, serving views and the ones being built beside them. */
  readonly bytesPerEvent: number;
};

const stores: Readonly<Record<string, Store>> = {
  sqlite: { open: sqliteViews, eventsMax: 1e8, bytesPerEvent: 1_600 },
  postgres: { open: postgresViews, eventsMax: 1e6, bytesPerEvent: 2_500 },
};

const smallest = 1e4;

/** Powers of ten, and the last size whatever it is. */
function sizesTo(last: number): readonly number[] {
  const sizes = [];
  for (let size = smallest; size < last; size *= 10) sizes.push(size);
  return [...sizes, last];
}

function assertRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const gibibytes = (count: number): string => (count / 2 ** 30).toFixed(1);
  if (bavail * bsize < bytes)
    throw new Error(
      `${folder} has ${gibibytes(bavail * bsize)} GiB left and ${gibibytes(bytes)} are needed: ` +
        'name another folder with --folder or fewer events with --to.',
    );
}

let shownAt = 0;

function showProgress(store: string): (step: string, done: number, total: number) => void {
  return (step, done, total) => {
    if (performance.now() - shownAt < 1_000) return;
    shownAt = performance.now();
    const percent = Math.floor((100 * done) / total);
    process.stderr.write(`${store}: ${step} ${percent}% of ${sizeName(total)}\n`);
  };
}

const largest = Number(values.to);
const seed = Number(values.seed);
if (!Number.isSafeInteger(largest) || largest < smallest || !Number.isSafeInteger(seed))
  throw new RangeError('--to is a number of events from 1e4, --seed a whole number.');

async function measureStore(name: string): Promise<readonly Measurement[]> {
  const store = stores[name];
  if (store === undefined) throw new RangeError(`--store is sqlite or postgres, not ${name}`);
  const last = Math.min(largest, store.eventsMax);
  assertRoom(values.folder, last * store.bytesPerEvent);
  const folder = mkdtempSync(join(values.folder, 'jalon-scale-'));
  const removed = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removed);
  mkdirSync(join(folder, 'views'));
  const lines: Measurement[] = [];
  await using views = await store.open(folder);
  const options = { store: name, folder, views, seed, onProgress: showProgress(name) };
  for await (const line of scaleBench({ ...options, sizes: sizesTo(last) })) {
    lines.push(line);
    if (values.json) console.log(JSON.stringify(line));
  }
  removed();
  return lines;
}

// An exit, unlike a signal, removes the files.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
for (const name of values.store) {
  const lines = await measureStore(name);
  if (!values.json) console.log(scaleTable(lines));
}
