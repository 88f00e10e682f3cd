import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  viewEngine,
  type ViewEngine,
} from '../../../src/adapters/read-models/engine/view-engine.js';
import { createViews } from '../../../src/adapters/read-models/rows/create-views.js';
import { sqliteRowStore } from '../../../src/adapters/read-models/rows/sqlite-row-store.js';
import { schemaSql } from '../../../src/adapters/read-models/rows/view-schema.js';
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

const log = storedEvents(Array.from({ length: 9 }, () => renamed(ontario.hamilton, 'Hamilton')));

describe('the engine', () => {
  let db: DatabaseSync;
  beforeEach(() => {
    db = new DatabaseSync(':memory:');
    createViews(db);
    db.exec(schemaSql(tables));
  });

  const engineOf = (script: Script): ViewEngine =>
    viewEngine(sqliteRowStore(db, tables), [following(script)], () => []);
  const stored = (name: string) =>
    db
      .prepare(`SELECT holder, since, until FROM ${name} ORDER BY seat, since`)
      .all()
      .map((row) => Object.values(row));
  const put =
    (row: Seat) =>
    (views: Views, position: number): void => {
      for (const each of [seats, keptSeats, notes]) views.put(each, row, position);
    };
  const remove = (views: Views, position: number): void => {
    for (const each of [seats, keptSeats, notes]) views.remove(each, ['huron', 1], position);
  };

  describe.each([1, 2, 9])('in batches of %i', (size) => {
    const run = (script: Script): void => {
      const engine = engineOf(script);
      for (let from = 0; from < log.length; from += size)
        engine.apply(log.slice(from, from + size));
    };

    it('keeps every row a key had, from its position up to the next', () => {
      run({ 2: put(seat('mayor')), 3: put(seat('warden')), 5: remove, 7: put(seat('reeve')) });
      const versions = [
        ['mayor', 2, 3],
        ['warden', 3, 5],
        ['reeve', 7, null],
      ];
      expect(stored('seat')).toEqual(versions);
      expect(stored('kept_seat')).toEqual(versions);
    });

    it('lets the last word of an event about a row stand', () => {
      const twice = (views: Views, position: number): void => {
        put(seat('warden'))(views, position);
        put(seat('reeve'))(views, position);
      };
      const onlyThen = (views: Views, position: number): void => {
        put(seat('nobody', 2))(views, position);
        for (const each of [seats, keptSeats, notes]) views.remove(each, ['huron', 2], position);
      };
      run({ 1: put(seat('mayor')), 4: twice, 6: onlyThen });
      expect(stored('seat')).toEqual([
        ['mayor', 1, 4],
        ['reeve', 4, null],
      ]);
    });

    it('keeps only the newest row of a table without versions', () => {
      run({ 2: put(seat('mayor')), 3: put(seat('warden')), 4: put(seat('clerk', 2)), 6: remove });
      const rows = db.prepare('SELECT holder FROM note').all();
      expect(rows.map(({ holder }) => holder)).toEqual(['clerk']);
    });

    it('shows a projection its own writes over what is stored', () => {
      const seen: unknown[] = [];
      const look = (views: Views): void => {
        for (const each of [seats, keptSeats, notes])
          seen.push([
            views.get(each, ['huron', 1])?.holder,
            views.scan(each, ['huron']).map(({ holder }) => holder),
            views.scan(each, ['bruce']),
          ]);
      };
      run({
        1: put(seat('mayor')),
        2: put(seat('clerk', 2)),
        3: put(seat('warden')),
        4: look,
        5: remove,
        6: look,
      });
      const before = ['warden', expect.arrayContaining(['warden', 'clerk']), []];
      const after = [undefined, ['clerk'], []];
      expect(seen).toEqual([before, before, before, after, after, after]);
    });
  });

  it('tells the net changes of a batch', () => {
    const changes: unknown[] = [];
    const engine = engineOf({
      1: put(seat('mayor')),
      2: put(seat('warden')),
      3: put(seat('clerk', 2)),
      4: (views, position) => {
        views.remove(seats, ['huron', 2], position);
        views.get(seats, ['huron', 3]);
        changes.push(...views.changes(seats));
      },
    });
    engine.apply(log.slice(0, 1));
    engine.apply(log.slice(1, 4));
    expect(changes).toEqual([{ before: seat('mayor'), after: seat('warden') }]);
  });

  it('refuses to skip or repeat an event', () => {
    const engine = engineOf({});
    expect(() => engine.apply(log.slice(1, 2))).toThrow('skips');
    engine.apply(log.slice(0, 2));
    expect(() => engine.apply(log.slice(1, 3))).toThrow('skips');
  });

  it('stores nothing of a batch when another process has moved the views', () => {
    const engine = engineOf({ 1: put(seat('mayor')) });
    engineOf({}).apply(log.slice(0, 1));
    expect(() => engine.apply(log.slice(0, 2))).toThrow('another process');
    expect(stored('seat')).toEqual([]);
    expect(db.prepare('SELECT position FROM checkpoint').get()).toMatchObject({ position: 1 });
  });

  it('refuses a projection rows of views it is not rebuilt with', () => {
    const engine = engineOf({ 1: (views) => views.get(organizationTable, [ontario.hamilton]) });
    expect(() => engine.apply(log.slice(0, 1))).toThrow('organization belongs to views');
  });
});
