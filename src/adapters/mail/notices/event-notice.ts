import type { EventType } from '../../../domain/catalogue.js';
import type { StoredEvent } from '../../../domain/event.js';
import type { NoticeKind } from '../../../domain/person/events.js';
import type { Snapshot } from '../../../projections/read-models.js';
import type { Words } from '../../words.js';

/** Whom a notice is for: everybody of some organizations, or one person. */
export type Addressees = {
  readonly organizations?: readonly string[];
  readonly person?: string | undefined;
};

/** What a person reads: plain text, in one language. */
export type Letter = { readonly subject: string; readonly lines: readonly string[] };

/** What a letter is written from. */
export type Desk = { readonly snapshot: Snapshot; readonly words: Words };

/** A notice of an event; one file each, listed in `notices.ts`. */
export type EventNotice = {
  readonly type: EventType;
  /** What a person must want to be written about to get it. */
  readonly kind: NoticeKind;
  readonly addressees: (event: StoredEvent) => Addressees;
  /** @returns undefined when there is nothing to tell any more */
  readonly write: (event: StoredEvent, desk: Desk) => Promise<Letter | undefined>;
};
