import { isNodeId } from '../../domain/identifiers.js';
import { openReading, type Reading } from '../as-of.js';
import type { RequestContext } from '../context.js';
import { readVisibility } from '../consent/visibility.js';
import { isPlanWithheld } from '../plan/whole-plan.load.js';
import { readRoster } from '../roster.js';
import { buildCommitment } from './commitment.build.js';
import type { Commitment } from './commitment.object.js';

/** A commitment as of a reading; null when there was none, or its making was in error. */
export async function readCommitment(id: string, reading: Reading): Promise<Commitment | null> {
  if (!isNodeId('commitment', id)) return null;
  const { snapshot, asOf, context } = reading;
  const document = await snapshot.commitment(id, asOf);
  context.tags.add(document === undefined ? id : `plan:${document.planId}`);
  if (document === undefined || (await isPlanWithheld(document.planId, reading))) return null;
  const { withheldFromPlans } = await readVisibility(reading);
  if (withheldFromPlans.has(document.partner)) return null;
  return buildCommitment(document, await readRoster(reading), reading);
}

/** A commitment as it stands. */
export const loadCommitment = async (
  id: string,
  context: RequestContext,
): Promise<Commitment | null> => readCommitment(id, await openReading(undefined, context));
