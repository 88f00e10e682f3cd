import type { CivilDate } from '../../domain/civil-date.js';
import type { CommitmentRules } from '../../domain/commitment/standing.js';
import type { StatutoryRules } from '../../domain/plan/rules.js';
import type { FreeText, Language } from '../../domain/text.js';
import type { AsOf, Snapshot } from '../read-models.js';
import type { OrganizationRow } from '../roster/view.js';
import type { ReportsShown } from './reports-shown.js';
import type { VisiblePlan } from './visible-plan.js';

/** OPEN: still to be done; LATE: its day passed; DONE, in time or late; CANCELLED: given up. */
export const dueStates = ['OPEN', 'LATE', 'DONE', 'CANCELLED'] as const;
export type DueState = (typeof dueStates)[number];

/** Something that is or was to be done by a day, as it stands on another. */
export type DueItem = {
  /** The same for as long as there is such a thing: its kind and what it is about. */
  readonly id: string;
  /** Stable code in kebab-case, `commitment` for instance. */
  readonly kind: string;
  /** What has to be done, in words. */
  readonly what: Readonly<Record<Language, string>>;
  /** What it is about, as somebody wrote it. */
  readonly title: FreeText | null;
  readonly dueOn: CivilDate;
  readonly state: DueState;
  readonly doneOn: CivilDate | null;
  /** Days between the day it was due and the day it was done, or the day asked about. */
  readonly daysLate: number | null;
  /** Codes of the organizations that have to do it. */
  readonly organizations: readonly string[];
  readonly planId: string | null;
  readonly commitmentId: string | null;
  /** Revision of the record it follows from: rises with every change. */
  readonly revision: number;
};

/** What may be asked of a source, and what it may read. */
export type DueQuestion = {
  readonly snapshot: Snapshot;
  readonly asOf: AsOf;
  /** First Nations whose part in plans may not be shown to whoever asks. */
  readonly withheld: ReadonlySet<string>;
  /** What may be told of their reports and answers to the ministry. */
  readonly reports: ReportsShown;
  readonly rules: StatutoryRules & CommitmentRules;
  readonly on: CivilDate;
  readonly plans: readonly VisiblePlan[];
  readonly organizations: ReadonlyMap<string, OrganizationRow>;
  /** Says which tags the answer depends on. */
  readonly touch: (tag: string) => void;
};

/** A kind of things that are due: one file each, listed in `due.ts`. */
export type DueSource = (question: DueQuestion) => readonly DueItem[] | Promise<readonly DueItem[]>;
