import type { CivilDate } from '../../domain/civil-date.js';

/** A message that somebody is to get. It holds no address and no text: those are read anew. */
export type Notice = {
  /** Hash of what it is about and for whom: the same notice never gets another. */
  readonly id: string;
  /** Position of the event it tells of; 0 for a digest. */
  readonly position: number;
  /** Organization and day of a digest; empty for an event. */
  readonly organization: string;
  readonly day: CivilDate | '';
  /** Id of the person it is for. */
  readonly person: string;
};

/** A notice that waits to be sent, and how often that was tried. */
export type WaitingNotice = Notice & { readonly attempts: number };

/** How far the log has been followed, and the last day whose digests were queued. */
export type MailCheckpoint = { readonly position: number; readonly digestDay: CivilDate | '' };

/**
 * What became of a notice: sent; EMPTY, nobody or nothing was left to tell; REFUSED for good by
 * the server; GIVEN_UP after too many tries.
 */
export type Settled = 'SENT' | 'EMPTY' | 'REFUSED' | 'GIVEN_UP';

/**
 * What the mail must not forget: how far it has followed the log and what still has to be sent.
 * It is a record and no view, so that nothing is sent again after a rebuild. Every adapter passes
 * `tests/adapters/mail/ledger-contract.ts`.
 */
export type MailLedger = {
  /** Where following stands; the first time it begins after the position given. */
  begin(position: number): Promise<MailCheckpoint>;
  /** Queues notices and moves the checkpoint, both or neither; known ones are left alone. */
  queue(notices: readonly Notice[], checkpoint: Partial<MailCheckpoint>): Promise<void>;
  /** Notices whose time has come, oldest first. @param now instant, ISO 8601 in UTC */
  waiting(now: string, limit: number): Promise<readonly WaitingNotice[]>;
  /** Ends a notice. */
  settle(id: string, state: Settled, at: string): Promise<void>;
  /** Puts a notice off. */
  retry(id: string, attempts: number, at: string): Promise<void>;
  /** Forgets notices settled before an instant. */
  forget(before: string): Promise<void>;
  close(): Promise<void>;
};
