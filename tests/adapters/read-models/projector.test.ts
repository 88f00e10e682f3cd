import { DatabaseSync } from 'node:sqlite';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { servingFile } from '../../../src/adapters/read-models/sqlite/views-folder.js';
import { viewVersion } from '../../../src/projections/projections.js';
import * as tell from '../../support/events.js';
import { append, ontario } from '../../support/events.js';
import { temporaryHub, type TemporaryHub } from './temporary-hub.js';

const { hamilton } = ontario;
const enough = 20_000;

describe('the projector', () => {
  let hub: TemporaryHub;
  beforeEach(async () => {
    hub = await temporaryHub();
  });
  afterEach(() => hub.close());

  it('has folded the whole log when the views open, and says how far it is', async () => {
    const head = await append(hub.log, tell.registered(hamilton, 'Hamilton'));
    const built: unknown[] = [];
    const onBuild = (progress: object): void => void built.push(progress);
    const first = await hub.open({ onBuild });
    expect(first.position()).toBe(head);
    expect(built).toEqual([expect.objectContaining({ position: head, head })]);
    await first.close();
    const later = await append(hub.log, tell.renamed(hamilton, 'Steeltown'));
    expect((await hub.open()).position()).toBe(later);
  });

  it('looks at the log from time to time when nobody wakes it', async () => {
    const readModels = await hub.open({ pollMs: 20 });
    const changed = new Promise((resolve) => readModels.onProgress(resolve));
    const position = await append(hub.log, tell.registered(hamilton, 'Hamilton'));
    expect(await changed).toMatchObject({ position, tags: ['organizations'] });
  });

  it('is woken when the log has grown', async () => {
    const readModels = await hub.open({ pollMs: 600_000 });
    const changed = new Promise((resolve) => readModels.onProgress(resolve));
    const position = await append(hub.log, tell.registered(hamilton, 'Hamilton'));
    readModels.wake();
    expect(await changed).toMatchObject({ position });
  });

  it('is alone in its folder', async () => {
    await hub.open();
    await expect(hub.open()).rejects.toThrow('another process feeds these views');
  });

  it('builds the views anew when another version of the program made them', async () => {
    const position = await append(hub.log, tell.registered(hamilton, 'Hamilton'));
    await (await hub.open()).close();
    const old = servingFile(hub.directory) as string;
    using db = new DatabaseSync(old);
    db.exec(`UPDATE checkpoint SET viewVersion = 'roster.0', position = 77`);
    db.close();
    const readModels = await hub.open();
    expect(readModels.position()).toBe(position);
    expect(servingFile(hub.directory)).not.toBe(old);
    expect(hub.viewsFiles()).toHaveLength(1);
  });

  it('goes on with its own views when a newer program serves what it cannot read', async () => {
    const readModels = await hub.open();
    const newer = join(hub.directory, 'views-9.db');
    using db = new DatabaseSync(newer);
    db.exec('CREATE TABLE checkpoint (position INTEGER, viewVersion TEXT)');
    db.exec(`INSERT INTO checkpoint VALUES (0, '${viewVersion} weather.1')`);
    writeFileSync(join(hub.directory, 'views.current'), 'views-9.db\n');
    const position = await append(hub.log, tell.registered(hamilton, 'Hamilton'));
    expect(await readModels.reached(position, enough)).toBe(true);
    const snapshot = await readModels.snapshot();
    expect((await snapshot.organizations(snapshot)).size).toBe(1);
    snapshot.release();
  });

  it('removes what a build that was cut short left behind', async () => {
    writeFileSync(join(hub.directory, 'views-4.db'), 'half a file');
    await hub.open();
    expect(hub.viewsFiles()).toEqual(['views-5.db']);
  });

  it('does not open over a log with an event nobody knows', async () => {
    await append(hub.log, tell.registered(hamilton, 'Hamilton'));
    const [event] = await hub.log.readStream(`organization-${hamilton}`);
    const unknown = { ...event, id: 'other', schemaVersion: 99 };
    await hub.log.append('plan-unknown', -1, [unknown as never]);
    await expect(hub.open()).rejects.toThrow('unknown version 99 of OrganizationRegistered');
    expect(hub.viewsFiles()).toEqual([]);
  });

  it('waits out a disk that fails, and says so meanwhile', async () => {
    const readModels = await hub.open({ pollMs: 20 });
    using db = new DatabaseSync(servingFile(hub.directory) as string);
    db.exec('ALTER TABLE organization RENAME TO mislaid');
    const position = await append(hub.log, tell.registered(hamilton, 'Hamilton'));
    expect(await readModels.reached(position, 100)).toBe(false);
    expect(readModels.failure()?.message).toContain('organization');
    db.exec('ALTER TABLE mislaid RENAME TO organization');
    expect(await readModels.reached(position, enough)).toBe(true);
    expect(readModels.failure()).toBeUndefined();
  });
});

describe('snapshots', () => {
  let hub: TemporaryHub;
  beforeEach(async () => {
    hub = await temporaryHub();
  });
  afterEach(() => hub.close());

  it('wait for a connection when all are lent', async () => {
    const readModels = await hub.open({ connections: 2 });
    const [first, second] = [await readModels.snapshot(), await readModels.snapshot()];
    let third = false;
    const waiting = readModels.snapshot().then((snapshot) => {
      third = true;
      return snapshot;
    });
    await new Promise(setImmediate);
    expect(third).toBe(false);
    first.release();
    (await waiting).release();
    second.release();
  });

  it('that still wait when the views close are refused', async () => {
    const readModels = await hub.open({ connections: 1 });
    const held = await readModels.snapshot();
    const waiting = readModels.snapshot().catch((error: Error) => error.name);
    await readModels.close();
    expect(await waiting).toBe('ReadModelsUnavailable');
    held.release();
  });
});
