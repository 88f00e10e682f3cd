import type { Authority, Caller, Role } from './authority.js';
import type { Command, CommandInput, Deciding, Surroundings } from './command.js';
import type { EventSchemas } from './event.js';
import type { AnyFold } from './fold.js';
import type { StreamName } from './identifiers.js';

/** A command with its input, the types of both forgotten: what a batch is made of. */
export type Order = {
  readonly name: string;
  readonly input: CommandInput;
  readonly roles: readonly Role[];
  readonly fold: AnyFold<unknown>;
  /** Stream that `expectedRevision` speaks of, when it is not the target. */
  readonly guarded: string | undefined;
  parties(
    around: Surroundings,
    caller?: Caller,
  ): Promise<Authority['parties']> | Authority['parties'];
  target(around: Surroundings): StreamName;
  decide(
    around: Surroundings,
  ): Promise<Deciding<unknown, EventSchemas>> | Deciding<unknown, EventSchemas>;
};

/** Orders what a command does with an input. */
export const order = <Input extends CommandInput, State, S extends EventSchemas>(
  command: Command<Input, State, S>,
  input: Input,
): Order => ({
  name: command.name,
  input,
  roles: command.roles,
  fold: command.noun.fold as AnyFold<unknown>,
  guarded: command.guarded?.(input),
  parties: (around, caller) => command.parties(input, around, caller),
  target: (around) => command.target(input, around),
  // The state given to it is folded by this very command's fold.
  decide: async (around) => (await command.decide(input, around)) as Deciding<unknown, S>,
});
