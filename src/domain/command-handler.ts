import { actingOrganization, type Caller } from './authority.js';
import { torontoDate } from './civil-date.js';
import { publishedCodeLists } from './code-list/published.js';
import type { CodeLists } from './code-lists.js';
import { encode, type Draft } from './codec.js';
import { upcast } from './catalogue.js';
import type { Command, CommandInput, Noun, Surroundings } from './command.js';
import { refuse, type Refusal } from './decision.js';
import type { EventMetadata, EventSchemas, NewEvent, StoredEvent } from './event.js';
import type { EventLog } from './event-log.js';
import { foldEvents, type AnyFold } from './fold.js';
import { organizationStream } from './identifiers.js';
import type { TextKeys } from './text-keys.js';
import { checkCharacters } from './text-rules.js';
import { turns } from './turns.js';

/** The technologies a command needs, each behind its port. */
export type CommandPorts = {
  readonly log: EventLog;
  readonly keys: TextKeys;
  /** The lists the program is delivered with; the handler adds what the log published since. */
  readonly codeLists: () => CodeLists;
  /** Instant, ISO 8601 in UTC. */
  readonly now: () => string;
  /** UUIDv7. */
  readonly newId: () => string;
  /** SHA-256, hexadecimal. */
  readonly digest: (text: string) => string;
  /** RFC 8785 canonical JSON. */
  readonly canonical: (value: unknown) => string;
};

/** What became of a command. A refusal or denial wrote nothing. */
export type Outcome =
  | {
      readonly outcome: 'accepted';
      readonly stream: string;
      readonly events: readonly StoredEvent[];
      /** Position of the last event the command stands for. */
      readonly position: number;
      /** True when this was a retry and nothing was written. */
      readonly replayed: boolean;
    }
  | { readonly outcome: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly outcome: 'denied' };

/** Executes commands: authority, idempotency, decision, append. */
export type CommandHandler = <Input extends CommandInput, State, S extends EventSchemas>(
  command: Command<Input, State, S>,
  input: Input,
  caller: Caller,
  correlationId?: string,
) => Promise<Outcome>;

/** Times a command decides afresh after another one extended the stream first. */
const maxAttempts = 10;
const keyPattern = /^[\x20-\x7e]{1,64}$/;

const refused = (refusals: readonly Refusal[]): Outcome => ({ outcome: 'refused', refusals });

const historyOf = async (log: EventLog, stream: string): Promise<readonly StoredEvent[]> =>
  (await log.readStream(stream)).map(upcast);

/** What all surroundings of one command share. */
type Setting = Pick<Surroundings, 'codeLists' | 'today'>;

function surroundings(ports: CommandPorts, setting: Setting, scope: string): Surroundings {
  const cache = new Map<string, Promise<readonly StoredEvent[]>>();
  const history = (stream: string): Promise<readonly StoredEvent[]> => {
    const cached = cache.get(stream);
    if (cached !== undefined) return cached;
    const events = historyOf(ports.log, stream);
    cache.set(stream, events);
    return events;
  };
  return {
    ...setting,
    history,
    async read<State, S extends EventSchemas>(noun: Noun<State, S>, stream: string) {
      const all = await history(stream);
      return { state: foldEvents(noun.fold as AnyFold<State>, all), revision: all.length - 1 };
    },
    deriveId: (prefix) => `${prefix}-${ports.digest(`${prefix} ${scope}`).slice(0, 32)}`,
  };
}

/**
 * Finds what the same command wrote before, in the stream that is folded anyway.
 * @returns undefined when the key is new to the stream and acting organization
 */
function replay(
  events: readonly StoredEvent[],
  { idempotencyKey, actingFor, commandHash }: EventMetadata,
): Outcome | undefined {
  const earlier = events.filter(
    ({ metadata }) =>
      metadata.idempotencyKey === idempotencyKey && metadata.actingFor === actingFor,
  );
  const last = earlier.at(-1);
  if (last === undefined) return undefined;
  if (earlier.some(({ metadata }) => metadata.commandHash !== commandHash))
    return refused(refuse('idempotency-key-reused', 'input.idempotencyKey').refusals);
  const { stream, position } = last;
  return { outcome: 'accepted', stream, events: earlier, position, replayed: true };
}

/** Makes redactions effective; again on a retry, so that a crash in between is mended. */
async function destroyRedacted(keys: TextKeys, events: readonly StoredEvent[]): Promise<void> {
  const redactions = events.filter(({ type }) => type === 'TextRedacted');
  const doomed = redactions.flatMap(({ data }) => data['keys'] as readonly string[]);
  if (doomed.length > 0) await keys.destroy(doomed);
}

/** An administrator may act for any organization there is, and for its own before it is. */
async function isRegistered(
  organization: string,
  { organizations }: Caller,
  around: Surroundings,
): Promise<boolean> {
  if (organizations.includes(organization)) return true;
  return (await around.history(organizationStream(organization))).length > 0;
}

