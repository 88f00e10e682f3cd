import type { CivilDate } from '../domain/civil-date.js';
import type { Sums } from '../domain/indicator/sums.js';
import type { PublishedCodeLists } from '../domain/code-lists.js';
import type { StoredEvent } from '../domain/event.js';
import type { Geography } from '../domain/identifiers.js';
import type { PlanStatus } from '../domain/plan/rules.js';
import type { TimelineRow } from './audit-timeline/view.js';
import type { GrantRow } from './consent/view.js';
import type { CommitmentDocument, MeasureDocument, PlanDocument } from './current-plan/view.js';
import type { ImportRow } from './import-attempts/view.js';
import type { ObservationVersion, VersionFilter } from './observations/versions.js';
import type { ObservationRow, ReportedNumbers } from './observations/view.js';
import type { PersonRow } from './people/view.js';
import type { PlanRegisterRow } from './plan-register/view.js';
import type { AcceptedCells, CycleRow, RequestRow, SubmissionRow } from './reporting/view.js';
import type { AreaRow, IndicatorRow, OrganizationRow } from './roster/view.js';
import type { StoryRow } from './stories/view.js';

/** Which past a question is about. */
export type AsOf = {
  /** Last position whose events count. */
  readonly position: number;
  /** For observations: only what their sources had published by this day. */
  readonly sourceReleasedOn?: CivilDate;
};

/** Which of the register's plans are wanted. */
export type PlanFilter = {
  readonly status?: PlanStatus;
  /** Code of a body taking part. */
  readonly body?: string;
};

/** Which submissions are wanted; a field left out allows everything. */
export type SubmissionFilter = {
  readonly period?: string | undefined;
  readonly body?: string | undefined;
};

/** A number of a body in the version that stands, without what it says. */
export type ReportedCell = Pick<
  ObservationRow,
  'indicator' | 'categories' | 'geography' | 'revision' | 'status'
>;

/** An event of a timeline, and whether it stood recorded in error as of the question. */
export type TimelineEntry = TimelineRow & { readonly recordedInError: boolean };

/** A plan with what belongs to it, free texts sealed. */
export type WholePlan = {
  readonly plan: PlanDocument;
  readonly commitments: readonly CommitmentDocument[];
  readonly measures: readonly MeasureDocument[];
};

/** Sums under one epoch of a definition: the one most units reported under. */
export type EpochSums = { readonly epoch: number; readonly sums: Sums };

/**
 * One consistent reading of the views. Every method answers as of a position at or before the
 * snapshot's own. Release it when the request ends.
 */
