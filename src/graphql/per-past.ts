import type { Snapshot } from '../projections/read-models.js';
import type { Reading } from './as-of.js';

/**
 * Makes something once for each past of a snapshot that is read: the fields of one request
 * ask for the same rows again and again.
 */
export function perPast<Made>(make: (reading: Reading) => Made): (reading: Reading) => Made {
  const bySnapshot = new WeakMap<Snapshot, Map<string, Made>>();
  return (reading) => {
    const { snapshot, asOf } = reading;
    const byPast = bySnapshot.get(snapshot) ?? new Map<string, Made>();
    bySnapshot.set(snapshot, byPast);
    const past = `${asOf.position} ${asOf.sourceReleasedOn ?? ''}`;
    const made = byPast.get(past) ?? make(reading);
    byPast.set(past, made);
    return made;
  };
}
