import type { Caller } from '../../domain/authority.js';
import type { Command, CommandInput } from '../../domain/command.js';
import type { CommandHandler, Outcome } from '../../domain/command-handler.js';
import type { EventSchemas } from '../../domain/event.js';

/** What the demonstration needs to write: the same handler as the API. */
export type DemoWriter = {
  /**
   * Executes one command for an organization. The key names it, so that a repetition of the
   * whole demonstration writes nothing.
   * @throws Error when it is refused or denied: the demonstration data are known to be good
   */
  write<Input extends CommandInput, State, S extends EventSchemas>(
    command: Command<Input, State, S>,
    key: string,
    input: Omit<Input, 'idempotencyKey'>,
    actingFor?: string,
  ): Promise<Accepted>;
  /** Runs tasks a few at a time, in order of their start. */
  each<T>(items: Iterable<T>, task: (item: T) => Promise<unknown>): Promise<void>;
};

/** What an accepted command wrote, or had written before. */
export type Accepted = Extract<Outcome, { outcome: 'accepted' }>;

/** The organization for which the demonstration registers what is provincial. */
export const ministry = 'solgen';

/** Who is recorded as the actor of the demonstration. */
export const demoActor = 'demonstration';

const concurrency = 32;

const loader: Caller = {
  actor: demoActor,
  role: 'administrator',
  organizations: [ministry],
};

/** The writer over a command handler. `onWrite` is called after every command. */
export function demoWriter(execute: CommandHandler, onWrite: () => void): DemoWriter {
  return {
    async write(command, key, input, actingFor = ministry) {
      const keyed = { ...input, idempotencyKey: `demo ${key}` } as never;
      const outcome = await execute(command, keyed, { ...loader, actingFor });
      if (outcome.outcome !== 'accepted')
        throw new Error(`demonstration ${command.name} ${key}: ${JSON.stringify(outcome)}`);
      onWrite();
      return outcome;
    },
    async each(items, task) {
      const queue = [...items];
      const worker = async (): Promise<void> => {
        for (let item = queue.shift(); item !== undefined; item = queue.shift()) await task(item);
      };
      await Promise.all(Array.from({ length: concurrency }, worker));
    },
  };
}

/** An id that the first event of an accepted command was given. */
export const idIn = ({ events }: Accepted, field: string): string =>
  events[0]?.data[field] as string;
