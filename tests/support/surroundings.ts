import type { CodeLists } from '../../src/domain/code-lists.js';
import type { Command, CommandInput, Noun, Surroundings } from '../../src/domain/command.js';
import type { Decision } from '../../src/domain/decision.js';
import type { EventSchemas } from '../../src/domain/event.js';
import { foldEvents, type AnyFold } from '../../src/domain/fold.js';
import { stored } from './scenario.js';

type Recorded = { readonly type: string; readonly data: object };

/** Code lists of one version each, in force since 2000. */
export const codeListsOf = (schemes: Readonly<Record<string, readonly string[]>>): CodeLists =>
  new Map(
    Object.entries(schemes).map(([scheme, codes]) => {
      const entries = codes.map((code) => ({ code, label: { en: code } }));
      const version = { version: '1', from: '2000-01-01', source: 'test', codes: entries };
      return [scheme, { scheme, versions: [version] }];
    }),
  );

/** What a decision finds around it: other streams and code lists, on 15 June 2024. */
export function surroundings(
  streams: Readonly<Record<string, readonly Recorded[]>>,
  codeLists: CodeLists = codeListsOf({}),
): Surroundings {
  const history = (stream: string) => stored([...(streams[stream] ?? [])], stream);
  return {
    codeLists,
    today: '2024-06-15',
    history: (stream) => Promise.resolve(history(stream)),
    read: <State, S extends EventSchemas>(noun: Noun<State, S>, stream: string) => {
      const events = history(stream);
      const state = foldEvents(noun.fold as AnyFold<State>, events);
      return Promise.resolve({ state, revision: events.length - 1 });
    },
    deriveId: (prefix) => `${prefix}-${'0123456789abcdef'.repeat(2)}`,
  };
}

/** The decision of a command in its surroundings, ready for a scenario. */
export async function decisionOf<Input extends CommandInput, State, S extends EventSchemas>(
  command: Command<Input, State, S>,
  input: Omit<Input, 'idempotencyKey'>,
  around: Surroundings,
): Promise<(state: State) => Decision<S>> {
  const deciding = await command.decide({ ...input, idempotencyKey: 'k' } as Input, around);
  return (state) => (typeof deciding === 'function' ? deciding(state, []) : deciding);
}
