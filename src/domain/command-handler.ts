import type { Caller } from './authority.js';
import { batchHandler, type BatchHandler } from './command-batch.js';
import type { Command, CommandInput } from './command.js';
import type { CommandPorts, Outcome } from './command-ports.js';
import type { EventSchemas } from './event.js';
import { order } from './order.js';

export type { CommandPorts, Outcome } from './command-ports.js';

/** Executes commands: authority, idempotency, decision, append. */
export type CommandHandler = <Input extends CommandInput, State, S extends EventSchemas>(
  command: Command<Input, State, S>,
  input: Input,
  caller: Caller,
  correlationId?: string,
) => Promise<Outcome>;

/**
 * Builds the handler through which the API and the demonstration write: a batch of one.
 * @param executeAll where the same process also gives batches, so that all take turns
 */
export const commandHandler =
  (ports: CommandPorts, executeAll: BatchHandler = batchHandler(ports)): CommandHandler =>
  async (command, input, caller, correlationId) => {
    const [outcome] = await executeAll([order(command, input)], caller, correlationId);
    return outcome as Outcome;
  };
