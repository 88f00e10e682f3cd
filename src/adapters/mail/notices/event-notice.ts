import type { Role } from '../../../domain/authority.js';
import type { EventType } from '../../../domain/catalogue.js';
import type { CivilDate } from '../../../domain/civil-date.js';
import type { StoredEvent } from '../../../domain/event.js';
import type { NoticeKind } from '../../../domain/person/events.js';
import type { Snapshot } from '../../../projections/read-models.js';
import type { Words } from '../../words.js';

/** Whom a notice is for: those who hold a role in one of some organizations, and one person. */
export type Addressees = {
  readonly organizations?: readonly string[];
  /** The roles that count there; every role when it is left out. */
  readonly roles?: readonly Role[];
  /** Gets it without such a role too, unless one held there has ended. */
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
  /** Whom it is for today: who took the place of an organization is told in its stead as well. */
  readonly addressees: (
    event: StoredEvent,
    snapshot: Snapshot,
    today: CivilDate,
  ) => Addressees | Promise<Addressees>;
  /** Whoever did it is told as well; otherwise people know what they did themselves. */
  readonly tellsActor?: true;
  /** @returns undefined when there is nothing to tell any more */
  readonly write: (event: StoredEvent, desk: Desk) => Promise<Letter | undefined>;
};
