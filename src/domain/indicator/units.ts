import type { CivilDate } from '../civil-date.js';
import type { Geography } from '../identifiers.js';
import type { Period } from '../period.js';
import { exists, isExpected, type Member, type Universe } from '../universe.js';
import type { Unit } from './partition.js';

/** What the place of a body among others depends on. */
export type PlacedBody = Member & {
  readonly upperTier?: string | undefined;
  readonly censusDivision?: string | undefined;
  readonly population?: number | undefined;
};

/** A reporting area as of a day: the bodies it takes in, and those it crosses. */
export type PlacedArea = {
  readonly code: string;
  readonly boundaries: readonly {
    readonly from: CivilDate;
    readonly members: readonly string[];
    readonly crosses: readonly string[];
    readonly population?: number | undefined;
  }[];
  readonly endedOn?: CivilDate | undefined;
};

/** Everything whose boundaries are known. */
export type Boundaries = {
  readonly bodies: ReadonlyMap<string, PlacedBody>;
  readonly areas: ReadonlyMap<string, PlacedArea>;
};

const nobody: ReadonlySet<string> = new Set();

/** Name of a unit: its kind keeps a county apart from the census division of the same code. */
export const unitId = (kind: Geography['kind'], code: string): string => `${kind} ${code}`;

/** The body or area a unit's name stands for. */
export function geographyOf(id: string): Geography {
  const [kind, code] = id.split(' ') as [Geography['kind'], string];
  return { kind, code };
}

/**
 * Lower tiers of an upper-tier municipality on a day. They carry it: what an upper tier reports
 * is about the same people, so the two are never added.
 */
export const lowerTiersOf = (
  { bodies }: Pick<Boundaries, 'bodies'>,
  upperTier: string,
  on: CivilDate,
): readonly PlacedBody[] =>
  [...bodies.values()].filter((body) => body.upperTier === upperTier && exists(body, on));

function bodyUnit(body: PlacedBody, boundaries: Boundaries, on: CivilDate): Unit {
  const { code, tier, population = 0 } = body;
  const lower = tier === 'UPPER' ? lowerTiersOf(boundaries, code, on) : [];
  const whole = new Set(lower.length === 0 ? [code] : lower.map((each) => each.code));
  return { id: unitId('BODY', code), whole, partly: nobody, population };
}

/** Boundaries of a reporting area on a day; undefined while it does not exist. */
const boundariesOn = ({ boundaries, endedOn }: PlacedArea, on: CivilDate) =>
  endedOn !== undefined && endedOn <= on
    ? undefined
    : boundaries.findLast(({ from }) => from <= on);

function areaUnit(area: PlacedArea, { bodies }: Boundaries, on: CivilDate): Unit | undefined {
  const drawn = boundariesOn(area, on);
  if (drawn === undefined) return undefined;
  const persons = (code: string): number => bodies.get(code)?.population ?? 0;
  const counted = drawn.members.reduce((sum, code) => sum + persons(code), 0);
  return {
    id: unitId('AREA', area.code),
    whole: new Set(drawn.members),
    partly: new Set(drawn.crosses),
    population: drawn.population ?? counted,
  };
}

/**
 * The units a number is expected from for a period, with the boundaries of its last day: an
 * amalgamated body stands for its territory from the period in which it was there at the end.
 */
export function unitsOf(
  universe: Universe,
  period: Period,
  boundaries: Boundaries,
): readonly Unit[] {
  const { bodies, areas } = boundaries;
  const on = period.lastDay;
  const expected = [...bodies.values()]
    .filter((body) => isExpected(universe, body, period))
    .map((body) => bodyUnit(body, boundaries, on));
  const listed = universe.kind === 'LISTED' ? (universe.areas ?? []) : [];
  const reporting = listed.flatMap((code) => {
    const area = areas.get(code);
    const unit = area && areaUnit(area, boundaries, on);
    return unit === undefined ? [] : [unit];
  });
  return [...expected, ...reporting];
}
