import { EventEmitter } from 'node:events';
import type { Journal } from './journal.js';
import type { Proposed, Recorded } from './recorded.js';

/** What a caller says a stream must look like. */
export type Expected = 'any' | 'no-stream' | 'stream-exists' | number;

/** Why an append is refused. */
export type Refusal =
  | { readonly kind: 'wrong-version'; readonly actual: number; readonly expected: Expected }
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'bad-request'; readonly reason: string };

export type Appended = { readonly revision: number; readonly position: number };

/** The streams and their total order. */
export type EventStore = {
  append(stream: string, expected: Expected, events: readonly Proposed[]): Appended | Refusal;
  /** Every event in the total order, system streams included. */
  readonly all: readonly Recorded[];
  stream(name: string): readonly Recorded[];
  /** Emits "grown" after every append. */
  readonly growth: EventEmitter<{ grown: [] }>;
};

const ticksNow = (): string => String(BigInt(Date.now()) * 10_000n);

/** What a server counts against its limit: body, metadata and the type in two-byte characters. */
const sizeOf = ({ data, metadata, type }: Proposed): number =>
  data.length + metadata.length + 2 * type.length;

const meets = (expected: Expected, actual: number): boolean => {
  if (expected === 'any') return true;
  if (expected === 'stream-exists') return actual >= 0;
  return actual === (expected === 'no-stream' ? -1 : expected);
};

/** Where the same events stand already: at the expected revision, or anywhere when it is open. */
function standing(
  own: readonly Recorded[],
  expected: Expected,
  events: readonly Proposed[],
): readonly (Recorded | undefined)[] {
  if (expected === 'any' || expected === 'stream-exists')
    return events.map(({ id }) => own.find((event) => event.id === id));
  const after = expected === 'no-stream' ? -1 : expected;
  return events.map(({ id }, at) => {
    const there = own[after + 1 + at];
    return there?.id === id ? there : undefined;
  });
}

function recordedFrom(
  stream: string,
  from: Appended,
  events: readonly Proposed[],
): readonly Recorded[] {
  let position = from.position;
  return events.map((event, at) => {
    position += 100 + sizeOf(event);
    return { ...event, stream, revision: from.revision + 1 + at, position, created: ticksNow() };
  });
}

/** Opens the store over its journal. A new one begins with a system stream, as a real one does. */
export function openEventStore(journal: Journal, maxAppendSize: number): EventStore {
  const all: Recorded[] = [];
  const streams = new Map<string, Recorded[]>();
  const growth = new EventEmitter<{ grown: [] }>().setMaxListeners(0);
  const keep = (events: readonly Recorded[]): void => {
    for (const event of events) {
      all.push(event);
      const own = streams.get(event.stream) ?? [];
      own.push(event);
      streams.set(event.stream, own);
    }
  };
  const write = (stream: string, revision: number, events: readonly Proposed[]): Appended => {
    const position = all.at(-1)?.position ?? 448;
    const recorded = recordedFrom(stream, { revision, position }, events);
    journal.write(recorded);
    keep(recorded);
    growth.emit('grown');
    return recorded.at(-1) ?? { revision: Math.max(revision, 0), position };
  };
  keep(journal.recovered);
  if (all.length === 0)
    write('$$$scavenges', -1, [
      {
        id: '00000000-0000-4000-8000-000000000001',
        type: '$metadata',
        contentType: 'application/json',
        data: Buffer.from('{}'),
        metadata: Buffer.of(),
      },
    ]);
  return {
    all,
    growth,
    stream: (name) => streams.get(name) ?? [],
    append(stream, expected, events) {
      if (stream === '') return { kind: 'bad-request', reason: 'The stream has no name.' };
      if (events.some(({ type }) => type === ''))
        return { kind: 'bad-request', reason: 'An event has no type.' };
      if (events.reduce((sum, event) => sum + sizeOf(event), 0) > maxAppendSize)
        return { kind: 'too-large', limit: maxAppendSize };
      const own = streams.get(stream) ?? [];
      const actual = own.length - 1;
      const there = standing(own, expected, events);
      const last = there.at(-1);
      if (last !== undefined && there.every((event) => event !== undefined)) return last;
      const isPartly = there.some((event) => event !== undefined);
      if (!meets(expected, actual) || isPartly) return { kind: 'wrong-version', actual, expected };
      return write(stream, actual, events);
    },
  };
}
