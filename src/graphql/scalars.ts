import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isCivilDate } from '../domain/civil-date.js';
import { isDecimal } from '../domain/decimal.js';
import { parsePeriod } from '../domain/period.js';
import { CodedError } from './coded-error.js';
import type { ErrorReason } from './error-reasons.js';
import { parseInstant } from './instant.js';

/** A scalar that is a JSON string in and out; a number is refused even where it would do. */
function textScalar<Value extends string | number>(
  name: string,
  description: string,
  reason: ErrorReason,
  parse: (text: string) => Value | undefined,
): GraphQLScalarType<Value, string> {
  const read = (input: unknown): Value => {
    const value = typeof input === 'string' ? parse(input) : undefined;
    if (value === undefined) throw new CodedError(reason);
    return value;
  };
  return new GraphQLScalarType<Value, string>({
    name,
    description,
    parseValue: read,
    parseLiteral: (node: ValueNode) => read(node.kind === Kind.STRING ? node.value : undefined),
    serialize: String,
  });
}

const textWhen = (isWellFormed: (text: string) => boolean) => (text: string) =>
  isWellFormed(text) ? text : undefined;

const positionPattern = /^(?:0|[1-9]\d{0,15})$/;

/** An exact decimal, as text. */
export const DecimalScalar = textScalar(
  'Decimal',
  'An exact decimal number of at most 40 digits, as text: "-12.50", never "1e5", "+1" or ".5".',
  'decimal-invalid',
  textWhen(isDecimal),
);

/** A civil date, as text. */
export const DateScalar = textScalar(
  'Date',
  'A civil date of the years 1900 to 2200, as text: "2024-02-29".',
  'date-invalid',
  textWhen(isCivilDate),
);

/** An instant; kept in UTC. */
export const DateTimeScalar = textScalar(
  'DateTime',
  'An instant of the years 1900 to 2200 (RFC 3339, with an offset; leap seconds are refused), ' +
    'as text: "2024-02-29T12:00:00Z". Answers are in UTC.',
  'instant-invalid',
  parseInstant,
);

/** Ordinal of an event in the log; a number inside the program. */
export const PositionScalar = textScalar(
  'Position',
  'An event\'s ordinal in the log, 1, 2, 3 …, as a text of at most 16 digits; "0" is before all.',
  'position-invalid',
  (text) => (positionPattern.test(text) ? Number(text) : undefined),
);

/** What an observation measures, as text. */
export const PeriodScalar = textScalar(
  'Period',
  'A period of the years 1900 to 2200, as text: "2021", "2024-Q3", "2024-07", "2024-10-08" (a ' +
    'day), "FY2024" (April to March), "SY2023" (September to August), "2021/2023" (inclusive ' +
    'years, never summed).',
  'period-invalid',
  textWhen((text) => parsePeriod(text) !== undefined),
);

/** Any JSON; only in answers. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'Any JSON value. Only answers hold it.',
  parseValue() {
    throw new CodedError('json-invalid');
  },
  parseLiteral() {
    throw new CodedError('json-invalid');
  },
});
