import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { v7 as newId } from 'uuid';
import type { CodeLists } from '../../domain/code-lists.js';
import { commandHandler, type CommandHandler } from '../../domain/command-handler.js';
import type { EventLog } from '../../domain/event-log.js';
import type { StoredEvent } from '../../domain/event.js';
import type { TextKeys } from '../../domain/text-keys.js';
import type { PlainText } from '../../domain/text.js';

/** What deciding ahead needs; no more than that, so it cannot write. */
export type RehearsalPorts = {
  readonly log: Pick<EventLog, 'readStream' | 'head'>;
  readonly keys: Pick<TextKeys, 'hash'>;
  readonly codeLists: () => CodeLists;
  /** Instant, ISO 8601 in UTC. */
  readonly now: () => string;
};

/** Gives commands for rehearsal, and reads what would stand after them. */
export type Rehearsal = {
  readonly execute: CommandHandler;
  readStream(stream: string): Promise<readonly StoredEvent[]>;
};

/** SHA-256, hexadecimal. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** RFC 8785 canonical JSON. */
export const canonical = (value: unknown): string => canonicalize(value) ?? '';

const notRehearsed = (): never => {
  throw new Error('A rehearsal only reads streams and appends to them.');
};

// Nobody ever opens these: they are gone with the rehearsal.
const unreadable = ({ language }: PlainText) =>
  ({ kind: 'sealed', language, key: 'rehearsal', data: '' }) as const;

/** Streams as they would stand: the log's own, and what was appended in memory. */
function playedLog({ log }: RehearsalPorts): Pick<EventLog, 'append' | 'readStream'> {
  const played = new Map<string, StoredEvent[]>();
  let position: number | undefined;
  const readStream = async (stream: string): Promise<readonly StoredEvent[]> => [
    ...(await log.readStream(stream)),
    ...(played.get(stream) ?? []),
  ];
  return {
    readStream,
    async append(stream, expectedRevision, events) {
      const before = (position ??= await log.head());
      const actualRevision = (await readStream(stream)).length - 1;
      if (actualRevision !== expectedRevision) return { outcome: 'conflict', actualRevision };
      const stored = events.map((event, at) => ({
        ...event,
        stream,
        revision: actualRevision + 1 + at,
        position: before + 1 + at,
      }));
      position = before + events.length;
      played.set(stream, [...(played.get(stream) ?? []), ...stored]);
      const revision = actualRevision + events.length;
      return { outcome: 'appended', revision, position, replayed: false };
    },
  };
}

/**
 * The real command handler over the real log, except that what it appends is kept in memory
 * and forgotten: a whole plan is decided, each row after those before it, and nothing written.
 */
export function rehearsal(ports: RehearsalPorts): Rehearsal {
  const { log, keys, codeLists, now } = ports;
  const { append, readStream } = playedLog(ports);
  const unused = {
    readAll: notRehearsed,
    subscribe: notRehearsed,
    close: notRehearsed,
    open: notRehearsed,
  };
  const execute = commandHandler({
    log: { ...unused, append, readStream, head: log.head },
    keys: {
      ...unused,
      seal: async (texts) => texts.map(unreadable),
      destroy: async () => undefined,
      hash: keys.hash,
    },
    codeLists,
    now,
    newId,
    digest,
    canonical,
  });
  return { execute, readStream };
}