/** What every event of a command carries; it happened today unless the input says otherwise. */
function metadataOf(
  { newId, keys, canonical }: CommandPorts,
  name: string,
  input: CommandInput,
  given: Pick<EventMetadata, 'actor' | 'actingFor' | 'recordedAt' | 'effectiveOn'>,
  correlationId: string | undefined,
): EventMetadata {
  const { idempotencyKey, effectiveOn = given.effectiveOn } = input;
  const commandId = newId();
  return {
    ...given,
    effectiveOn,
    correlationId: correlationId ?? commandId,
    causationId: commandId,
    idempotencyKey,
    commandHash: keys.hash(canonical([name, input])),
  };
}

/** Builds the handler through which the API, the imports and the demonstration all write. */
export function commandHandler(ports: CommandPorts): CommandHandler {
  const inTurn = turns();
  const addPublished = publishedCodeLists(ports.log);
  return async (command, input, caller, correlationId) => {
    if (!keyPattern.test(input.idempotencyKey))
      return refused(refuse('idempotency-key-invalid', 'input.idempotencyKey').refusals);
    const unreadable = checkCharacters(input, 'input');
    if (unreadable.length > 0) return refused(unreadable);
    const recordedAt = ports.now();
    const today = torontoDate(recordedAt);
    const setting = { today, codeLists: await addPublished(ports.codeLists()) };
    const unscoped = surroundings(ports, setting, '');
    const parties = await command.parties(input, unscoped, caller);
    const actingFor = actingOrganization(caller, { roles: command.roles, parties });
    if (actingFor === undefined) return { outcome: 'denied' };
    if (!(await isRegistered(actingFor, caller, unscoped)))
      return refused(
        refuse('organization-unknown', undefined, { organization: actingFor }).refusals,
      );
    const { actor } = caller;
    const given = { actor, actingFor, recordedAt, effectiveOn: today };
    const metadata = metadataOf(ports, command.name, input, given, correlationId);
    const scope = `${actingFor} ${input.idempotencyKey}`;
    const stream = command.target(input, surroundings(ports, setting, scope));
    return inTurn(stream, async () => {
      for (let attempt = 0; attempt < maxAttempts; attempt++) {
        const around = surroundings(ports, setting, scope);
        const outcome = await attemptOnce(ports, command, input, metadata, around, stream);
        if (outcome !== 'conflict') return outcome;
      }
      return refused(refuse('stream-busy').refusals);
    });
  };
}

/** Refuses unless the stream that the client saw still stands where it saw it. */
async function checkRevision<Input extends CommandInput, State, S extends EventSchemas>(
  command: Command<Input, State, S>,
  input: Input,
  revision: number,
  around: Surroundings,
): Promise<Outcome | undefined> {
  const { expectedRevision: expected } = input;
  if (expected === undefined) return undefined;
  const guarded = command.guarded?.(input);
  const actual = guarded ? (await around.history(guarded)).length - 1 : revision;
  if (actual === expected) return undefined;
  return refused(
    refuse('revision-conflict', 'input.expectedRevision', { expected, actual }).refusals,
  );
}

/** What was appended, as the log holds it. */
const storedAfter = (
  stream: string,
  events: readonly NewEvent[],
  last: { readonly revision: number; readonly position: number },
): readonly StoredEvent[] =>
  events.map((event, at) => {
    const before = events.length - 1 - at;
    return {
      ...event,
      stream,
      revision: last.revision - before,
      position: last.position - before,
    };
  });

async function attemptOnce<Input extends CommandInput, State, S extends EventSchemas>(
  ports: CommandPorts,
  command: Command<Input, State, S>,
  input: Input,
  metadata: EventMetadata,
  around: Surroundings,
  stream: string,
): Promise<Outcome | 'conflict'> {
  const { log, keys } = ports;
  const events = await historyOf(log, stream);
  const earlier = replay(events, metadata);
  if (earlier?.outcome === 'accepted') await destroyRedacted(keys, earlier.events);
  if (earlier !== undefined) return earlier;
  const revision = events.length - 1;
  const moved = await checkRevision(command, input, revision, around);
  if (moved !== undefined) return moved;
  const deciding = await command.decide(input, around);
  const state = foldEvents(command.noun.fold as AnyFold<State>, events);
  const decision = typeof deciding === 'function' ? deciding(state, events) : deciding;
  if (!decision.accepted) return refused(decision.refusals);
  const drafts = decision.events as readonly Draft[];
  if (drafts.length === 0) {
    const position = events.at(-1)?.position ?? 0;
    return { outcome: 'accepted', stream, events: [], position, replayed: true };
  }
  const encoded = await encode(drafts, metadata, keys, ports.newId);
  const result = await log.append(stream, revision, encoded);
  if (result.outcome === 'conflict') return 'conflict';
  const stored = storedAfter(stream, encoded, result);
  await destroyRedacted(keys, stored);
  const { position } = result;
  return { outcome: 'accepted', stream, events: stored, position, replayed: false };
}
