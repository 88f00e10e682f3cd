import { closeSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import type { Recorded } from './recorded.js';

/** What makes the store's events survive the end of its process. */
export type Journal = {
  /** What was on the disk when it was opened. */
  readonly recovered: readonly Recorded[];
  /** Returns when the events are on the disk, all of them or none. */
  write(events: readonly Recorded[]): void;
};

type Line = Omit<Recorded, 'data' | 'metadata'> & {
  readonly data: string;
  readonly metadata: string;
};

const encoded = (events: readonly Recorded[]): string =>
  JSON.stringify(
    events.map((event): Line => ({
      ...event,
      data: event.data.toString('base64'),
      metadata: event.metadata.toString('base64'),
    })),
  );

const decoded = (line: string): readonly Recorded[] =>
  (JSON.parse(line) as readonly Line[]).map((event) => ({
    ...event,
    data: Buffer.from(event.data, 'base64'),
    metadata: Buffer.from(event.metadata, 'base64'),
  }));

/** Opens a journal, making it when it is new; a last line that was cut short is taken off. */
export function openJournal(file: string): Journal {
  closeSync(openSync(file, 'a'));
  const bytes = readFileSync(file);
  const whole = bytes.lastIndexOf('\n') + 1;
  truncateSync(file, whole);
  const lines = bytes.subarray(0, whole).toString().split('\n').slice(0, -1);
  const descriptor = openSync(file, 'a');
  return {
    recovered: lines.flatMap(decoded),
    write(events) {
      writeSync(descriptor, `${encoded(events)}\n`);
      fsyncSync(descriptor);
    },
  };
}
