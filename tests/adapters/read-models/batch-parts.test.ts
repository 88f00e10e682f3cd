import { expect, test } from '@jest/globals';
import type {
  FoldedBatch,
  RemoteRowStore,
} from '../../../src/adapters/read-models/engine/remote-row-store.js';
import { remoteViewEngine } from '../../../src/adapters/read-models/engine/remote-view-engine.js';
import { table, type Projection } from '../../../src/projections/projection.js';
import { counted, storedEvents } from '../../support/events.js';

const seats = table<{ readonly seat: string; readonly position: number }>({
  name: 'seat',
  columns: { seat: 'text', position: 'integer' },
  key: ['seat'],
  versioned: false,
});

/** Looks so many rows up for each event, others for each, and writes one. */
const lookingUp = (rows: number): Projection => ({
  name: 'looking-up',
  version: 1,
  tables: [seats as never],
  project: (events, views) => {
    for (const { position } of events) {
      for (let at = 0; at < rows; at++) views.get(seats, [`${position}.${at}`]);
      views.put(seats, { seat: String(position), position }, position);
      views.touch(`seat:${position}`);
    }
  },
});

/** Folds eight events in one batch; tells what was wanted at once, and what was stored. */
async function folded(rowsOfEach: number) {
  const wanted: number[] = [];
  const stored: FoldedBatch[] = [];
  const store: RemoteRowStore = {
    position: async () => 0,
    async fetch({ table: of, keys }) {
      wanted.push(keys.length);
      return { table: of, rows: [] };
    },
    flush: async (batch) => void stored.push(batch),
  };
  const engine = await remoteViewEngine(store, [lookingUp(rowsOfEach)], async () => [], 100);
  const events = storedEvents(Array.from({ length: 8 }, () => counted('3525005', 536_917)));
  const tags = await engine.apply(events);
  const rows = stored.flatMap(({ writes }) => writes.flatMap((each) => each.writes));
  return { wanted, stored, tags, position: engine.position(), rows: rows.map(({ key }) => key) };
}

const everySeat = Array.from({ length: 8 }, (_, at) => String(at + 1));

test('a batch that wants few rows is stored at once', async () => {
  const { stored, rows } = await folded(10);
  expect(stored.map(({ from, to }) => [from, to])).toEqual([[0, 8]]);
  expect(rows).toEqual(everySeat.map((seat) => [seat]));
});

test('a batch that wants more rows than should be in memory is stored in parts', async () => {
  const { wanted, stored, tags, position, rows } = await folded(40);
  expect(stored.map(({ from, to }) => [from, to])).toEqual([
    [0, 2],
    [2, 4],
    [4, 6],
    [6, 8],
  ]);
  expect(Math.max(...wanted)).toBe(80);
  expect(position).toBe(8);
  expect(rows).toEqual(everySeat.map((seat) => [seat]));
  expect(tags).toEqual(everySeat.map((seat) => `seat:${seat}`));
});

test('one event is folded whatever it wants', async () => {
  const { stored } = await folded(110);
  expect(stored).toHaveLength(8);
});
