import { actingOrganization, type Caller } from './authority.js';
import { batchStream, type BatchStream } from './batch-stream.js';
import { torontoDate } from './civil-date.js';
import { publishedCodeLists } from './code-list/published.js';
import { checkedBody, encode, type Draft } from './codec.js';
import type { Surroundings } from './command.js';
import type { CommandPorts, Outcome } from './command-ports.js';
import { commandSurroundings, type Setting } from './command-surroundings.js';
import { refuse, type Refusal } from './decision.js';
import { AppendTooLarge } from './event-log.js';
import type { EventMetadata, NewEvent, StoredEvent } from './event.js';
import { organizationStream } from './identifiers.js';
import type { Order } from './order.js';
import type { TextKeys } from './text-keys.js';
import { checkCharacters } from './text-rules.js';
import { turns } from './turns.js';

/**
 * Executes commands about one stream as if one after the other, each decided on what the ones
 * before it left, and appends what they come to at once. One that is refused stops no other.
 * Who is party to what is read once, when the batch begins.
 * @returns one outcome for each command, in order
 */
export type BatchHandler = (
  orders: readonly Order[],
  caller: Caller,
  correlationId?: string,
) => Promise<readonly Outcome[]>;

type Ended = Exclude<Outcome, { outcome: 'accepted' }>;

/** A command that may be decided: who gives it is known and allowed to. */
type Admitted = {
  readonly order: Order;
  readonly metadata: EventMetadata;
  readonly stream: string;
  deriveId(prefix: string): string;
};

/** What an accepted command stands for: these revisions, seen when the stream was at `at`. */
type Accepted = {
  readonly revisions: readonly number[];
  readonly at: number;
  readonly replayed: boolean;
};

/** Times a batch decides afresh after another one extended the stream first. */
const maxAttempts = 10;
const keyPattern = /^[\x20-\x7e]{1,64}$/;

const refused = (refusals: readonly Refusal[]): Ended => ({ outcome: 'refused', refusals });

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

/** Checks who gives a command, and for whom; refusing here needs no stream. */
async function admit(
  ports: CommandPorts,
  order: Order,
  caller: Caller,
  correlationId: string | undefined,
  recordedAt: string,
  around: Surroundings,
): Promise<Admitted | Ended> {
  const { idempotencyKey, effectiveOn = around.today } = order.input;
  if (!keyPattern.test(idempotencyKey))
    return refused(refuse('idempotency-key-invalid', 'input.idempotencyKey').refusals);
  const unreadable = checkCharacters(order.input, 'input');
  if (unreadable.length > 0) return refused(unreadable);
  const parties = await order.parties(around, caller);
  const actingFor = actingOrganization(caller, { roles: order.roles, parties });
  if (actingFor === undefined) return { outcome: 'denied' };
  if (!(await isRegistered(actingFor, caller, around)))
    return refused(refuse('organization-unknown', undefined, { organization: actingFor }).refusals);
  const commandId = ports.newId();
  const metadata: EventMetadata = {
    actor: caller.actor,
    actingFor,
    recordedAt,
    effectiveOn,
    correlationId: correlationId ?? commandId,
    causationId: commandId,
    idempotencyKey,
    commandHash: ports.keys.hash(ports.canonical([order.name, order.input])),
  };
  const scope = `${actingFor} ${idempotencyKey}`;
  const deriveId = (prefix: string) =>
    `${prefix}-${ports.digest(`${prefix} ${scope}`).slice(0, 32)}`;
  return { order, metadata, stream: order.target({ ...around, deriveId }), deriveId };
}

/**
 * Finds what the same command wrote before, in the stream that is folded anyway.
 * @returns undefined when the key is new to the stream and acting organization
 */
function replay(metadata: EventMetadata, on: BatchStream): Accepted | Ended | undefined {
  const earlier = on.revisionsOf(metadata);
  const last = earlier.at(-1);
  if (last === undefined) return undefined;
  const isOther = (revision: number): boolean =>
    on.events[revision]?.metadata.commandHash !== metadata.commandHash;
  return earlier.some(isOther)
    ? refused(refuse('idempotency-key-reused', 'input.idempotencyKey').refusals)
    : { revisions: earlier, at: last, replayed: true };
}

/** Refuses unless the stream that the client saw still stands where it saw it. */
async function checkRevision(
  { input, guarded }: Order,
  on: BatchStream,
  around: Surroundings,
): Promise<Ended | undefined> {
  const { expectedRevision: expected } = input;
  if (expected === undefined) return undefined;
  const events = guarded ? await around.history(guarded) : on.events;
  const actual = events.length - 1;
  if (actual === expected) return undefined;
  return refused(
    refuse('revision-conflict', 'input.expectedRevision', { expected, actual }).refusals,
  );
}

