import type { Geography } from '../../domain/identifiers.js';
import type { Reading } from '../as-of.js';
import { buildOrganization } from '../organization/organization.build.js';
import { readOrganizations } from '../roster.js';
import { freeTextOf } from '../text.build.js';
import type { Story } from './story.object.js';

/** The stories behind an indicator for a body or area, in order of period. */
export async function readStories(
  indicator: string,
  geography: Geography,
  reading: Reading,
): Promise<readonly Story[]> {
  const { snapshot, asOf, context } = reading;
  context.tags.add(`series:${indicator}:${geography.code}`);
  const [rows, organizations] = await Promise.all([
    snapshot.stories(indicator, geography, asOf),
    readOrganizations(reading),
  ]);
  return rows.map(({ period, text, recordedAt, actingFor }) => ({
    period,
    text: freeTextOf(text, context),
    recordedAt,
    actingFor: buildOrganization(actingFor, organizations),
  }));
}

/** The story of one period; null when there is none, or the caller may not read the number. */
export async function readStory(
  indicator: string,
  geography: Geography,
  period: string,
  mayRead: boolean,
  reading: Reading,
): Promise<Story | null> {
  if (!mayRead) return null;
  const stories = await readStories(indicator, geography, reading);
  return stories.find((story) => story.period === period) ?? null;
}
