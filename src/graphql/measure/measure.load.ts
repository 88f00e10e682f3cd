import { isNodeId } from '../../domain/identifiers.js';
import { openReading, type Reading } from '../as-of.js';
import type { RequestContext } from '../context.js';
import { isPlanWithheld } from '../plan/whole-plan.load.js';
import { readRoster } from '../roster.js';
import { buildMeasure } from './measure.build.js';
import type { Measure } from './measure.object.js';

/** A measure as of a reading; null when there was none, or its definition was in error. */
export async function readMeasure(id: string, reading: Reading): Promise<Measure | null> {
  if (!isNodeId('measure', id)) return null;
  const { snapshot, asOf, context } = reading;
  const document = await snapshot.measure(id, asOf);
  context.tags.add(document === undefined ? id : `plan:${document.planId}`);
  if (document === undefined || (await isPlanWithheld(document.planId, reading))) return null;
  return buildMeasure(document, await readRoster(reading), reading);
}

/** A measure as it stands. */
export const loadMeasure = async (id: string, context: RequestContext): Promise<Measure | null> =>
  readMeasure(id, await openReading(undefined, context));
