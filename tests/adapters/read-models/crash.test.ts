import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { rebuildViews } from '../../../src/adapters/read-models/sqlite/rebuild-views.js';
import { servingFile } from '../../../src/adapters/read-models/sqlite/views-folder.js';
import type { StoredEvent } from '../../../src/domain/event.js';
import { dumpViews } from '../../support/dump-views.js';
import * as tell from '../../support/events.js';
import { append, id, ontario, type Told } from '../../support/events.js';
import { foldedViews } from '../../support/folded-views.js';
import { startProcess } from './child-process.js';
import { temporaryHub, type TemporaryHub } from './temporary-hub.js';

const cycles = 3;
const bodies = Object.values(ontario);
const housing = 'housing-cost-burden';

const start: readonly Told[] = [
  tell.defined(housing),
  ...bodies.map((body) => tell.registered(body, body)),
];

/** A year of reporting: everybody reports, corrects, plans, and one number was in error. */
const year = (number: number): readonly Told[] => [
  ...bodies.flatMap((body) => [
    tell.observed(housing, body, String(1950 + number), { numerator: '3', denominator: '8' }),
    tell.corrected(housing, body, String(1950 + number), { numerator: '4', denominator: '9' }),
    tell.counted(body, 1_000 * number),
  ]),
  tell.planOpened(id('plan', number), bodies),
  tell.inError(`observation-housing_cost_burden.${ontario.hamilton}`, 3 * number),
];

let hub: TemporaryHub;
let years: number;
beforeEach(async () => {
  years = 0;
  hub = await temporaryHub();
});
afterEach(() => hub.close());

/** Runs a projector in another process and kills it while the log grows. */
async function killWhileProjecting(cycle: number): Promise<void> {
  const { directory, logFile } = hub;
  const child = startProcess(`
    const { openSqliteReadModels } = await use('sqlite/open-sqlite-read-models');
    const options = { ...${JSON.stringify({ directory, logFile })}, pollMs: 1 };
    const readModels = await openSqliteReadModels(options);
    readModels.onProgress(({ position }) => console.log(position));
    console.log('open');
  `);
  const dead = once(child, 'exit');
  const lines = createInterface({ input: child.stdout as Readable });
  await once(lines, 'line');
  let batches = 0;
  lines.on('line', () => (batches += 1) === 5 + cycle * 7 && child.kill('SIGKILL'));
  while (child.exitCode === null && child.signalCode === null)
    await append(hub.log, ...year(years++));
  await dead;
}

async function allEvents(): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const batch of hub.log.readAll()) events.push(...batch);
  return events;
}

test(`a projector killed ${cycles} times leaves no batch half folded`, async () => {
  const { directory, logFile } = hub;
  await append(hub.log, ...start);
  for (let cycle = 0; cycle < cycles; cycle++) {
    await killWhileProjecting(cycle);
    const killed = dumpViews(servingFile(directory) as string);
    const [{ position }] = killed['checkpoint'] as [{ position: number }];
    const events = await allEvents();
    expect(position).toBeGreaterThan(start.length);
    expect(killed).toEqual(dumpViews(foldedViews(events.slice(0, position)).db));
  }
  await (await hub.open()).close();
  const recovered = dumpViews(servingFile(directory) as string);
  await rebuildViews({ directory, logFile });
  expect(recovered).toEqual(dumpViews(servingFile(directory) as string));
});
