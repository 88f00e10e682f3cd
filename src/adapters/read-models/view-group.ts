import type { Projection } from '../../projections/projection.js';
import { viewGroups } from '../../projections/projections.js';

/** Names of the views that can be rebuilt. */
export const viewNames: readonly string[] = viewGroups.flat().map(({ name }) => name);

/**
 * The views that are rebuilt together with one.
 * @throws RangeError for a view that does not exist
 */
export function viewGroup(view: string): readonly Projection[] {
  const group = viewGroups.find((each) => each.some(({ name }) => name === view));
  if (group === undefined) throw new RangeError(`there is no view ${view.slice(0, 100)}`);
  return group;
}
