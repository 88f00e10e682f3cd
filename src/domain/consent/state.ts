import type { Noun } from '../command.js';
import { consentEvents, type ConsentEvents } from './events.js';
import type { Grant } from './in-force.js';

/** Every grant of one First Nation, by id. */
export type ConsentState = ReadonlyMap<string, Grant>;

const changed = (
  grants: ConsentState,
  grantId: string,
  change: (grant: Grant) => Grant,
): ConsentState => {
  const grant = grants.get(grantId);
  return grant === undefined ? grants : new Map(grants).set(grantId, change(grant));
};

/** The noun "consent": one stream per First Nation, its events and fold. */
export const consent: Noun<ConsentState, ConsentEvents> = {
  category: 'consent',
  events: consentEvents,
  fold: {
    initial: new Map(),
    on: {
      ConsentGranted: (grants, { grantId, firstNation: _, ...terms }) =>
        new Map(grants).set(grantId, { ...terms, withdrawn: false }),
      ConsentNarrowed: (grants, { grantId, reason: _, ...terms }) =>
        changed(grants, grantId, ({ withdrawn }) => ({ ...terms, withdrawn })),
      ConsentWithdrawn: (grants, { grantId }) =>
        changed(grants, grantId, (grant) => ({ ...grant, withdrawn: true })),
    },
  },
};
