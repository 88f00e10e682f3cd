import { isExpected, type Universe } from '../../domain/universe.js';
import { knownPeriod } from '../known-period.js';
import type { Views } from '../projection.js';
import { organizationTable, type IndicatorRow, type OrganizationRow } from '../roster/view.js';

/** Bodies as they stand, or stood before a batch. */
export type Neighbours = {
  readonly body: (code: string) => OrganizationRow | undefined;
  readonly lowerTiers: (upperTier: string) => readonly string[];
};

/** Bodies after and before the changes of a batch, read when a row first asks for them. */
export function neighbours(views: Views): readonly [after: Neighbours, before: Neighbours] {
  let lower: ReadonlyMap<string | undefined, readonly string[]> | undefined;
  const changes = views.changes(organizationTable);
  const earlier = new Map(
    changes.map(({ before, after }) => [(after ?? before)?.code, before?.row] as const),
  );
  const readLower = (): ReadonlyMap<string | undefined, readonly string[]> => {
    const standing = views.scan(organizationTable, []).map(({ row }) => row);
    const all = [...standing, ...[...earlier.values()].filter((row) => row !== undefined)];
    const grouped = Map.groupBy(all, ({ upperTier }) => upperTier);
    return new Map([...grouped].map(([upper, rows]) => [upper, rows.map(({ code }) => code)]));
  };
  const lowerTiers = (upperTier: string): readonly string[] =>
    (lower ??= readLower()).get(upperTier) ?? [];
  const after = (code: string) => views.get(organizationTable, [code])?.row;
  const before = (code: string) => (earlier.has(code) ? earlier.get(code) : after(code));
  return [
    { body: after, lowerTiers },
    { body: before, lowerTiers },
  ];
}

/** The same of a roster as it stands. */
export function neighboursIn(bodies: ReadonlyMap<string, OrganizationRow>): Neighbours {
  const body = (code: string) => bodies.get(code);
  const lowerTiers = (upper: string): readonly string[] =>
    [...bodies.values()].flatMap(({ code, upperTier }) => (upperTier === upper ? [code] : []));
  return { body, lowerTiers };
}

function isNested(
  universe: Universe,
  code: string,
  period: string,
  { body, lowerTiers }: Neighbours,
): boolean {
  const expects = (other: string): boolean => {
    const row = body(other);
    return row !== undefined && isExpected(universe, row, knownPeriod(period));
  };
  const { tier, upperTier } = body(code) ?? {};
  if (tier === 'UPPER') return lowerTiers(code).some(expects);
  return upperTier !== undefined && expects(upperTier);
}

/**
 * True when what a body reports may overlap with what its upper tier or its lower tiers do, under
 * any definition of the indicator: then its number cannot be moved alone.
 */
export const isEntangled = (
  indicator: IndicatorRow | undefined,
  code: string,
  period: string,
  around: Neighbours,
): boolean =>
  indicator !== undefined &&
  [indicator, ...indicator.beforeBreaks].some(({ universe }) =>
    isNested(universe, code, period, around),
  );
