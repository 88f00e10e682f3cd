import type { Unsealed } from './codec.js';
import type { Noun, Surroundings } from './command.js';
import type { EventMetadata, EventSchemas, StoredEvent } from './event.js';
import { applyEvent, foldEvents, type AnyFold } from './fold.js';

/** The stream of a batch: what the log holds, and behind it what the batch adds. */
export type BatchStream = {
  /** All events; those added have no id and no position of their own yet. */
  readonly events: readonly StoredEvent[];
  readonly added: readonly Unsealed[];
  /** Adds an event and returns its revision. */
  add(event: Unsealed): number;
  stateOf<State>(fold: AnyFold<State>): State;
  /** Revisions of what a command with this key and acting organization wrote. */
  revisionsOf(metadata: EventMetadata): readonly number[];
  /** Surroundings in which this stream stands as the batch has left it so far. */
  within(around: Surroundings): Surroundings;
};

const nameOf = ({ actingFor, idempotencyKey }: EventMetadata): string =>
  `${actingFor} ${idempotencyKey}`;

/** Revisions by what wrote them. */
function revisionIndex(events: readonly StoredEvent[]) {
  const byName = new Map<string, number[]>();
  const note = ({ metadata, revision }: StoredEvent): void => {
    const name = nameOf(metadata);
    const revisions = byName.get(name);
    if (revisions === undefined) byName.set(name, [revision]);
    else revisions.push(revision);
  };
  events.forEach(note);
  return { note, of: (metadata: EventMetadata) => byName.get(nameOf(metadata)) ?? [] };
}

/** Starts a batch on a stream. @param before all its events */
export function batchStream(stream: string, before: readonly StoredEvent[]): BatchStream {
  const events = [...before];
  const added: Unsealed[] = [];
  const revisions = revisionIndex(before);
  let folded: { readonly fold: unknown; readonly state: unknown } | undefined;

  const stateOf = <State>(fold: AnyFold<State>): State => {
    if (folded?.fold !== fold) folded = { fold, state: foldEvents(fold, events) };
    return folded.state as State;
  };
  const add = (unsealed: Unsealed): number => {
    const revision = events.length;
    const event = { ...unsealed, id: '', schemaVersion: 0, stream, revision, position: 0 };
    added.push(unsealed);
    events.push(event);
    revisions.note(event);
    // A mark takes back what was folded, so the stream is folded anew.
    const fold = folded?.fold as AnyFold<unknown> | undefined;
    if (event.type === 'DecisionRecordedInError' || fold === undefined) folded = undefined;
    else folded = { fold, state: applyEvent(fold, folded?.state, event) };
    return revision;
  };
  const within = (around: Surroundings): Surroundings => ({
    ...around,
    history: (name) => (name === stream ? Promise.resolve(events) : around.history(name)),
    read: async <State, S extends EventSchemas>(noun: Noun<State, S>, name: string) => {
      if (name !== stream) return around.read(noun, name);
      return { state: stateOf(noun.fold as AnyFold<State>), revision: events.length - 1 };
    },
  });
  return { events, added, add, stateOf, revisionsOf: revisions.of, within };
}
