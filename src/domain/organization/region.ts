import type { OrganizationKind } from './events.js';

/** Where an organization lies. */
export type Place = {
  readonly code: string;
  readonly kind: OrganizationKind;
  readonly upperTier?: string | undefined;
  readonly censusDivision?: string | undefined;
};

/**
 * True for a municipality of a region, which is named by the code of a county, region or census
 * division: the bodies that belong to it, those that lie in it, and itself. A First Nation lies
 * in no region but by its own decision.
 */
export const isInRegion = (
  { code, kind, upperTier, censusDivision }: Place,
  region: string,
): boolean => kind === 'MUNICIPALITY' && [code, upperTier, censusDivision].includes(region);
