import { z } from 'zod';
import { parseDuration, writeDuration } from '../adapters/duration.js';
import type { Language } from '../domain/text.js';

/** A sentence in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;

/** One thing that can be set by an environment variable. */
export type Setting<T> = {
  readonly kind: 'text' | 'number' | 'duration' | 'bytes' | 'boolean' | 'choice' | 'list';
  /** Reads the variable's text. */
  readonly schema: z.ZodType<T, string>;
  readonly default: T;
  /** The default as it would be typed; empty when there is none. */
  readonly defaultText: string;
  /** What the text must be. */
  readonly rule: Bilingual;
  readonly meaning: Bilingual;
  /** Never shown, not even when it is wrong. */
  readonly secret?: boolean;
  /** The variable, where its name does not follow from the setting's. */
  readonly variable?: string;
};

type Limits = { readonly min?: number; readonly max?: number };

const greatest = 2 ** 40;

const inRange = ({ min = 0, max = greatest }: Limits) => z.int().min(min).max(max);

/** Reads a text with a function that gives undefined for what it cannot read. */
const readBy = (read: (text: string) => number | undefined, limits: Limits) =>
  z.string().transform(read).pipe(inRange(limits));

function bounds(
  { min = 0, max = greatest }: Limits,
  write: (n: number) => string = String,
): Bilingual {
  if (max === greatest) return { en: `at least ${write(min)}`, fr: `au moins ${write(min)}` };
  return {
    en: `from ${write(min)} to ${write(max)}`,
    fr: `de ${write(min)} à ${write(max)}`,
  };
}

/** A whole number. */
export function number(value: number, meaning: Bilingual, limits: Limits = {}): Setting<number> {
  const { en, fr } = bounds(limits);
  return {
    kind: 'number',
    schema: readBy((text) => (/^\d{1,15}$/.test(text) ? Number(text) : undefined), limits),
    default: value,
    defaultText: String(value),
    rule: { en: `a whole number, ${en}`, fr: `un nombre entier, ${fr}` },
    meaning,
  };
}

/** A duration, in milliseconds unless a unit is typed. */
export function duration(value: number, meaning: Bilingual, limits: Limits = {}): Setting<number> {
  const { en, fr } = bounds(limits, writeDuration);
  return {
    kind: 'duration',
    schema: readBy(parseDuration, limits),
    default: value,
    defaultText: writeDuration(value),
    rule: {
      en: `a duration such as 500ms, 30s, 5m, 12h or 90d, ${en}`,
      fr: `une durée telle que 500ms, 30s, 5m, 12h ou 90d, ${fr}`,
    },
    meaning,
  };
}

const byteUnits = ['', 'KiB', 'MiB', 'GiB'] as const;

function parseBytes(text: string): number | undefined {
  const [, amount, unit = ''] = /^(\d{1,12})(KiB|MiB|GiB)?$/.exec(text) ?? [];
  if (amount === undefined) return undefined;
  return Number(amount) * 1024 ** byteUnits.indexOf(unit as (typeof byteUnits)[number]);
}

function writeBytes(value: number): string {
  const power = value === 0 ? 0 : byteUnits.findLastIndex((_, at) => value % 1024 ** at === 0);
  return `${value / 1024 ** power}${byteUnits[power]}`;
}

/** A size in bytes. */
export function bytes(value: number, meaning: Bilingual, limits: Limits = {}): Setting<number> {
  const { en, fr } = bounds(limits, writeBytes);
  return {
    kind: 'bytes',
    schema: readBy(parseBytes, limits),
    default: value,
    defaultText: writeBytes(value),
    rule: {
      en: `a size such as 65536, 64KiB or 1MiB, ${en}`,
      fr: `une taille telle que 65536, 64KiB ou 1MiB, ${fr}`,
    },
    meaning,
  };
}

/** Yes or no. */
export const boolean = (value: boolean, meaning: Bilingual): Setting<boolean> => ({
  kind: 'boolean',
  schema: z.enum(['true', 'false']).transform((text) => text === 'true'),
  default: value,
  defaultText: String(value),
  rule: { en: 'true or false', fr: 'true ou false' },
  meaning,
});

/** One of a few words; the first is the default. */
export function choice<const T extends string>(
  words: readonly [T, ...T[]],
  meaning: Bilingual,
): Setting<T> {
  const list = words.join(', ');
  const rule = { en: `one of ${list}`, fr: `une valeur parmi ${list}` };
  const schema = z.string().pipe(z.enum(words)) as unknown as z.ZodType<T, string>;
  return { kind: 'choice', schema, default: words[0], defaultText: words[0], rule, meaning };
}

/** A text of at most 1,000 characters. */
export const text = (value: string, meaning: Bilingual): Setting<string> => ({
  kind: 'text',
  schema: z.string().min(1).max(1_000),
  default: value,
  defaultText: value,
  rule: { en: 'at most 1,000 characters', fr: 'au plus 1 000 caractères' },
  meaning,
});

/** True for a URL of one of the schemes, whose password does not run into its path. */
function isUrlOf(schemes: readonly string[], value: string): boolean {
  const { protocol, pathname } = URL.parse(value) ?? { protocol: '', pathname: '' };
  return schemes.includes(protocol.slice(0, -1)) && !pathname.includes('@');
}

/** The address of another system, which may hold a password; none by default. */
export function secretUrl(
  variable: string,
  schemes: readonly string[],
  meaning: Bilingual,
): Setting<string | undefined> {
  const beginnings = schemes.map((scheme) => `${scheme}://`);
  return {
    kind: 'text',
    schema: z.string().refine((value) => isUrlOf(schemes, value)),
    default: undefined,
    defaultText: '',
    rule: {
      en: `a URL that begins with ${beginnings.join(' or ')}`,
      fr: `une adresse URL qui commence par ${beginnings.join(' ou ')}`,
    },
    meaning,
    secret: true,
    variable,
  };
}

/** Origins of web pages, `https://example.org`, separated by commas; none by default. */
export const origins = (meaning: Bilingual): Setting<readonly string[]> => ({
  kind: 'list',
  schema: z
    .string()
    .transform((value) => value.split(',').map((each) => each.trim()))
    .refine((all) => all.every((each) => URL.canParse(each) && new URL(each).origin === each)),
  default: [],
  defaultText: '',
  rule: {
    en: 'origins such as https://example.org, separated by commas',
    fr: 'des origines telles que https://example.org, séparées par des virgules',
  },
  meaning,
});
