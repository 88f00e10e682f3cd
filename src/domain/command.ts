import type { Authority, Caller, Role } from './authority.js';
import type { CivilDate } from './civil-date.js';
import type { CodeLists } from './code-lists.js';
import type { Decision, Refusal } from './decision.js';
import type { EventSchemas, StoredEvent } from './event.js';
import type { Fold } from './fold.js';
import type { Category, StreamName } from './identifiers.js';

/** A noun of the domain: its streams, its events and the state they fold to. */
export type Noun<State, S extends EventSchemas> = {
  readonly category: Category;
  readonly events: S;
  readonly fold: Fold<State, S>;
};

/** What every command carries. */
export type CommandInput = {
  /** 1–64 printable ASCII characters; a retry carries the same. */
  readonly idempotencyKey: string;
  /** When it happened; default today in Toronto. */
  readonly effectiveOn?: CivilDate | undefined;
  /** Refuse unless the stream still stands at this revision. */
  readonly expectedRevision?: number | undefined;
};

/** State of a stream and the revision it was read at; `noStream` when it does not exist. */
export type Versioned<State> = { readonly state: State; readonly revision: number };

/** What a decision may read besides its own stream: other streams and code lists, never views. */
export type Surroundings = {
  readonly codeLists: CodeLists;
  /** Civil day in Toronto on which the command is decided. */
  readonly today: CivilDate;
  read<State, S extends EventSchemas>(
    noun: Noun<State, S>,
    stream: string,
  ): Promise<Versioned<State>>;
  /** All events of a stream, in the current versions. */
  history(stream: string): Promise<readonly StoredEvent[]>;
  /** Id derived from the command's acting organization and key: the same for every retry. */
  deriveId(prefix: string): string;
};

/** A command: whom it concerns, which stream it decides on, and how. */
export type Command<Input extends CommandInput, State, S extends EventSchemas> = {
  /** Imperative and unique; part of the command hash. */
  readonly name: string;
  readonly noun: Noun<State, S>;
  readonly roles: readonly Role[];
  /** Organizations concerned; a caller who is not provincial must act for one of them. */
  readonly parties: (
    input: Input,
    around: Surroundings,
    caller?: Caller,
  ) => Promise<Authority['parties']> | Authority['parties'];
  /** The one stream whose events the command may extend. */
  readonly target: (input: Input, around: Surroundings) => StreamName;
  /** Stream that `expectedRevision` speaks of, when it is not the target. */
  readonly guarded?: (input: Input) => string;
  /**
   * Reads what the decision needs from elsewhere and returns the decision, to be applied to
   * the target's state. Reading may already refuse.
   */
  readonly decide: (
    input: Input,
    around: Surroundings,
  ) => Promise<Deciding<State, S>> | Deciding<State, S>;
};

/**
 * A decision waiting for the target's state, or a refusal that no state could change. Only
 * decisions about the record itself look at the history.
 */
export type Deciding<State, S extends EventSchemas> =
  | ((state: State, history: readonly StoredEvent[]) => Decision<S>)
  | { readonly accepted: false; readonly refusals: readonly Refusal[] };

/** Declares a command; exists so that types are inferred from the noun and the input. */
export const command = <Input extends CommandInput, State, S extends EventSchemas>(
  definition: Command<Input, State, S>,
): Command<Input, State, S> => definition;
