import type { Expected } from '../../domain/indicator/aggregation.js';
import type { IndicatorDefinition } from '../../domain/indicator/events.js';
import {
  arrange,
  expectedIn,
  type Arrangement,
  type Unit,
} from '../../domain/indicator/partition.js';
import { unitsOf } from '../../domain/indicator/units.js';
import type { Period } from '../../domain/period.js';
import type { AreaRow, IndicatorRow, OrganizationRow } from '../../projections/roster/view.js';
import type { Reading } from '../as-of.js';
import { readVisibility } from '../consent/visibility.js';
import { readAreas, readOrganizations } from '../roster.js';
import { territoryOf, type Place } from './place.js';

/** Rosters by code, of which the read models hand out one until it changes. */
export type Rosters = {
  readonly bodies: ReadonlyMap<string, OrganizationRow>;
  readonly areas: ReadonlyMap<string, AreaRow>;
};

/** The units expected of a place, in order, and those that lie across its border. */
export type Arranged = {
  readonly arrangement: Arrangement;
  /** Bodies expected, and the persons in them. */
  readonly expected: Expected;
  readonly acrossBorder: readonly Unit[];
};

const remembered = new WeakMap<object, WeakMap<object, Map<string, Arranged>>>();
const rememberedMax = 1_000;

const noAreas: Rosters['areas'] = new Map();

/** True when reporting areas report beside or in place of bodies, now or before a break. */
export const listsAreas = ({ universe, beforeBreaks }: IndicatorRow): boolean =>
  [universe, ...beforeBreaks.map((definition) => definition.universe)].some(
    (each) => each.kind === 'LISTED' && (each.areas ?? []).length > 0,
  );

type Bodies = Rosters['bodies'];

// One set of bodies left out gives one roster, so that what is made of it is remembered too.
const partsOf = new WeakMap<Bodies, Map<string, Bodies>>();

function without(left: readonly string[], bodies: Bodies): Bodies {
  if (left.length === 0) return bodies;
  const known = partsOf.get(bodies) ?? new Map<string, Bodies>();
  partsOf.set(bodies, known);
  const name = left.join(' ');
  const out = new Set(left);
  const part = known.get(name) ?? new Map([...bodies].filter(([code]) => !out.has(code)));
  known.set(name, part);
  return part;
}

/**
 * Bodies as of a reading whose numbers may count, and areas where the indicator is expected from
 * any. A First Nation counts with its consent, and only then is anything expected of it.
 */
export async function readRosters(
  indicator: IndicatorRow,
  reading: Reading,
): Promise<Rosters & { readonly isWhole: boolean }> {
  const all = await readOrganizations(reading);
  const { leftOut } = await readVisibility(reading);
  const left = leftOut(indicator.key).filter((code) => all.has(code));
  const bodies = without(left, all);
  const areas = listsAreas(indicator) ? await readAreas(reading) : noAreas;
  return { bodies, areas, isWhole: bodies === all };
}

function arrangedOf(units: readonly Unit[], acrossBorder: readonly Unit[]): Arranged {
  const arrangement = arrange(units);
  return { arrangement, acrossBorder, expected: expectedIn(arrangement) };
}

function arrangeAnew(
  { universe }: IndicatorDefinition,
  period: Period,
  place: Place,
  rosters: Rosters,
): Arranged {
  const units = unitsOf(universe, period, rosters);
  const territory = territoryOf(place, period, rosters.bodies);
  if (territory === undefined) return arrangedOf(units, []);
  const touches = ({ whole, partly }: Unit): readonly boolean[] =>
    [...whole, ...partly].map((code) => territory.has(code));
  const acrossBorder = units.filter((unit) => {
    const inside = touches(unit);
    return inside.some(Boolean) && !inside.every(Boolean);
  });
  return arrangedOf(
    units.filter((unit) => touches(unit).every(Boolean)),
    acrossBorder,
  );
}

// A plan's members may change while the roster does not, so plans are never remembered.
const nameOf = (place: Place): string | undefined =>
  place.kind === 'PLAN' ? undefined : JSON.stringify(place);

/** The units a number is expected from in a place for a period; remembered while rosters stand. */
export function arrangedFor(
  definition: IndicatorDefinition,
  period: Period,
  place: Place,
  rosters: Rosters,
): Arranged {
  const name = nameOf(place);
  if (name === undefined) return arrangeAnew(definition, period, place, rosters);
  const ofBodies = remembered.get(rosters.bodies) ?? new WeakMap<object, Map<string, Arranged>>();
  const known = ofBodies.get(rosters.areas) ?? new Map<string, Arranged>();
  remembered.set(rosters.bodies, ofBodies.set(rosters.areas, known));
  const key = `${JSON.stringify(definition.universe)} ${period.text} ${name}`;
  const arranged = known.get(key) ?? arrangeAnew(definition, period, place, rosters);
  if (known.size >= rememberedMax) known.clear();
  known.set(key, arranged);
  return arranged;
}
