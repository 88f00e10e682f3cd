import type { Reading } from '../as-of.js';
import { readOrganizations } from '../roster.js';
import type { Place } from './place.js';
import { ontario } from './question.js';

/**
 * The place an area is: the province, or a census division with bodies of its own; undefined
 * for any other, of which bodies in Ontario say nothing.
 */
export async function placeOfArea(area: string, reading: Reading): Promise<Place | undefined> {
  if (area === ontario) return { kind: 'PROVINCE' };
  const bodies = [...(await readOrganizations(reading)).values()];
  return bodies.some(({ censusDivision }) => censusDivision === area)
    ? { kind: 'CENSUS_DIVISION', code: area }
    : undefined;
}
