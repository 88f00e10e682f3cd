import { openReading } from '../as-of.js';
import type { RequestContext } from '../context.js';
import { readOrganizations } from '../roster.js';
import type { Reading } from '../as-of.js';
import { buildOrganization } from './organization.build.js';
import type { Organization } from './organization.object.js';

/** An organization as of a reading; null when none has the code. */
export async function readOrganization(
  code: string,
  reading: Reading,
): Promise<Organization | null> {
  const organizations = await readOrganizations(reading);
  return organizations.has(code) ? buildOrganization(code, organizations) : null;
}

/** An organization as it stands; null when none has the code. */
export const loadOrganization = async (
  code: string,
  context: RequestContext,
): Promise<Organization | null> => readOrganization(code, await openReading(undefined, context));
