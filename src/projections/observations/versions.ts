import type { CivilDate } from '../../domain/civil-date.js';
import type { Geography } from '../../domain/identifiers.js';
import type { ObservationRow } from './view.js';

/** A version of an observation, the positions between which it stood, and what became of it. */
export type ObservationVersion = ObservationRow & {
  /** Position from which it stood. */
  readonly since: number;
  /** Position from which it stood no more; null while it stands, as of the question. */
  readonly until: number | null;
  /** True when its event stands recorded in error, as of the question. */
  readonly recordedInError: boolean;
};

/** Which versions are wanted; a field left out allows everything. */
export type VersionFilter = {
  readonly indicator?: string | undefined;
  readonly geography?: Geography | undefined;
  /** Exactly this period. */
  readonly period?: string | undefined;
  /** Periods that begin on this day or later, and that end on this day or earlier. */
  readonly periodsFrom?: CivilDate | undefined;
  readonly periodsTo?: CivilDate | undefined;
  /** Exactly this combination of categories, "" for the total. */
  readonly categories?: string | undefined;
  /** Recorded at this instant or later, and before this instant. */
  readonly recordedFrom?: string | undefined;
  readonly recordedTo?: string | undefined;
  /** True for every version there was, false for those that stand. */
  readonly superseded: boolean;
};
