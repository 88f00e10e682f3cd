import { z } from 'zod';

/** Categories of streams, one per noun. Stored: never renamed. */
export const categories = [
  'organization',
  'plan',
  'commitment',
  'indicator',
  'measure',
  'observation',
  'area',
  'person',
  'codelist',
  'consent',
  'import',
  'cycle',
  'submission',
  'request',
] as const;
export type Category = (typeof categories)[number];

/** Name of a stream: `category-id`. It is also the node id that clients see. */
export type StreamName = `${Category}-${string}`;

const codePattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A stable key or code: lower-case letters and digits, single hyphens between, at most 64. */
export const isCode = (text: string): boolean => text.length <= 64 && codePattern.test(text);

/** A key or code in an event body. */
export const code = () =>
  z
    .string()
    .refine(isCode)
    .meta({ title: 'code', examples: ['3525005'] });

/** An id derived from a command: 32 hexadecimal digits, prefixed with what it names. */
export const derivedId = (prefix: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}-[0-9a-f]{32}$`))
    .meta({ title: `${prefix} id`, examples: [`${prefix}-${'0123456789abcdef'.repeat(2)}`] });

// The separator of a stream name never occurs inside an id, so a code's hyphens are written `_`.
const escapeCode = (text: string): string => text.replaceAll('-', '_');

/** Stream of an organization, by its code. */
export const organizationStream = (organization: string): StreamName =>
  `organization-${escapeCode(organization)}`;

/** Stream of an indicator, by its key. */
export const indicatorStream = (indicator: string): StreamName =>
  `indicator-${escapeCode(indicator)}`;

/** Stream of a reporting area, by its code. */
export const areaStream = (area: string): StreamName => `area-${escapeCode(area)}`;
/** Stream of everything published about code lists; one, so that a short read learns of it. */
export const codeListStream: StreamName = 'codelist-published';
/** Stream of what a First Nation consents to, by its code. */
export const consentStream = (firstNation: string): StreamName =>
  `consent-${escapeCode(firstNation)}`;

// Stream ids are lower case and hold neither hyphens nor slashes.
const escapePeriod = (period: string): string =>
  period.toLowerCase().replaceAll('-', '_').replaceAll('/', '.');

/** Stream of the reporting cycle of a period: "cycle-2024_q3", "cycle-fy2024". */
export const cycleStream = (period: string): StreamName => `cycle-${escapePeriod(period)}`;
/** Stream of what one body submits in a cycle, by the cycle's own stream. */
export const submissionStream = (cycle: string, body: string): StreamName =>
  `submission-${cycle.slice(cycle.indexOf('-') + 1)}.${escapeCode(body)}`;

/** What is observed: a body, or a reference area by its own code. */
export type Geography = { readonly kind: 'BODY' | 'AREA'; readonly code: string };

/**
 * Stream of all observations of one indicator about one body or area. An upper tier and its
 * census division have the same code and still a stream each.
 */
export const observationStream = (indicator: string, { kind, ...place }: Geography): StreamName => {
  const geography = `${kind === 'AREA' ? 'area.' : ''}${escapeCode(place.code)}`;
  return `observation-${escapeCode(indicator)}.${geography}`;
};

/** Category of a stream or node id; undefined when it names none. */
export function categoryOf(name: string): Category | undefined {
  const prefix = name.slice(0, name.indexOf('-'));
  return categories.find((category) => category === prefix);
}

/** Code within a stream of codes: the inverse of `organizationStream` and `indicatorStream`. */
export const codeOf = (stream: string): string =>
  stream.slice(stream.indexOf('-') + 1).replaceAll('_', '-');

/** True for a well-formed node id of a category. */
export const isNodeId = (category: Category, id: string): boolean =>
  id.length <= 150 && categoryOf(id) === category && /^[a-z]+-[0-9a-z_.]+$/.test(id);
