import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { ordinals } from '../../../../src/adapters/event-log/esdb/ordinals.js';
import { numbersFrom } from '../sample-events.js';

const someBatches = fc.array(fc.array(fc.integer({ min: 1, max: 5_000 }), { maxLength: 800 }), {
  maxLength: 5,
});

test('every place has its ordinal and every ordinal its place, however they arrive', () => {
  const property = fc.property(someBatches, (batches) => {
    const counted = ordinals();
    const places: number[] = [];
    let place = 0;
    for (const steps of batches) {
      const next = steps.map((step) => (place += step));
      counted.add(next);
      places.push(...next);
    }
    expect(counted.head()).toBe(places.length);
    expect(places.map(counted.positionOf)).toEqual(numbersFrom(1, places.length));
    expect(numbersFrom(1, places.length).map(counted.placeOf)).toEqual(places);
    expect(counted.placeOf(0)).toBe(0);
    const isTaken = new Set(places);
    const between = places.map((each) => each - 1).filter((each) => !isTaken.has(each));
    expect(between.filter((each) => counted.positionOf(each) !== undefined)).toEqual([]);
  });
  fc.assert(property, { numRuns: 50 });
});

test('who waits for a place or a position is told once it is counted', async () => {
  const counted = ordinals();
  const told: string[] = [];
  const waiting = [
    counted.counted(200).then(() => told.push('the place 200')),
    counted.reached(1).then(() => told.push('the position 1')),
  ];
  counted.add([100]);
  await waiting[1];
  expect(told).toEqual(['the position 1']);
  counted.add([200, 300]);
  await Promise.all(waiting);
  expect(told).toEqual(['the position 1', 'the place 200']);
});

test('an event that comes out of order is a defect, not a position', () => {
  const counted = ordinals();
  counted.add([100, 200]);
  expect(() => counted.add([200])).toThrow('the event at 200 comes after 200');
});
