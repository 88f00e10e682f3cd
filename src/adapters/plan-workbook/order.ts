import type { Caller } from '../../domain/authority.js';
import type { Command, CommandInput } from '../../domain/command.js';
import type { CommandHandler, Outcome } from '../../domain/command-handler.js';
import type { EventSchemas } from '../../domain/event.js';
import { canonical, digest } from './rehearsal.js';

/** A command with its input, waiting for the key under which it is given. */
export type Order = {
  /** What it says, as text: the same text is the same order. */
  contentOf(key: string): string;
  /** The stream it extends, when it is given for an organization under a key. */
  streamOf(actingFor: string, key: string): string;
  give(handler: CommandHandler, key: string, caller: Caller, group: string): Promise<Outcome>;
};

/** An order to give a command. */
export function order<Input extends CommandInput, State, S extends EventSchemas>(
  command: Command<Input, State, S>,
  input: Omit<Input, 'idempotencyKey'>,
): Order {
  const keyed = (idempotencyKey: string): Input => ({ ...input, idempotencyKey }) as Input;
  return {
    contentOf: (key) => canonical([command.name, keyed(key)]),
    streamOf: (actingFor, key) =>
      command.target(keyed(key), {
        deriveId: (prefix: string) =>
          `${prefix}-${digest(`${prefix} ${actingFor} ${key}`).slice(0, 32)}`,
      } as never),
    give: (handler, key, caller, group) => handler(command, keyed(key), caller, group),
  };
}
