import { openReading } from '../as-of.js';
import type { RequestContext } from '../context.js';
import { readAreas, readOrganizations } from '../roster.js';
import { buildReportingArea } from './reporting-area.build.js';
import type { ReportingArea } from './reporting-area.object.js';

/** A reporting area as it stands; null when none has the code. */
export async function loadReportingArea(
  code: string,
  context: RequestContext,
): Promise<ReportingArea | null> {
  const reading = await openReading(undefined, context);
  const row = (await readAreas(reading)).get(code);
  return row === undefined ? null : buildReportingArea(row, await readOrganizations(reading));
}
