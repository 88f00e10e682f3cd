import { upcast } from './catalogue.js';
import type { Noun, Surroundings, Versioned } from './command.js';
import type { EventLog } from './event-log.js';
import type { EventSchemas, StoredEvent } from './event.js';
import { foldEvents, type AnyFold } from './fold.js';

/** What all surroundings of one command or batch share. */
export type Setting = Pick<Surroundings, 'codeLists' | 'today'>;

// Only who gives a command, and with which key, tells what id it derives.
const noId = (): never => {
  throw new Error('These surroundings belong to no command, so nothing has an id.');
};

/** Surroundings that read each stream once, as it stood when it was first needed. */
export function commandSurroundings(
  log: Pick<EventLog, 'readStream'>,
  setting: Setting,
): Surroundings {
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
    ...setting,
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
