import { isInRegion } from '../domain/organization/region.js';
import type { Roster } from './roster.js';

/** Whether an organization, by its code, lies in a region. */
export type InRegion = (code: string) => boolean;

/** Says for a region which organizations of a register lie in it. */
export const inRegion =
  (organizations: Roster['organizations']) =>
  (region: string): InRegion =>
  (code) => {
    const body = organizations.get(code);
    return body !== undefined && isInRegion(body, region);
  };
