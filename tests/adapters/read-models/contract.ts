import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '../../../src/domain/event.js';
import type { EventLog } from '../../../src/domain/event-log.js';
import type { Progress, ReadModels, Snapshot } from '../../../src/projections/read-models.js';
import * as tell from '../../support/events.js';
import { append, id, ontario, type Told } from '../../support/events.js';
import { everyAnswer } from '../../support/every-question.js';

/** Read models with the log they follow. */
export type Subject = { readonly log: EventLog; readonly readModels: ReadModels };

const { hamilton, goderich, cockburnIsland } = ontario;
const housing = 'housing-cost-burden';
const timeoutMs = 20_000;
const plan = id('plan', 0);

const province: readonly Told[] = [
  tell.registered(hamilton, 'Hamilton'),
  tell.counted(hamilton, 569_353),
  tell.registered(goderich, 'Goderich', 'LOWER'),
  tell.counted(goderich, 7_881),
  tell.defined(housing),
];

const share = (numerator: string, denominator: string) => ({ numerator, denominator });

/** What every adapter of the read models must do. */
export function readModelsContract(
  name: string,
  open: () => Promise<Subject>,
  close: () => Promise<void>,
): void {
  describe(`read models (${name})`, () => {
    let log: EventLog;
    let readModels: ReadModels;
    let snapshots: Snapshot[];

    const record = async (...history: readonly Told[]): Promise<number> => {
      const position = await append(log, ...history);
      expect(await readModels.reached(position, timeoutMs)).toBe(true);
      return position;
    };
    const look = async (): Promise<Snapshot> => {
      const snapshot = await readModels.snapshot();
      snapshots.push(snapshot);
      return snapshot;
    };

    beforeEach(async () => {
      snapshots = [];
      ({ log, readModels } = await open());
    });
    afterEach(async () => {
      for (const snapshot of snapshots) snapshot.release();
      await readModels.close();
      await close();
    });

    it('are empty before anything happened', async () => {
      const snapshot = await look();
      expect(snapshot.position).toBe(0);
      expect(await snapshot.recordedAt(0)).toBeNull();
      expect(await snapshot.positionAt('2024-06-01T00:00:00Z')).toBe(0);
      expect(await snapshot.organizations({ position: 0 })).toEqual(new Map());
      expect(await snapshot.countPlans({}, { position: 0 })).toBe(0);
      expect(await readModels.redactedKeys()).toEqual([]);
    });

    it('show what was recorded once its position is reached', async () => {
      const position = await record(
        ...province,
        tell.observed(housing, hamilton, '2021', share('55120', '222540')),
      );
      const snapshot = await look();
      expect(snapshot.position).toBe(position);
      expect(readModels.position()).toBe(position);
      expect((await snapshot.organizations({ position })).get(hamilton)?.name.en).toBe('Hamilton');
      const sums = await snapshot.currentSums(housing, '2021', '');
      expect(sums?.sums).toMatchObject({
        ...share('55120', '222540'),
        populationReporting: 569_353,
      });
    });

    it('say so when a position is not reached in time', async () => {
      expect(await readModels.reached(1, 20)).toBe(false);
    });

    it('show a name as it was before a municipality was renamed', async () => {
      const before = await record(tell.registered(cockburnIsland, 'Cockburn Island'));
      const after = await record(tell.renamed(cockburnIsland, 'Cockburn'));
      const snapshot = await look();
      const nameAt = async (position: number) =>
        (await snapshot.organizations({ position })).get(cockburnIsland)?.name.en;
      expect(await nameAt(before)).toBe('Cockburn Island');
      expect(await nameAt(after)).toBe('Cockburn');
      expect(await nameAt(before - 1)).toBeUndefined();
    });

    it('sort text by its characters, as every other adapter does, page after page', async () => {
      const codes = ['E', 'a-b', 'a10', 'a9', 'ab', 'cote', 'coté', 'côte', 'e', 'É', 'é', 'ÿ'];
      codes.push('\uffe5', '\u{10437}');
      const plans = codes.map((code) => `plan-${code.replace('-', '.')}`);
      const position = await record(
        ...codes.toReversed().map((code) => tell.registered(code, code)),
        ...plans.toReversed().map((each) => tell.planOpened(each, [hamilton])),
      );
      const snapshot = await look();
      expect([...(await snapshot.organizations({ position })).keys()]).toEqual(codes);
      const pages: string[] = [];
      for (let after = '', more = true; more; after = pages.at(-1) ?? '') {
        const rows = await snapshot.planRegister({}, { after, limit: 4 }, { position });
        pages.push(...rows.map((row) => row.plan));
        more = rows.length > 0;
      }
      expect(pages).toEqual(plans);
    });

    it('find nothing by a text that nobody could record, and turn its page all the same', async () => {
      const position = await record(
        ...['plan-0', 'plan-1'].map((each) => tell.planOpened(each, [])),
      );
      for (const text of ['plan-0\0', 'plan-0\ud800']) {
        const snapshot = await look();
        expect(await snapshot.plan(text, { position })).toBeUndefined();
        const page = { after: text, limit: 2 };
        const rows = await snapshot.planRegister({}, page, { position });
        expect(rows.map(({ plan: opened }) => opened)).toEqual(['plan-1']);
      }
    });

    it('keep a snapshot as it is while the hub goes on', async () => {
      const position = await record(
        ...province,
        tell.planOpened(plan, [hamilton]),
        tell.committed(id('commitment', 0), plan, 'john-howard'),
        tell.observed(housing, hamilton, '2021', share('55120', '222540')),
      );
      const early = await look();
      const answers = async (snapshot: Snapshot) => [
        ...(await everyAnswer(snapshot, { position })),
        await snapshot.positionAt('2030-01-01T00:00:00Z'),
        await snapshot.currentSums(housing, '2021', ''),
      ];
      const before = await answers(early);
      await record(
        tell.renamed(hamilton, 'Steeltown'),
        tell.counted(hamilton, 1),
        tell.adopted(plan, hamilton),
        tell.inError(id('commitment', 0), 0),
        tell.corrected(housing, hamilton, '2021', share('1', '2')),
      );
      expect(await answers(early)).toEqual(before);
      expect(early.position).toBe(position);
      const late = await look();
      expect((await late.currentSums(housing, '2021', ''))?.sums).toMatchObject(share('1', '2'));
      expect(await late.sumsAt(housing, '2021', '', position)).toBe('changed');
      expect(await late.sumsAt(housing, '2021', '', late.position)).toEqual(
        await late.currentSums(housing, '2021', ''),
      );
      expect((await late.plan(plan, late))?.commitments).toEqual([]);
      expect((await late.plan(plan, { position }))?.commitments).toHaveLength(1);
    });

    it('announce every batch with what it touched, and nothing else', async () => {
      const told: Progress[] = [];
      const stop = readModels.onProgress((progress) => told.push(progress));
      const first = await record(...province, tell.planOpened(plan, [hamilton]));
      const versions = ['organizations', 'plans', `plan:${plan}`].map(readModels.tagVersion);
      expect(versions.every((version) => version > 0)).toBe(true);
      const second = await record(tell.adopted(plan, hamilton));
      expect(readModels.tagVersion('organizations')).toBe(versions[0]);
      expect(readModels.tagVersion(`plan:${plan}`)).toBe(second);
      expect(readModels.tagVersion('plan:plan-nobody-opened')).toBe(0);
      stop();
      await record(tell.renamed(hamilton, 'Steeltown'));
      expect(told.map(({ position }) => position)).toContain(first);
      expect(told.at(-1)?.position).toBe(second);
      expect(told.at(-1)?.tags).toContain(`plan:${plan}`);
    });

    it('parse the register of municipalities once, until one of them changes', async () => {
      await record(...province);
      const first = await look();
      const later = await record(tell.planOpened(plan, [hamilton]));
      const second = await look();
      const roster = await first.organizations(first);
      expect(await second.organizations({ position: later })).toBe(roster);
      await record(tell.renamed(hamilton, 'Steeltown'));
      const third = await look();
      expect(await third.organizations(third)).not.toBe(roster);
      expect(await third.organizations({ position: later })).toBe(roster);
    });

    it('give the history of a stream up to a position', async () => {
      const position = await record(tell.registered(hamilton, 'Hamilton'));
      await record(tell.renamed(hamilton, 'Steeltown'));
      const snapshot = await look();
      const types = async (asOf: { position: number }) =>
        (await snapshot.streamHistory(`organization-${hamilton}`, asOf)).map(({ type }) => type);
      expect(await types({ position })).toEqual(['OrganizationRegistered']);
      expect(await types(snapshot)).toHaveLength(2);
    });

    it('name the keys of redacted texts', async () => {
      const { key } = tell.sealed('A plan for a safer county');
      await record(
        tell.planOpened(plan, [hamilton]),
        tell.inPlan(plan, 'TextRedacted', {
          keys: [key],
          authority: 'FIPPA, s. 21',
          reason: tell.sealed('It named a person'),
        }),
      );
      expect(await readModels.redactedKeys()).toEqual([key]);
    });

    it('stop at an event nobody knows, say which, and skip nothing', async () => {
      const position = await record(...province);
      const [sample] = await log.readStream(`organization-${hamilton}`);
      const unknown = { ...(sample as StoredEvent), id: 'other', type: 'PlanForgotten' };
      await log.append('plan-unknown', -1, [unknown]);
      await append(log, tell.renamed(hamilton, 'Steeltown'));
      expect(await readModels.reached(position + 1, timeoutMs)).toBe(false);
      expect(readModels.failure()?.message).toContain('PlanForgotten');
      expect(readModels.position()).toBe(position);
      const snapshot = await look();
      expect((await snapshot.organizations(snapshot)).get(hamilton)?.name.en).toBe('Hamilton');
    });

    it('refuse to read through a snapshot that was released', async () => {
      const snapshot = await look();
      snapshot.release();
      snapshot.release();
      await expect(snapshot.organizations({ position: 0 })).rejects.toThrow('released');
    });

    it('refuse a snapshot once they are closed', async () => {
      await readModels.close();
      await expect(readModels.snapshot()).rejects.toMatchObject({ name: 'ReadModelsUnavailable' });
    });
  });
}
