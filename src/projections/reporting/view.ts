import type { EventData } from '../../domain/catalogue.js';
import type { CivilDate } from '../../domain/civil-date.js';
import type { FreeText } from '../../domain/text.js';
import { table } from '../projection.js';

/** A reporting cycle as it stands. */
export type CycleDocument = EventData<'CycleOpened'> & {
  /** Its stream. */
  readonly id: string;
  readonly revision: number;
  /** When and at which position it was opened. */
  readonly openedAt: string;
  readonly openedAtPosition: number;
  /** Absent while it is open. */
  readonly closedOn?: CivilDate;
  /** Deadlines that were set instead of the first, with their reasons, in order. */
  readonly changes: readonly (EventData<'CycleDeadlineChanged'> & { readonly at: string })[];
};

/** What was done with a report. */
export type SubmissionStepKind = 'FILED' | 'RETURNED' | 'ACCEPTED' | 'REOPENED' | 'FEEDBACK';

/** One thing that was done with a report: when, by whom, and what was said. */
export type SubmissionStep = {
  readonly kind: SubmissionStepKind;
  readonly position: number;
  readonly at: string;
  readonly actor: string;
  readonly actingFor: string;
  /** Attestation, remark, reason or feedback, sealed. */
  readonly text?: FreeText | undefined;
  readonly comments?: EventData<'SubmissionReturned'>['comments'];
  /** How many entries were submitted, and how many of them are numbers. */
  readonly cells?: number;
  readonly reported?: number;
};

/** The report of a body in a cycle as its own stream tells it. */
export type SubmissionDocument = {
  readonly id: string;
  readonly revision: number;
  readonly period: string;
  readonly body: string;
  readonly status: 'none' | 'filed' | 'returned' | 'accepted' | 'reopened';
  /** The versions submitted last; of an accepted report, those accepted. */
  readonly cells: EventData<'SubmissionFiled'>['cells'];
  /** Day in Toronto on which it was first submitted. */
  readonly firstFiledOn?: CivilDate;
  /** Everything that was done with it, in order. */
  readonly steps: readonly SubmissionStep[];
};

/** A request of the ministry for information as it stands. */
export type RequestDocument = EventData<'InformationRequested'> & {
  readonly id: string;
  readonly revision: number;
  readonly askedAt: string;
  readonly actor: string;
  readonly actingFor: string;
  /** The latest answer of each organization that answered. */
  readonly answers: readonly (EventData<'InformationProvided'> & {
    readonly at: string;
    readonly actor: string;
  })[];
  /** Day in Toronto of each one's first answer. */
  readonly answeredOn: Readonly<Record<string, CivilDate>>;
  /** When its withdrawal was recorded, and the day from which it is asked no more. */
  readonly withdrawn?: EventData<'InformationRequestWithdrawn'> & {
    readonly at: string;
    readonly on: CivilDate;
  };
};

/** A cycle, by its id. */
export type CycleRow = { readonly id: string; readonly document: CycleDocument };

/** A submission, and the cycle and body it is of. */
export type SubmissionRow = {
  readonly id: string;
  readonly period: string;
  readonly body: string;
  readonly document: SubmissionDocument;
};

/** A request, and where it stands among all of them. */
export type RequestRow = {
  readonly id: string;
  /** Position at which it was made: the newest comes first. */
  readonly position: number;
  readonly document: RequestDocument;
};

/** Every cycle, as it stood at any time. */
export const cycleTable = table<CycleRow>({
  name: 'reporting_cycle',
  columns: { id: 'text', document: 'json' },
  key: ['id'],
  versioned: true,
});

/** Every submission, as it stood at any time. */
export const submissionTable = table<SubmissionRow>({
  name: 'submission',
  columns: { id: 'text', period: 'text', body: 'text', document: 'json' },
  key: ['id'],
  versioned: true,
  indexes: [
    ['period', 'body'],
    ['body', 'period'],
    // When the submissions of a period last changed.
    ['period', 'since'],
    ['period', 'until'],
  ],
});

/** Every request for information, as it stood at any time. */
export const requestTable = table<RequestRow>({
  name: 'information_request',
  columns: { id: 'text', position: 'integer', document: 'json' },
  key: ['id'],
  versioned: true,
  indexes: [['position']],
});
