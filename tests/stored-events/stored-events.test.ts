import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { currentVersion, eventTypes, schemaOf, upcast } from '../../src/domain/catalogue.js';
import type { EventType } from '../../src/domain/catalogue.js';
import type { StoredEvent } from '../../src/domain/event.js';

const fixtures = new URL('fixtures/', import.meta.url);
const read = (file: string): StoredEvent =>
  JSON.parse(readFileSync(new URL(file, fixtures), 'utf8')) as StoredEvent;

describe('every event version ever written', () => {
  const files = readdirSync(fixtures);

  it('has a fixture', () => {
    const expected = eventTypes.flatMap((type) =>
      Array.from({ length: currentVersion(type) }, (_, at) => `${type}.v${at + 1}.json`),
    );
    expect(files.toSorted()).toEqual(expected.toSorted());
  });

  it.each(files)('%s can still be read', (file) => {
    const event = upcast(read(file));
    const type = event.type as EventType;
    expect(event.schemaVersion).toBe(currentVersion(type));
    expect(schemaOf(type).parse(event.data)).toEqual(event.data);
  });

  it.each(files)('%s holds no number that is not whole, and no readable free text', (file) => {
    const numbers = (value: unknown): readonly number[] =>
      typeof value === 'number'
        ? [value]
        : value !== null && typeof value === 'object'
          ? Object.values(value).flatMap(numbers)
          : [];
    const { data } = read(file);
    expect(numbers(data).filter((number) => !Number.isSafeInteger(number))).toEqual([]);
    expect(JSON.stringify(data)).not.toContain('"kind":"plain"');
  });
});

describe('an event this program does not know', () => {
  const known = read('CommitmentMade.v1.json');

  it('is an error, whether it is the type or the version', () => {
    expect(() => upcast({ ...known, type: 'CommitmentForgotten' })).toThrow('unknown event type');
    expect(() => upcast({ ...known, type: 'constructor' })).toThrow('unknown event type');
    expect(() => upcast({ ...known, schemaVersion: 2 })).toThrow('unknown version 2');
    expect(() => upcast({ ...known, schemaVersion: 0 })).toThrow('unknown version 0');
  });
});
