import { upcast } from './catalogue.js';
import type { CodeLists } from './code-lists.js';
import type { Noun, Surroundings, Versioned } from './command.js';
import type { EventLog } from './event-log.js';
import type { EventSchemas, StoredEvent } from './event.js';
import { foldEvents, type AnyFold } from './fold.js';

/** What deciding needs; no more than that, so it cannot write. */
export type ReadingPorts = {
  readonly log: Pick<EventLog, 'readStream'>;
  /** The lists in force when a command is decided. */
  readonly codeLists: () => CodeLists;
};

/** Surroundings in which nothing has an id of its own: those of commands that create nothing. */
const noId = (): never => {
  throw new Error('Only a command that creates something derives an id.');
};

/** Surroundings that read each stream once, as it stood when it was first needed. */
export function commandSurroundings({ log, codeLists }: ReadingPorts, today: string): Surroundings {
  const histories = new Map<string, Promise<readonly StoredEvent[]>>();
  const states = new Map<unknown, Map<string, Promise<Versioned<unknown>>>>();
  const history = (stream: string): Promise<readonly StoredEvent[]> => {
    const cached = histories.get(stream);
    if (cached !== undefined) return cached;
    const events = log.readStream(stream).then((read) => read.map(upcast));
    histories.set(stream, events);
    return events;
  };
  const folded = async (fold: AnyFold<unknown>, stream: string): Promise<Versioned<unknown>> => {
    const events = await history(stream);
    return { state: foldEvents(fold, events), revision: events.length - 1 };
  };
  return {
    codeLists: codeLists(),
    today,
    history,
    read<State, S extends EventSchemas>(noun: Noun<State, S>, stream: string) {
      const ofFold = states.get(noun.fold) ?? new Map<string, Promise<Versioned<unknown>>>();
      states.set(noun.fold, ofFold);
      const read = ofFold.get(stream) ?? folded(noun.fold as AnyFold<unknown>, stream);
      ofFold.set(stream, read);
      return read as Promise<Versioned<State>>;
    },
    deriveId: noId,
  };
}