async function decideOne(
  { order, metadata, deriveId }: Admitted,
  on: BatchStream,
  shared: Surroundings,
): Promise<Accepted | Ended> {
  const earlier = replay(metadata, on);
  if (earlier !== undefined) return earlier;
  const around = on.within({ ...shared, deriveId });
  const moved = await checkRevision(order, on, around);
  if (moved !== undefined) return moved;
  const deciding = await order.decide(around);
  const decision =
    typeof deciding === 'function' ? deciding(on.stateOf(order.fold), on.events) : deciding;
  if (!decision.accepted) return refused(decision.refusals);
  const drafts = decision.events as readonly Draft[];
  const revisions = drafts.map((draft) =>
    on.add({ type: draft.type, data: checkedBody(draft), metadata }),
  );
  return { revisions, at: on.events.length - 1, replayed: revisions.length === 0 };
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

function outcomeOf(decided: Accepted | Ended, stream: string, all: readonly StoredEvent[]) {
  if ('outcome' in decided) return decided;
  const { revisions, at, replayed } = decided;
  const events = revisions.map((revision) => all[revision] as StoredEvent);
  const position = all[at]?.position ?? 0;
  return { outcome: 'accepted', stream, events, position, replayed } satisfies Outcome;
}

async function attemptAll(
  ports: CommandPorts,
  stream: string,
  admitted: readonly (Admitted | Ended)[],
  setting: Setting,
): Promise<readonly Outcome[] | 'conflict'> {
  const { log, keys, newId } = ports;
  const shared = commandSurroundings(log, setting);
  const before = await shared.history(stream);
  const on = batchStream(stream, before);
  const decided: (Accepted | Ended)[] = [];
  for (const each of admitted)
    decided.push('outcome' in each ? each : await decideOne(each, on, shared));
  let all = before;
  if (on.added.length > 0) {
    const encoded = await encode(on.added, keys, newId);
    const result = await log.append(stream, before.length - 1, encoded);
    if (result.outcome === 'conflict') return 'conflict';
    all = [...before, ...storedAfter(stream, encoded, result)];
  }
  const outcomes = decided.map((each) => outcomeOf(each, stream, all));
  const events = outcomes.flatMap((each) => (each.outcome === 'accepted' ? each.events : []));
  await destroyRedacted(keys, events);
  return outcomes;
}

/** Decides and appends, all at once unless that is too large for the log: then in halves. */
async function executeAll(
  ports: CommandPorts,
  stream: string,
  admitted: readonly (Admitted | Ended)[],
  setting: Setting,
): Promise<readonly Outcome[]> {
  const allRefused = (code: 'stream-busy' | 'command-too-large'): readonly Outcome[] =>
    admitted.map((each) => ('outcome' in each ? each : refused(refuse(code).refusals)));
  try {
    for (let attempt = 0; attempt < maxAttempts; attempt++) {
      const outcomes = await attemptAll(ports, stream, admitted, setting);
      if (outcomes !== 'conflict') return outcomes;
    }
    return allRefused('stream-busy');
  } catch (error) {
    if (!(error instanceof AppendTooLarge)) throw error;
    if (admitted.length === 1) return allRefused('command-too-large');
  }
  const half = Math.ceil(admitted.length / 2);
  const first = await executeAll(ports, stream, admitted.slice(0, half), setting);
  return [...first, ...(await executeAll(ports, stream, admitted.slice(half), setting))];
}

/** The one stream of a batch. @throws when there are several, which is a bug of the caller */
function streamOf(admitted: readonly (Admitted | Ended)[]): string | undefined {
  const streams = new Set(admitted.flatMap((each) => ('outcome' in each ? [] : [each.stream])));
  if (streams.size > 1) throw new Error('The commands of a batch are about one stream.');
  return streams.values().next().value;
}

/** Builds the handler through which everybody writes. */
export function batchHandler(ports: CommandPorts): BatchHandler {
  const inTurn = turns();
  const addPublished = publishedCodeLists(ports.log);
  return async (orders, caller, correlationId) => {
    const recordedAt = ports.now();
    const codeLists = await addPublished(ports.codeLists());
    const setting = { today: torontoDate(recordedAt), codeLists };
    const around = commandSurroundings(ports.log, setting);
    const admitted: (Admitted | Ended)[] = [];
    for (const order of orders)
      admitted.push(await admit(ports, order, caller, correlationId, recordedAt, around));
    const stream = streamOf(admitted);
    if (stream === undefined) return admitted.filter((each) => 'outcome' in each);
    return inTurn(stream, () => executeAll(ports, stream, admitted, setting));
  };
}
