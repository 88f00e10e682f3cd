import type { ReadModels } from '../../../projections/read-models.js';

type Versions = Pick<ReadModels, 'tagVersion'>;

/** What an answer depends on, as it was. */
export type Dependencies = {
  readonly versions: readonly (readonly [tag: string, version: number])[];
  /** The Toronto day it was made on, when it depends on the calendar. */
  readonly day: string | undefined;
};

/**
 * Notes the versions of tags. A tag `day:2026-01-05` is of the calendar, not of the views: any
 * such tag binds the answer to the day on which it was made.
 */
export function dependenciesOf(
  views: Versions,
  tags: ReadonlySet<string>,
  madeOn: string,
): Dependencies {
  const ofViews = [...tags].filter((tag) => !tag.startsWith('day:'));
  return {
    versions: ofViews.map((tag) => [tag, views.tagVersion(tag)]),
    day: ofViews.length < tags.size ? madeOn : undefined,
  };
}

/** True while nothing that an answer depends on has changed. */
export const holds = (
  views: Versions,
  { versions, day }: Dependencies,
  today: () => string,
): boolean =>
  (day === undefined || day === today()) &&
  versions.every(([tag, version]) => views.tagVersion(tag) === version);
