import { actingOrganization, type Caller } from '../../domain/authority.js';
import type { Command, CommandInput, Surroundings } from '../../domain/command.js';
import type { CommandHandler, Outcome } from '../../domain/command-handler.js';
import type { Refusal } from '../../domain/decision.js';
import type { EventSchemas } from '../../domain/event.js';
import {
  correctObservation,
  correctPublishedObservation,
  recordObservation,
  recordPublishedObservation,
} from '../../domain/observation/commands.js';
import type { Label } from '../../domain/text.js';
import type { Draft } from './draft.js';

/** The command a row comes down to. */
export type Attempt = {
  /** The real decision on what is recorded now, without writing. Undefined when accepted. */
  foresee(around: Surroundings, caller: Caller): Promise<'denied' | readonly Refusal[] | undefined>;
  execute(handler: CommandHandler, caller: Caller, correlationId: string): Promise<Outcome>;
};

const attempt = <Input extends CommandInput, State, S extends EventSchemas>(
  command: Command<Input, State, S>,
  input: Input,
): Attempt => ({
  async foresee(around, caller) {
    const parties = await command.parties(input, around);
    if (actingOrganization(caller, { roles: command.roles, parties }) === undefined)
      return 'denied';
    const deciding = await command.decide(input, around);
    if (typeof deciding !== 'function') return deciding.refusals;
    const stream = command.target(input, around);
    const { state } = await around.read(command.noun, stream);
    const decision = deciding(state, await around.history(stream));
    return decision.accepted ? undefined : decision.refusals;
  },
  execute: (handler, caller, correlationId) => handler(command, input, caller, correlationId),
});

/** Records what is new, and corrects what says something else than is recorded. */
export function attemptOf(
  { indicator, key, content }: Draft,
  comparison: 'new' | 'changed',
  idempotencyKey: string,
  reason: Label,
): Attempt {
  const { geography, period, categories } = key;
  const input = { idempotencyKey, indicator, period, categories, ...content };
  if (geography.kind === 'AREA') {
    const published = { ...input, area: geography.code };
    if (comparison === 'new') return attempt(recordPublishedObservation, published);
    return attempt(correctPublishedObservation, { ...published, reason });
  }
  const observed = { ...input, organization: geography.code };
  if (comparison === 'new') return attempt(recordObservation, observed);
  return attempt(correctObservation, { ...observed, reason });
}
