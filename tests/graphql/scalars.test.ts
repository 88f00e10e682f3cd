import { describe, expect, test } from '@jest/globals';
import { Kind, type GraphQLScalarType } from 'graphql';
import * as scalars from '../../src/graphql/scalars.js';

type Table = {
  readonly scalar: GraphQLScalarType;
  readonly reason: string;
  readonly accepted: readonly (readonly [text: string, value: unknown])[];
  readonly refused: readonly unknown[];
};

const same = (...texts: readonly string[]) => texts.map((text) => [text, text] as const);
const never = [null, true, 1, 2021, 1.5, [], {}, '', ' ', 'x'.repeat(200_000)];

const tables: Readonly<Record<string, Table>> = {
  Decimal: {
    scalar: scalars.DecimalScalar,
    reason: 'decimal-invalid',
    accepted: same('0', '-12.50', '24.07', `${'9'.repeat(40)}`),
    refused: [
      '-0',
      '1e5',
      '+1',
      '.5',
      '5.',
      '007',
      '1,5',
      '1 000',
      '73%',
      'NaN',
      '9'.repeat(41),
      ' 1',
    ],
  },
  Date: {
    scalar: scalars.DateScalar,
    reason: 'date-invalid',
    accepted: same('1900-01-01', '2024-02-29', '2200-12-31'),
    refused: ['1899-12-31', '2201-01-01', '2023-02-29', '2024-2-9', '2024-02-29T00:00:00Z'],
  },
  DateTime: {
    scalar: scalars.DateTimeScalar,
    reason: 'instant-invalid',
    accepted: [
      ['2024-02-29T12:00:00Z', '2024-02-29T12:00:00.000Z'],
      ['2024-02-29T12:00:00.123456Z', '2024-02-29T12:00:00.123Z'],
      ['2024-02-29T07:00:00-05:00', '2024-02-29T12:00:00.000Z'],
      ['1900-01-01T00:00:00z', '1900-01-01T00:00:00.000Z'],
    ],
    refused: [
      '2024-02-29T12:00:00',
      '2024-02-29',
      '2023-02-29T12:00:00Z',
      '2016-12-31T23:59:60Z',
      '2024-02-29T24:00:00Z',
      '2024-02-29T12:60:00Z',
      '2024-02-29T12:00:00+24:00',
      '2024-02-29T12:00:00+0500',
      '2024-02-29 12:00:00Z',
      '1899-12-31T23:00:00Z',
      '2200-12-31T23:00:00-05:00',
    ],
  },
  Position: {
    scalar: scalars.PositionScalar,
    reason: 'position-invalid',
    accepted: [
      ['0', 0],
      ['17', 17],
      ['9007199254740991', 9_007_199_254_740_991],
    ],
    refused: ['-1', '+1', '01', '1.0', '1e3', '12345678901234567', '0x10', ' 1'],
  },
  Period: {
    scalar: scalars.PeriodScalar,
    reason: 'period-invalid',
    accepted: same('2021', '2024-Q3', '2024-07', '2024-10-08', 'FY2024', 'SY2023', '2021/2023'),
    refused: ['1899', '2201', '2024-Q5', '2024-13', '2024-02-30', 'FY24', '2023/2021', '2021-2023'],
  },
};

const cases = Object.entries(tables);
const reasonOf = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (error) {
    return (error as { extensions?: object }).extensions;
  }
};

describe.each(cases)('the scalar %s', (_, { scalar, reason, accepted, refused }) => {
  test.each(accepted)('takes %s, from a variable and from a document', (text, value) => {
    expect(scalar.parseValue(text)).toBe(value);
    expect(scalar.parseLiteral({ kind: Kind.STRING, value: text }, {})).toBe(value);
  });

  test.each([...refused, ...never].map((input) => [input]))('refuses %j', (input) => {
    const coded = { code: 'BAD_USER_INPUT', reason };
    expect(reasonOf(() => scalar.parseValue(input))).toEqual(coded);
    const literal = { kind: Kind.STRING, value: String(input) } as const;
    const isText = typeof input === 'string';
    expect(isText ? reasonOf(() => scalar.parseLiteral(literal, {})) : coded).toEqual(coded);
  });

  test('refuses a number in a document, even where it would do', () => {
    const literal = { kind: Kind.INT, value: '2021' } as const;
    expect(reasonOf(() => scalar.parseLiteral(literal, {}))).toEqual({
      code: 'BAD_USER_INPUT',
      reason,
    });
  });
});

test('a position is written as text', () => {
  expect(scalars.PositionScalar.serialize(17)).toBe('17');
});

test('JSON is never taken', () => {
  expect(reasonOf(() => scalars.JsonScalar.parseValue({}))).toMatchObject({
    reason: 'json-invalid',
  });
});
