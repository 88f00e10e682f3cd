import type { RequestRow } from '../../projections/reporting/view.js';
import type { Reading } from '../as-of.js';
import { perPast } from '../per-past.js';

const requestsOf = perPast(({ snapshot, asOf }) => snapshot.informationRequests(asOf));

/** Every request for information, newest first. */
export function readRequests(reading: Reading): Promise<readonly RequestRow[]> {
  reading.context.tags.add('requests');
  return requestsOf(reading);
}
