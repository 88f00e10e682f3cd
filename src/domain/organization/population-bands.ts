/**
 * Least number of persons of each band in which bodies are taken to be alike. By the census of
 * 2021 each band has 4 to 73 single-tier and 8 to 63 lower-tier municipalities of Ontario.
 */
const bandsFrom = [0, 1_000, 2_500, 5_000, 10_000, 20_000, 50_000, 150_000] as const;

/** Persons living in the bodies of a band: from the least up to the most, both included. */
export type PopulationBand = { readonly least: number; readonly most: number | null };

/** The band of a body with so many persons. */
export function populationBand(persons: number): PopulationBand {
  const at = bandsFrom.findLastIndex((least) => least <= persons);
  const next = bandsFrom[at + 1];
  return { least: bandsFrom[at] ?? 0, most: next === undefined ? null : next - 1 };
}

/** True for a body with so many persons that belongs to a band. */
export const isInBand = ({ least, most }: PopulationBand, persons: number): boolean =>
  least <= persons && (most === null || persons <= most);
