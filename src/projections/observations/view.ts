import type { EventData } from '../../domain/catalogue.js';
import type { ObservationFlag, ObservationStatus } from '../../domain/observation/events.js';
import type { FreeText } from '../../domain/text.js';
import { table } from '../projection.js';

/** One version of one observation: what was known from `since` to `until`. */
export type ObservationRow = {
  readonly indicator: string;
  readonly period: string;
  /** "dimension=category;…", "" for the total. */
  readonly categories: string;
  readonly geography: string;
  readonly geographyKind: 'BODY' | 'AREA';
  /** Orders periods as text. */
  readonly periodSort: string;
  readonly status: ObservationStatus;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** Counts by bucket, confidence interval and words, as the event has them. */
  readonly histogram: readonly string[] | null;
  readonly interval: EventData<'ObservationRecorded'>['interval'] | null;
  readonly narrative: FreeText | null;
  readonly flags: readonly ObservationFlag[];
  readonly missingUnits: EventData<'ObservationRecorded'>['missingUnits'] | null;
  readonly indicatorVersion: number;
  /** Day the source published it; null when the body itself is the source. */
  readonly sourceReleasedOn: string | null;
  readonly recordedAt: string;
  /** Civil day by which it was known: the source's release or else the day of recording. */
  readonly knownOn: string;
  /** The same of its first version: by that day it was first reported. */
  readonly firstKnownOn: string;
  /** Corrections and withdrawals so far. */
  readonly revisions: number;
  readonly stream: string;
  /** Revision of the event in its stream. */
  readonly revision: number;
  /** Position of that event: the row may stand from later on, when a mark gave it back. */
  readonly position: number;
  /** Organization the event was recorded for. */
  readonly actingFor: string;
  /** Reason of a correction or withdrawal; null of a first record. */
  readonly reason: FreeText | null;
};

/** What of an observation is added up. */
export type ReportedNumbers = Pick<
  ObservationRow,
  | 'period'
  | 'geography'
  | 'geographyKind'
  | 'status'
  | 'value'
  | 'numerator'
  | 'denominator'
  | 'histogram'
  | 'flags'
  | 'indicatorVersion'
  | 'knownOn'
  | 'firstKnownOn'
>;

/** Observations, every version of each. */
export const observationTable = table<ObservationRow>({
  name: 'observation',
  columns: {
    indicator: 'text',
    period: 'text',
    categories: 'text',
    geography: 'text',
    geographyKind: 'text',
    periodSort: 'text',
    status: 'text',
    value: 'text',
    numerator: 'text',
    denominator: 'text',
    histogram: 'json',
    interval: 'json',
    narrative: 'json',
    flags: 'json',
    missingUnits: 'json',
    indicatorVersion: 'integer',
    sourceReleasedOn: 'text',
    recordedAt: 'text',
    knownOn: 'text',
    firstKnownOn: 'text',
    revisions: 'integer',
    stream: 'text',
    revision: 'integer',
    position: 'integer',
    actingFor: 'text',
    reason: 'json',
  },
  // An upper tier and its census division have the same code, so the kind is part of the key.
  key: ['indicator', 'period', 'categories', 'geographyKind', 'geography'],
  versioned: true,
  indexes: [
    ['indicator', 'period', 'categories', 'geography', 'since'],
    ['geography', 'indicator', 'since'],
    ['indicator', 'since'],
  ],
});
