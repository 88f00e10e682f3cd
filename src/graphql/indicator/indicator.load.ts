import { openReading, type Reading } from '../as-of.js';
import type { RequestContext } from '../context.js';
import { readIndicators } from '../roster.js';
import { buildIndicator } from './indicator.build.js';
import type { Indicator } from './indicator.object.js';

/** An indicator as of a reading; null when none has the key. */
export async function readIndicator(key: string, reading: Reading): Promise<Indicator | null> {
  const row = (await readIndicators(reading)).get(key);
  return row === undefined ? null : buildIndicator(row);
}

/** An indicator as it stands; null when none has the key. */
export const loadIndicator = async (
  key: string,
  context: RequestContext,
): Promise<Indicator | null> => readIndicator(key, await openReading(undefined, context));
