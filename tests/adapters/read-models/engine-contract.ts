import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '../../../src/domain/event.js';
import {
  table,
  type AnyTable,
  type Projection,
  type Views,
} from '../../../src/projections/projection.js';
import { organizationTable } from '../../../src/projections/roster/view.js';
import { ontario, renamed, storedEvents } from '../../support/events.js';

type Seat = { readonly committee: string; readonly seat: number; readonly holder: string };

const columns = { committee: 'text', seat: 'integer', holder: 'text' } as const;
const key = ['committee', 'seat'] as const;
const seats = table<Seat>({ name: 'seat', columns, key, versioned: true });
const keptSeats = table<Seat>({ ...seats, name: 'kept_seat', resident: true });
const notes = table<Seat>({ name: 'note', columns, key, versioned: false });
const tables = [seats, keptSeats, notes] as readonly AnyTable[];

const seat = (holder: string, number = 1): Seat => ({
  committee: 'huron',
  seat: number,
  holder,
});

// Each event of the log does what the script says at its position.
type Script = Readonly<Record<number, (views: Views, position: number) => void>>;

const following = (script: Script): Projection => ({
  name: 'script',
  version: 1,
  tables,
  project: (events, views) => {
    for (const { position } of events) script[position]?.(views, position);
  },
});

/** An engine over views with the tables of these tests, as every kind of store has one. */
export type EngineSubject = {
  /** An engine that folds through some projections; several write the same views. */
  engineOf(projections: readonly Projection[]): Promise<{
    apply(events: readonly StoredEvent[]): Promise<unknown> | unknown;
  }>;
  /** All rows of a table, in the order of seat and `since`. */
  rowsOf(table: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  position(): Promise<number>;
  close(): Promise<void> | void;
};

const log = storedEvents(Array.from({ length: 9 }, () => renamed(ontario.hamilton, 'Hamilton')));

/** What every engine must do, whatever it stores rows in. */
export function engineContract(
  store: string,
  open: (tables: readonly AnyTable[]) => Promise<EngineSubject>,
): void {
  describe(`the engine over ${store}`, () => {
    let subject: EngineSubject;
    beforeEach(async () => {
      subject = await open(tables);
    });
    afterEach(() => subject.close());

    const engineOf = (script: Script) => subject.engineOf([following(script)]);
    const stored = async (name: string) =>
      (await subject.rowsOf(name)).map(({ holder, since, until }) => [holder, since, until]);
    const put =
      (row: Seat) =>
      (views: Views, position: number): void => {
        for (const each of [seats, keptSeats, notes]) views.put(each, row, position);
      };
    const remove = (views: Views, position: number): void => {
      for (const each of [seats, keptSeats, notes]) views.remove(each, ['huron', 1], position);
    };

    describe.each([1, 2, 9])('in batches of %i', (size) => {
      const run = async (script: Script): Promise<void> => {
        const engine = await engineOf(script);
        for (let from = 0; from < log.length; from += size)
          await engine.apply(log.slice(from, from + size));
      };

      it('keeps every row a key had, from its position up to the next', async () => {
        await run({
          2: put(seat('mayor')),
          3: put(seat('warden')),
          5: remove,
          7: put(seat('reeve')),
        });
        const versions = [
          ['mayor', 2, 3],
          ['warden', 3, 5],
          ['reeve', 7, null],
        ];
        expect(await stored('seat')).toEqual(versions);
        expect(await stored('kept_seat')).toEqual(versions);
      });

      it('lets the last word of an event about a row stand', async () => {
        const twice = (views: Views, position: number): void => {
          put(seat('warden'))(views, position);
          put(seat('reeve'))(views, position);
        };
        const onlyThen = (views: Views, position: number): void => {
          put(seat('nobody', 2))(views, position);
          for (const each of [seats, keptSeats, notes]) views.remove(each, ['huron', 2], position);
        };
        await run({ 1: put(seat('mayor')), 4: twice, 6: onlyThen });
        expect(await stored('seat')).toEqual([
          ['mayor', 1, 4],
          ['reeve', 4, null],
        ]);
      });

      it('keeps only the newest row of a table without versions', async () => {
        await run({
          2: put(seat('mayor')),
          3: put(seat('warden')),
          4: put(seat('clerk', 2)),
          6: remove,
        });
        const rows = await subject.rowsOf('note');
        expect(rows.map(({ holder }) => holder)).toEqual(['clerk']);
      });

      it('shows a projection its own writes over what is stored', async () => {
        const seen: Record<number, readonly unknown[]> = {};
        // An engine may fold a batch several times until it knows its rows; the last time counts.
        const look = (views: Views, position: number): void => {
          seen[position] = [seats, keptSeats, notes].map((each) => [
            views.get(each, ['huron', 1])?.holder,
            views.scan(each, ['huron']).map(({ holder }) => holder),
            views.scan(each, ['bruce']),
          ]);
        };
        await run({
          1: put(seat('mayor')),
          2: put(seat('clerk', 2)),
          3: put(seat('warden')),
          4: look,
          5: remove,
          6: look,
        });
        const before = ['warden', expect.arrayContaining(['warden', 'clerk']), []];
        const after = [undefined, ['clerk'], []];
        expect(seen).toEqual({ 4: [before, before, before], 6: [after, after, after] });
      });
    });

    it('tells the net changes of a batch', async () => {
      let changes: unknown;
      const engine = await engineOf({
        1: put(seat('mayor')),
        2: put(seat('warden')),
        3: put(seat('clerk', 2)),
        4: (views, position) => {
          views.remove(seats, ['huron', 2], position);
          views.get(seats, ['huron', 3]);
          changes = views.changes(seats);
        },
      });
      await engine.apply(log.slice(0, 1));
      await engine.apply(log.slice(1, 4));
      expect(changes).toEqual([{ before: seat('mayor'), after: seat('warden') }]);
    });

    it('refuses to skip or repeat an event', async () => {
      const engine = await engineOf({});
      await expect(async () => engine.apply(log.slice(1, 2))).rejects.toThrow('skips');
      await engine.apply(log.slice(0, 2));
      await expect(async () => engine.apply(log.slice(1, 3))).rejects.toThrow('skips');
    });

    it('stores nothing of a batch when another process has moved the views', async () => {
      const engine = await engineOf({ 1: put(seat('mayor')) });
      await (await engineOf({})).apply(log.slice(0, 1));
      await expect(async () => engine.apply(log.slice(0, 2))).rejects.toThrow(
        'no longer at position 0',
      );
      expect(await stored('seat')).toEqual([]);
      expect(await subject.position()).toBe(1);
    });

    it('refuses a projection rows of views it is not rebuilt with', async () => {
      const engine = await engineOf({
        1: (views) => views.get(organizationTable, [ontario.hamilton]),
      });
      await expect(async () => engine.apply(log.slice(0, 1))).rejects.toThrow(
        'organization belongs to views',
      );
    });
  });
}
