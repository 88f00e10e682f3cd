import type { FreeText } from '../../domain/text.js';
import { table } from '../projection.js';

/** The story behind an indicator for a body or area and period, as told last. */
export type StoryRow = {
  readonly indicator: string;
  readonly geographyKind: 'BODY' | 'AREA';
  readonly geography: string;
  readonly period: string;
  /** Orders periods as text. */
  readonly periodSort: string;
  readonly text: FreeText;
  readonly recordedAt: string;
  /** Organization for which it was told. */
  readonly actingFor: string;
  /** Civil day on which it was told. */
  readonly knownOn: string;
  readonly stream: string;
  /** Revision of the event in its stream. */
  readonly revision: number;
};

/** Stories, every version of each. */
export const storyTable = table<StoryRow>({
  name: 'story',
  columns: {
    indicator: 'text',
    geographyKind: 'text',
    geography: 'text',
    period: 'text',
    periodSort: 'text',
    text: 'json',
    recordedAt: 'text',
    actingFor: 'text',
    knownOn: 'text',
    stream: 'text',
    revision: 'integer',
  },
  key: ['indicator', 'geographyKind', 'geography', 'period'],
  versioned: true,
});
