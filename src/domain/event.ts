import { z } from 'zod';
import { freeText } from './text.js';

/** Who recorded an event, for whom, when we learned it and when it happened. */
export type EventMetadata = {
  /** The person or token that gave the command. */
  readonly actor: string;
  /** Code of the organization the actor acted for. */
  readonly actingFor: string;
  /** Instant at which the hub learned it, ISO 8601 in UTC. */
  readonly recordedAt: string;
  /** Civil date on which it happened. */
  readonly effectiveOn: string;
  readonly correlationId: string;
  readonly causationId: string;
  /** 1–64 printable ASCII characters, scoped to (acting organization, stream). */
  readonly idempotencyKey: string;
  /** Keyed hash of the command's name and whole input. */
  readonly commandHash: string;
};

/** A body as stored: strings, integers, booleans, arrays and records, never a float. */
export type EventBody = Readonly<Record<string, unknown>>;

/** An event ready to be appended. */
export type NewEvent = {
  /** UUIDv7; a retry of the same append carries the same ids. */
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: EventBody;
  readonly metadata: EventMetadata;
};

/** An event in the log. Immutable: nothing edits, moves or deletes it. */
export type StoredEvent = NewEvent & {
  /** `category-id`; the separator never occurs inside an id. */
  readonly stream: string;
  /** Place in its stream: 0, 1, 2 … */
  readonly revision: number;
  /** Ordinal in the total order of the log: 1, 2, 3 … without gaps. */
  readonly position: number;
};

/** The event bodies of a noun, by stored name. The names are storage formats. */
export type EventSchemas = Readonly<Record<string, z.ZodType>>;

/** An event as a decision makes it, before it has an identity. */
export type Happening<S extends EventSchemas> = {
  [T in keyof S & string]: { readonly type: T; readonly data: z.infer<S[T]> };
}[keyof S & string];

/**
 * Decisions about the record itself; every stream may hold them.
 * These names are storage formats: never renamed, never reused.
 */
export const recordEvents = {
  /** A decision of the same stream was recorded in error; views leave it out from here on. */
  DecisionRecordedInError: z.object({ revision: z.int().nonnegative(), reason: freeText() }),
  /** The keys of these texts were destroyed under the authority named. */
  TextRedacted: z.object({
    keys: z.array(z.string()).min(1),
    authority: z.string().min(1).max(200),
    reason: freeText(),
  }),
} as const satisfies EventSchemas;
