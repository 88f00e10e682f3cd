import { upcast } from '../../domain/catalogue.js';
import { torontoDate } from '../../domain/civil-date.js';
import type { CodeLists } from '../../domain/code-lists.js';
import type { Noun, Surroundings, Versioned } from '../../domain/command.js';
import type { EventLog } from '../../domain/event-log.js';
import type { EventSchemas, StoredEvent } from '../../domain/event.js';
import { foldEvents, type AnyFold } from '../../domain/fold.js';

/** What deciding ahead needs; no more than that, so it cannot write. */
export type ReadingPorts = {
  readonly log: Pick<EventLog, 'readStream'>;
  readonly codeLists: () => CodeLists;
  /** Instant, ISO 8601 in UTC. */
  readonly now: () => string;
};

/**
 * What the decisions of one import read from elsewhere. Each stream is read once, as it stood
 * when a row first needed it: what changes meanwhile is seen when the row is written.
 */
export function importSurroundings({ log, codeLists, now }: ReadingPorts): Surroundings {
  const histories = new Map<string, Promise<readonly StoredEvent[]>>();
  const states = new Map<string, Promise<Versioned<unknown>>>();
  const once = <T>(kept: Map<string, Promise<T>>, stream: string, read: () => Promise<T>) => {
    const earlier = kept.get(stream) ?? read();
    kept.set(stream, earlier);
    return earlier;
  };
  const history = (stream: string): Promise<readonly StoredEvent[]> =>
    once(histories, stream, async () => (await log.readStream(stream)).map(upcast));
  return {
    codeLists: codeLists(),
    today: torontoDate(now()),
    history,
    read: async <State, S extends EventSchemas>(noun: Noun<State, S>, stream: string) =>
      (await once(states, stream, async () => {
        const events = await history(stream);
        const state = foldEvents(noun.fold as AnyFold<State>, events);
        return { state, revision: events.length - 1 };
      })) as Versioned<State>,
    deriveId: () => {
      throw new Error('An observation has no id of its own.');
    },
  };
}
