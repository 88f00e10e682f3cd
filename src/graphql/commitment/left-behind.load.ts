import { openReading } from '../as-of.js';
import type { RequestContext } from '../context.js';
import { readOrganizations } from '../roster.js';
import { buildCommitment } from './commitment.build.js';
import type { Commitment } from './commitment.object.js';
import { readCommitments } from './commitments.load.js';
import { handoverMax } from './handover.inputs.js';

/** Active commitments of an organization that ends; as many as one handover takes. */
export async function readLeftBehind(
  organization: string,
  context: RequestContext,
): Promise<readonly Commitment[]> {
  const reading = await openReading(undefined, context);
  const [placed, organizations] = await Promise.all([
    readCommitments(undefined, reading),
    readOrganizations(reading),
  ]);
  return placed
    .map(({ commitment }) => commitment)
    .filter(({ partner, status }) => partner === organization && status === 'ACTIVE')
    .slice(0, handoverMax)
    .map((commitment) => buildCommitment(commitment, { organizations }, reading));
}