export type Snapshot = {
  /** Position the views had reached. */
  readonly position: number;
  /** Running maximum of `recordedAt` at a position; null before the first event. */
  recordedAt(position: number): Promise<string | null>;
  /** Last position recorded at or before an instant (ISO 8601 in UTC); 0 before the first. */
  positionAt(instant: string): Promise<number>;
  /** All organizations, by code. */
  organizations(asOf: AsOf): Promise<ReadonlyMap<string, OrganizationRow>>;
  /** All reporting areas, by code. */
  areas(asOf: AsOf): Promise<ReadonlyMap<string, AreaRow>>;
  /** All indicators, by key. */
  indicators(asOf: AsOf): Promise<ReadonlyMap<string, IndicatorRow>>;
  /** Versions of code lists published by then, by scheme. */
  publishedCodeLists(asOf: AsOf): Promise<PublishedCodeLists>;
  /** All persons invited, by id. */
  people(asOf: AsOf): Promise<ReadonlyMap<string, PersonRow>>;
  /** A plan; undefined when there was none, or its opening was in error. */
  plan(id: string, asOf: AsOf): Promise<WholePlan | undefined>;
  /** A commitment or measure by its own id. */
  commitment(id: string, asOf: AsOf): Promise<CommitmentDocument | undefined>;
  measure(id: string, asOf: AsOf): Promise<MeasureDocument | undefined>;
  /** Register rows ordered by plan id, after a plan id, at most `limit`. */
  planRegister(
    filter: PlanFilter,
    page: { readonly after?: string; readonly limit: number },
    asOf: AsOf,
  ): Promise<readonly PlanRegisterRow[]>;
  /** How many register rows match. */
  countPlans(filter: PlanFilter, asOf: AsOf): Promise<number>;
  /** What bodies reported for one indicator, period and combination, ordered by body. */
  bodyObservations(
    indicator: string,
    period: string,
    categories: string,
    asOf: AsOf,
  ): Promise<readonly ObservationRow[]>;
  /** Of bodies and areas together what is added up, and no more, in no particular order. */
  reportedNumbers(
    indicator: string,
    period: string,
    categories: string,
    asOf: AsOf,
  ): Promise<readonly ReportedNumbers[]>;
  /** The same of bodies and areas together, in no particular order. */
  observationsOf(
    indicator: string,
    period: string,
    categories: string,
    asOf: AsOf,
  ): Promise<readonly ObservationRow[]>;
  /** What a source published for an area. */
  areaObservation(
    indicator: string,
    period: string,
    categories: string,
    area: string,
    asOf: AsOf,
  ): Promise<ObservationRow | undefined>;
  /** All periods of one indicator (totals only) for one body or area, in order of period. */
  series(indicator: string, geography: Geography, asOf: AsOf): Promise<readonly ObservationRow[]>;
  /** Stories behind one indicator for one body or area, in order of period. */
  stories(indicator: string, geography: Geography, asOf: AsOf): Promise<readonly StoryRow[]>;
  /** Periods for which units of its universe reported an indicator, in order. */
  periodsReported(indicator: string, asOf: AsOf): Promise<readonly string[]>;
  /** Versions of observations in order of the position from which they stood, after one. */
  observationVersions(
    filter: VersionFilter,
    page: { readonly after: number; readonly limit: number },
    asOf: AsOf,
  ): Promise<readonly ObservationVersion[]>;
  /** Stored sums of the province, current only; undefined when nothing is known. */
  currentSums(
    indicator: string,
    period: string,
    categories: string,
  ): Promise<EpochSums | undefined>;
  /**
   * The same as of a past position, where few changes take the stored sums back to it; "changed"
   * after many, or others than of reports, when the past is to be made of its facts.
   */
  sumsAt(
    indicator: string,
    period: string,
    categories: string,
    position: number,
  ): Promise<EpochSums | undefined | 'changed'>;
  /** A plan's history (or an organization's, an indicator's) in order of position. */
  timeline(
    subject: string,
    page: { readonly after: number; readonly limit: number },
    asOf: AsOf,
  ): Promise<readonly TimelineEntry[]>;
  /** An attempt to import a file, by its id. */
  importAttempt(id: string, asOf: AsOf): Promise<ImportRow | undefined>;
  /** Attempts that began before a position, newest first; of all organizations when unnamed. */
  importAttempts(
    organizations: readonly string[] | undefined,
    page: { readonly before: number; readonly limit: number },
    asOf: AsOf,
  ): Promise<readonly ImportRow[]>;
  /** Every reporting cycle, in no particular order. */
  reportingCycles(asOf: AsOf): Promise<readonly CycleRow[]>;
  /** A reporting cycle, by its id. */
  reportingCycle(id: string, asOf: AsOf): Promise<CycleRow | undefined>;
  /** What bodies submitted: for a period, by one body, or both; ordered by period and body. */
  submissions(of: SubmissionFilter, asOf: AsOf): Promise<readonly SubmissionRow[]>;
  /** What was accepted for a period, by body; the same object until a submission changes. */
  acceptedCells(period: string, asOf: AsOf): Promise<ReadonlyMap<string, AcceptedCells>>;
  /** Revisions of the numbers that bodies report for one combination, by body. */
  reportedRevisions(
    indicator: string,
    period: string,
    categories: string,
    asOf: AsOf,
  ): Promise<ReadonlyMap<string, number>>;
  /** Which version of each number of an indicator stands for a period, of one body or of all. */
  reportedCells(
    indicator: string,
    period: string,
    body: string | undefined,
    asOf: AsOf,
  ): Promise<readonly ReportedCell[]>;
  /** Every request for information, newest first. */
  informationRequests(asOf: AsOf): Promise<readonly RequestRow[]>;
  /** Events of a stream up to the position asked about, in the current versions. */
  streamHistory(stream: string, asOf: AsOf): Promise<readonly StoredEvent[]>;
  /** What First Nations consent to now, by their code; it has no past. */
  consents(): Promise<ReadonlyMap<string, readonly GrantRow[]>>;
  release(): void;
};

/** The views cannot be read just now: too many wait for them, or they are closed. */
export class ReadModelsUnavailable extends Error {
  override readonly name = 'ReadModelsUnavailable';
}

/** Said after every batch: how far the views are, and which tags changed. */
export type Progress = {
  readonly position: number;
  readonly tags: readonly string[];
  /** True when rebuilt views are served from here on: every tag counts as touched. */
  readonly replaced?: boolean;
};

/** What a node tells about its projector, one among those of other nodes. */
export type ProjectorSigns = {
  /** It feeds the views; the others stand by. */
  readonly active: boolean;
  /** How often it became the active one. */
  readonly takeovers: number;
  /** When it last tried to, or showed that it can; milliseconds since 1970. */
  readonly aliveMs: number;
};

/**
 * The views and the projector that feeds them. Every adapter passes
 * `tests/adapters/read-models/contract.ts`.
 */
export type ReadModels = {
  /** Opens a consistent snapshot; waits for a free connection. */
  snapshot(): Promise<Snapshot>;
  /** Position the views have reached, as last announced. */
  position(): number;
  /** Version of a tag: rises with every batch that touched it; 0 when none did since the start. */
  tagVersion(tag: string): number;
  /** True once the views have reached a position; false when the time is up first. */
  reached(position: number, timeoutMs: number): Promise<boolean>;
  /** Calls the listener after every batch, until the returned function is called. */
  onProgress(listener: (progress: Progress) => void): () => void;
  /** Why the projector stands still; undefined while it works. */
  failure(): Error | undefined;
  /** What the projector of this node does; absent where no other could feed the views. */
  readonly projector?: () => ProjectorSigns;
  /** Keys of redacted texts, for the start-up check. */
  redactedKeys(): Promise<readonly string[]>;
  close(): Promise<void>;
};
