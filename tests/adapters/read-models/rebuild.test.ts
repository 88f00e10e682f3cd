import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { rebuildViews } from '../../../src/adapters/read-models/sqlite/rebuild-views.js';
import { viewNames } from '../../../src/adapters/read-models/view-group.js';
import { servingFile } from '../../../src/adapters/read-models/sqlite/views-folder.js';
import { dumpViews } from '../../support/dump-views.js';
import * as tell from '../../support/events.js';
import { append, ontario, storedEvents } from '../../support/events.js';
import { foldedViews } from '../../support/folded-views.js';
import { randomHistories } from '../../support/random-histories.js';
import { ended, startProcess } from './child-process.js';
import { province } from './rebuilt-province.js';
import { temporaryHub, type TemporaryHub } from './temporary-hub.js';

const { hamilton } = ontario;

describe('rebuilding views', () => {
  let hub: TemporaryHub;
  beforeEach(async () => {
    hub = await temporaryHub();
  });
  afterEach(() => hub.close());

  const served = (): string => servingFile(hub.directory) ?? 'none';
  const damage = (sql: string): void => {
    using db = new DatabaseSync(served());
    db.exec(sql);
  };

  it('gives the views that live folding gave, whichever view is named', () =>
    fc.assert(
      fc
        .asyncProperty(
          randomHistories(),
          fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 }),
          fc.constantFrom(undefined, ...viewNames),
          async (history, sizes, view) => {
            await append(hub.log, ...history);
            const events = storedEvents(history);
            const live = foldedViews(events, (batch) => sizes[batch % sizes.length] as number);
            const { directory, logFile } = hub;
            await rebuildViews({ directory, logFile });
            await rebuildViews({ directory, logFile, ...(view && { view }) });
            expect(dumpViews(served())).toEqual(dumpViews(live.db));
          },
        )
        .beforeEach(async () => {
          await hub.close();
          hub = await temporaryHub();
        }),
      { numRuns: 25 },
    ));

  it('mends a view with those it is folded together with, and copies the others', async () => {
    const { directory, logFile, log } = hub;
    await append(log, ...province);
    await rebuildViews({ directory, logFile });
    const whole = dumpViews(served());
    damage('DELETE FROM observation; DELETE FROM organization; UPDATE timeline SET revision = 7');
    await rebuildViews({ directory, logFile, view: 'province-outcomes' });
    const { timeline, ...mended } = dumpViews(served());
    expect(mended).toEqual({ ...whole, timeline: undefined });
    expect(timeline).not.toEqual(whole['timeline']);
    await rebuildViews({ directory, logFile, view: 'audit-timeline' });
    expect(dumpViews(served())).toEqual(whole);
  });

  it('tells how far it is, and leaves one file behind', async () => {
    const { directory, logFile, log } = hub;
    const head = await append(log, ...province);
    const told: unknown[] = [];
    for (let time = 0; time < 3; time++)
      await rebuildViews({ directory, logFile, onProgress: (progress) => told.push(progress) });
    expect(told).toEqual([1, 2, 3].map(() => ({ position: head, head })));
    expect(hub.viewsFiles()).toHaveLength(1);
  });

  it('refuses a view that does not exist', async () => {
    const { directory, logFile } = hub;
    await expect(rebuildViews({ directory, logFile, view: 'weather' })).rejects.toThrow(RangeError);
  });

  it('goes on one at a time', async () => {
    const { directory, logFile, log } = hub;
    await append(log, ...province);
    const first = rebuildViews({ directory, logFile });
    await expect(rebuildViews({ directory, logFile })).rejects.toThrow('being rebuilt already');
    await first;
  });

  it('leaves the serving views alone when the log holds an event nobody knows', async () => {
    const { directory, logFile, log } = hub;
    await append(log, ...province);
    await rebuildViews({ directory, logFile });
    const before = served();
    const [event] = storedEvents([tell.renamed(hamilton, 'Steeltown')]);
    const unknown = { ...event, id: 'other', type: 'CouncilAbolished' };
    await log.append('plan-unknown', -1, [unknown as never]);
    await expect(rebuildViews({ directory, logFile })).rejects.toThrow('CouncilAbolished');
    expect(served()).toBe(before);
    expect(hub.viewsFiles()).toHaveLength(1);
  });

  it('by another process swaps the views under a hub that goes on answering', async () => {
    const { directory, logFile, log } = hub;
    await append(log, ...province);
    const readModels = await hub.open({ pollMs: 50 });
    const before = served();
    const replaced = new Promise((resolve) => {
      readModels.onProgress(({ replaced: isNew }) => isNew && resolve(true));
    });
    const held = await readModels.snapshot();
    const child = startProcess(`
      const { rebuildViews } = await use('sqlite/rebuild-views');
      await rebuildViews(${JSON.stringify({ directory, logFile })});
    `);
    let rebuilding = true;
    const rebuilt = ended(child)
      .then(() => replaced)
      .finally(() => (rebuilding = false));
    let last = 0;
    for (let count = 0; rebuilding; count++) {
      const name = `Hamilton ${count}`;
      const position = await append(log, tell.renamed(hamilton, name));
      expect(await readModels.reached(position, 20_000)).toBe(true);
      const snapshot = await readModels.snapshot();
      expect(snapshot.position).toBeGreaterThanOrEqual(Math.max(position, last));
      last = snapshot.position;
      expect((await snapshot.organizations(snapshot)).get(hamilton)?.name.en).toBe(name);
      snapshot.release();
    }
    await rebuilt;
    expect(served()).not.toBe(before);
    expect((await held.organizations(held)).get(hamilton)?.name.en).toBe('Hamilton');
    expect(hub.viewsFiles()).toHaveLength(2);
    held.release();
    expect(hub.viewsFiles()).toHaveLength(1);
    const position = await append(log, tell.renamed(hamilton, 'Steeltown'));
    expect(await readModels.reached(position, 20_000)).toBe(true);
    await readModels.close();
    const file = served();
    const live = dumpViews(file);
    await rebuildViews({ directory, logFile });
    expect(dumpViews(served())).toEqual(live);
  });
});
