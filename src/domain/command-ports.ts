import type { CodeLists } from './code-lists.js';
import type { Refusal } from './decision.js';
import type { StoredEvent } from './event.js';
import type { EventLog } from './event-log.js';
import type { TextKeys } from './text-keys.js';

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
