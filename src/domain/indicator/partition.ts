import type { Weight } from './sums.js';

/**
 * What reports: a body or a reporting area, and which of the bodies that cover the province
 * once (single-tier and lower-tier municipalities, First Nations) it takes in.
 */
export type Unit = {
  /** Names it among all units: kind and code. */
  readonly id: string;
  /** Codes of the bodies that lie in it as a whole. */
  readonly whole: ReadonlySet<string>;
  /** Codes of the bodies it crosses, as a police service area may. */
  readonly partly: ReadonlySet<string>;
  /** Persons living in it. */
  readonly population: number;
};

/** A unit with those that lie in it; its parts may cover it or leave a remainder. */
export type Nest = {
  readonly unit: Unit;
  readonly parts: readonly Nest[];
  /** True when the parts cover it, so that they are expected in its place. */
  readonly isCovered: boolean;
  /** Bodies expected of it, and the persons in them: everybody once. */
  readonly expected: Weight;
};

/** Units in order: none twice, the smaller within the larger. */
export type Arrangement = {
  readonly nests: readonly Nest[];
  /** Ids of pairs that cross: neither lies in the other, and they share a body. */
  readonly crossings: readonly (readonly [string, string])[];
};

const takesIn = (outer: Unit, code: string): boolean => outer.whole.has(code);

const isWithin = (inner: Unit, outer: Unit): boolean =>
  inner !== outer &&
  [...inner.whole].every((code) => takesIn(outer, code)) &&
  [...inner.partly].every((code) => takesIn(outer, code));

// Two areas that cross one body may lie on either side of it.
const overlap = (a: Unit, b: Unit): boolean =>
  [...a.whole].some((code) => b.whole.has(code) || b.partly.has(code)) ||
  [...a.partly].some((code) => b.whole.has(code));

const sizeOf = ({ whole, partly }: Unit): number => whole.size + partly.size;

const bySize = (a: Unit, b: Unit): number => sizeOf(b) - sizeOf(a) || (a.id < b.id ? -1 : 1);

/** Bodies that units share; only those units need a closer look. */
function sharing(units: readonly Unit[]): ReadonlySet<Unit> {
  const first = new Map<string, Unit>();
  const shared = new Set<Unit>();
  for (const unit of units)
    for (const code of [...unit.whole, ...unit.partly]) {
      const other = first.get(code);
      if (other === undefined) first.set(code, unit);
      else shared.add(unit).add(other);
    }
  return shared;
}

/** What is already known of the order when a smaller unit is put into it. */
type Order = {
  readonly parent: Map<Unit, Unit>;
  readonly crossings: (readonly [string, string])[];
};

const ancestorsOf = (unit: Unit, parent: ReadonlyMap<Unit, Unit>): ReadonlySet<Unit> => {
  const ancestors = new Set<Unit>();
  for (let each = parent.get(unit); each !== undefined; each = parent.get(each))
    ancestors.add(each);
  return ancestors;
};

/** Puts a unit inside the smallest that holds it; whatever else it meets it crosses. */
function place(unit: Unit, larger: readonly Unit[], { parent, crossings }: Order): void {
  const outer = larger.findLast((each) => isWithin(unit, each));
  if (outer !== undefined) parent.set(unit, outer);
  const ancestors = ancestorsOf(unit, parent);
  for (const each of larger)
    if (!ancestors.has(each) && overlap(unit, each)) crossings.push([each.id, unit.id]);
}

const totalWeight = (nests: readonly Nest[]): Weight => ({
  bodies: nests.reduce((sum, { expected }) => sum + expected.bodies, 0),
  population: nests.reduce((sum, { expected }) => sum + expected.population, 0),
});

/**
 * Puts units in order. Where two take in the same bodies, the first by id lies outside.
 * Units that share no body, as in every plain partition, cost no more than reading them once.
 */
export function arrange(units: readonly Unit[]): Arrangement {
  const sorted = [...sharing(units)].toSorted(bySize);
  const order: Order = { parent: new Map(), crossings: [] };
  for (const [at, unit] of sorted.entries()) place(unit, sorted.slice(0, at), order);
  const partsOf = Map.groupBy(order.parent.keys(), (unit) => order.parent.get(unit));
  const nestOf = (unit: Unit): Nest => {
    const parts = (partsOf.get(unit) ?? []).map(nestOf);
    const covered = new Set(parts.flatMap((part) => [...part.unit.whole]));
    const isCovered =
      parts.length > 0 && unit.partly.size === 0 && [...unit.whole].every((c) => covered.has(c));
    const inside = totalWeight(parts);
    const expected = isCovered
      ? inside
      : { bodies: inside.bodies + 1, population: unit.population };
    return { unit, parts, isCovered, expected };
  };
  const outermost = units.filter((unit) => !order.parent.has(unit));
  return { nests: outermost.map(nestOf), crossings: order.crossings };
}

/** All units of an arrangement, the inner ones after those they lie in. */
export function unitsIn({ nests }: Pick<Arrangement, 'nests'>): readonly Unit[] {
  return nests.flatMap(({ unit, parts }) => [unit, ...unitsIn({ nests: parts })]);
}

/** What is known of a unit when overlaps are resolved. */
export type Standing = 'REPORTS' | 'NOT_APPLICABLE' | 'SILENT';

/** Which units count, how much, and which are set aside for another. */
export type Resolution = {
  readonly weights: ReadonlyMap<string, Weight>;
  /** Ids of units that report but stand aside, because others speak for the same people. */
  readonly aside: ReadonlySet<string>;
  /** True when units that report cross, so that no sum is right. */
  readonly overlaps: boolean;
};

/** Bodies expected of an arrangement, and the persons in them: everybody once. */
export const expectedIn = ({ nests }: Arrangement): Weight => totalWeight(nests);

/**
 * Resolves overlaps. The parts of a unit count when they cover it and all of them are known;
 * otherwise the unit counts in their place, when it reports; otherwise the parts that report.
 * Where units that report cross, nothing can be added.
 */
export function resolve(
  { nests, crossings }: Arrangement,
  standingOf: (id: string) => Standing,
): Resolution {
  const weights = new Map<string, Weight>();
  const aside = new Set<string>();
  const reports = (id: string): boolean => standingOf(id) === 'REPORTS';
  const isKnown = ({ unit, parts, isCovered }: Nest): boolean =>
    standingOf(unit.id) !== 'SILENT' || (isCovered && parts.every(isKnown));
  const setAside = ({ unit, parts }: Nest): void => {
    if (reports(unit.id)) aside.add(unit.id);
    parts.forEach(setAside);
  };
  const settle = (nest: Nest): void => {
    const { unit, parts, isCovered, expected } = nest;
    const isSplit = isCovered && parts.every(isKnown);
    if (reports(unit.id) && !isSplit) {
      weights.set(unit.id, expected);
      parts.forEach(setAside);
      return;
    }
    if (isCovered) {
      if (reports(unit.id)) aside.add(unit.id);
    } else {
      weights.set(unit.id, remainderOf(nest));
    }
    parts.forEach(settle);
  };
  nests.forEach(settle);
  const overlaps = crossings.some(
    ([a, b]) => reports(a) && reports(b) && weights.has(a) && weights.has(b),
  );
  return { weights, aside, overlaps };
}

/** What a unit that does not report leaves unknown beside its parts. */
const remainderOf = ({ unit, parts }: Nest): Weight => {
  const inside = totalWeight(parts).population;
  return { bodies: 1, population: Math.max(0, unit.population - inside) };
};
