import type { EventData, EventType } from '../../src/domain/catalogue.js';
import type { Draft } from '../../src/domain/codec.js';
import { indicatorStream, organizationStream } from '../../src/domain/identifiers.js';
import type { Tier } from '../../src/domain/organization/events.js';

/** Something that happened in a stream, and its place there. */
export type Happened = Draft & { readonly stream: string; readonly revision: number };

/** Says what happened; the body is checked against the schema of its type. */
export const happened = <T extends EventType>(
  stream: string,
  revision: number,
  type: T,
  data: EventData<T>,
): Happened => ({ stream, revision, type, data });

/** A municipality of the province. */
export type Municipality = {
  readonly code: string;
  readonly tier: Tier;
  readonly upperTier?: string;
};

const codeOf = (at: number): string => String(3_500_001 + at);

/** As many as Ontario has: 30 upper tiers, 241 lower ones under them, 173 single ones. */
const [uppers, lowers, singles] = [30, 241, 173] as const;

function municipality(at: number): Municipality {
  if (at < uppers) return { code: codeOf(at), tier: 'UPPER' };
  if (at >= uppers + lowers) return { code: codeOf(at), tier: 'SINGLE' };
  return { code: codeOf(at), tier: 'LOWER', upperTier: codeOf(at % uppers) };
}

/** All municipalities. */
const municipalities = Array.from({ length: uppers + lowers + singles }, (_, at) =>
  municipality(at),
);

/** Codes of those that report: single and lower tiers, which cover the territory once. */
export const reporting = municipalities
  .filter(({ tier }) => tier !== 'UPPER')
  .map(({ code }) => code);

/** Codes of those that plan: single tiers, and upper ones in the place of their lower ones. */
export const planning = municipalities
  .filter(({ tier }) => tier !== 'LOWER')
  .map(({ code }) => code);

/** Key of the indicator of a number. */
export const indicatorKey = (at: number | ''): string => `indicator-${at}`;

/** Years every indicator is reported for. */
export const periods = Array.from({ length: 15 }, (_, at) => String(2000 + at));

/** The municipalities are registered, counted, and obliged or not. */
export function* roster(): Generator<Happened> {
  for (const [at, { code, ...place }] of municipalities.entries()) {
    const stream = organizationStream(code);
    yield happened(stream, 0, 'OrganizationRegistered', {
      code,
      kind: 'MUNICIPALITY',
      name: { en: `Municipality ${at}`, fr: `Municipalité ${at}` },
      ...place,
    });
    const population = 16 + at * 397;
    yield happened(stream, 1, 'PopulationCounted', { population, censusYear: 2011 });
    yield happened(stream, 2, 'ObligationSet', {
      duty: place.tier === 'LOWER' ? 'COVERED_THROUGH_UPPER_TIER' : 'REQUIRED',
      from: '2000-01-01',
      rule: 'ministry-faq-question-8',
    });
  }
}

/** An indicator is defined: every fourth is a count, the others are shares. */
export function definition(at: number): Happened {
  const isCount = at % 4 === 3;
  return happened(indicatorStream(indicatorKey(at)), 0, 'IndicatorDefined', {
    key: indicatorKey(at),
    name: { en: `Share of households ${at}`, fr: `Part des ménages ${at}` },
    kind: isCount ? 'COUNT_FLOW' : 'RATIO',
    unit: isCount ? { en: 'events', fr: 'événements' } : { en: '%', fr: '%' },
    decimals: isCount ? 0 : 2,
    direction: 'LOWER',
    universe: { kind: 'MUNICIPALITIES' },
    sensitivity: 'PUBLIC',
    overTime: isCount ? 'SUM' : 'RATIO_OF_SUMS',
    overSpace: isCount ? 'SUM' : 'RATIO_OF_SUMS',
    periodKind: 'YEAR',
    ...(!isCount && { factor: '100' }),
    proportion: !isCount,
    dimensions: [],
  });
}
