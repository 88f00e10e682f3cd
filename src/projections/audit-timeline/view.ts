import { table } from '../projection.js';

/** Where to find an event that belongs to a plan's history, or to another subject's. */
export type TimelineRow = {
  /** Stream of the plan, or of the organization or indicator itself. */
  readonly subject: string;
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
};

/** Where the events of each history are. */
export const timelineTable = table<TimelineRow>({
  name: 'timeline',
  columns: { subject: 'text', position: 'integer', stream: 'text', revision: 'integer' },
  key: ['subject', 'position'],
  versioned: false,
});

/** A decision that stands recorded in error, from the position of the mark on. */
export type InErrorRow = { readonly stream: string; readonly revision: number };

/** Which decisions stand in error, and since when. */
export const inErrorTable = table<InErrorRow>({
  name: 'recorded_in_error',
  columns: { stream: 'text', revision: 'integer' },
  key: ['stream', 'revision'],
  versioned: true,
  indexes: [['stream', 'revision', 'since']],
});
