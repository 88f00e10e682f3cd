import type { Outcome } from '../domain/command-handler.js';
import type { Command, CommandInput } from '../domain/command.js';
import type { Refusal as DomainRefusal } from '../domain/decision.js';
import type { EventSchemas } from '../domain/event.js';
import type { RequestContext } from './context.js';
import { denied } from './denied.js';
import { refuseMalformedIds } from './malformed-ids.js';
import { Refusal } from './refusal.object.js';

/** An input as GraphQL gives it: null stands for absent. */
export type Given<T> = {
  readonly [K in keyof T]: Given<T[K]> | (undefined extends T[K] ? null : never);
};

/** What a command was accepted with. */
export type Accepted = Extract<Outcome, { outcome: 'accepted' }>;

/** What every payload says; its entity comes under a name of its own. */
type Answer<Name extends string, Entity> = {
  readonly [N in Name]: Entity | null;
} & {
  readonly position: number | null;
  readonly refusals: readonly Refusal[];
};

/** The same without nulls, so that {a: null} and {} are one command with one hash. */
function withoutNulls(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(withoutNulls);
  const given = Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined);
  return Object.fromEntries(given.map(([key, inner]) => [key, withoutNulls(inner)]));
}

/** Gives a command, checking first what the edge alone can see of its input. */
async function give<Input extends CommandInput, State, S extends EventSchemas>(
  command: Command<Input, State, S>,
  input: Given<Input>,
  context: RequestContext,
): Promise<Exclude<Outcome, { outcome: 'denied' }>> {
  const { caller, services, correlationId } = context;
  if (!command.roles.includes(caller.role)) throw denied(context);
  const given = withoutNulls(input) as Input;
  const malformed = refuseMalformedIds(given);
  if (malformed.length > 0) return { outcome: 'refused', refusals: malformed };
  const outcome = await services.execute(command, given, caller, correlationId);
  if (outcome.outcome === 'denied') throw denied(context);
  return outcome;
}

/**
 * How the mutations of a noun answer: they give the command, wait until the views show what
 * it wrote, and load the entity it is about.
 * @param name field of the payload that shows the entity
 * @returns a function that throws CodedError when the caller may not give the command, and
 * PositionNotReached when it is recorded but the views lag: a retry with the same key answers
 */
export const answering =
  <Name extends string, Entity>(
    name: Name,
    load: (accepted: Accepted, context: RequestContext) => Promise<Entity | null>,
  ) =>
  async <Input extends CommandInput, State, S extends EventSchemas>(
    command: Command<Input, State, S>,
    input: Given<Input>,
    context: RequestContext,
  ): Promise<Answer<Name, Entity>> => {
    const outcome = await give(command, input, context);
    const answer = (
      entity: Entity | null,
      position: number | null,
      why: readonly DomainRefusal[],
    ) =>
      ({ [name]: entity, position, refusals: why.map((each) => new Refusal(each)) }) as Answer<
        Name,
        Entity
      >;
    if (outcome.outcome === 'refused') return answer(null, null, outcome.refusals);
    await context.reachOwn(outcome.position);
    return answer(await load(outcome, context), outcome.position, []);
  };
