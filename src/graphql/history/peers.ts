import {
  isInBand,
  populationBand,
  type PopulationBand,
} from '../../domain/organization/population-bands.js';
import type { Tier } from '../../domain/organization/events.js';
import type { OrganizationRow } from '../../projections/roster/view.js';

/** Which bodies are taken to be alike. */
export type PeerGroup = 'TIER' | 'TIER_AND_POPULATION';

/** Bodies like another one, and in what they are. */
export type Peers = {
  readonly group: PeerGroup;
  readonly tier: Tier;
  /** Null when population does not matter. */
  readonly band: PopulationBand | null;
  readonly bodies: readonly OrganizationRow[];
};

/**
 * Bodies like one of them, itself left out; undefined when its tier is not known, or its
 * population where that matters.
 */
export function peersOf(
  { code, tier, population }: OrganizationRow,
  group: PeerGroup,
  bodies: ReadonlyMap<string, OrganizationRow>,
): Peers | undefined {
  const isBanded = group === 'TIER_AND_POPULATION';
  if (tier === undefined || (isBanded && population === undefined)) return undefined;
  const band = isBanded ? populationBand(population ?? 0) : null;
  const isAlike = (other: OrganizationRow): boolean =>
    other.code !== code &&
    other.tier === tier &&
    (band === null || (other.population !== undefined && isInBand(band, other.population)));
  return { group, tier, band, bodies: [...bodies.values()].filter(isAlike) };
}
