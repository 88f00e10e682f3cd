import { describe, expect, test } from '@jest/globals';
import type { NumberStyle } from '../../../src/adapters/imports/mapping.js';
import { readNumber, suggestNumber } from '../../../src/adapters/imports/number-cell.js';

const plain: NumberStyle = { decimal: 'point', thousands: 'none', percentSign: 'refuse' };
const french: NumberStyle = { decimal: 'comma', thousands: 'space', percentSign: 'ignore' };

const cell = (text: string) => ({ text, exact: false });

describe('a cell of a file that declares nothing', () => {
  test.each([
    ['0', '0'],
    ['1286490', '1286490'],
    ['24.07', '24.07'],
    [' 24.07 ', '24.07'],
    ['-3.5', '-3.5'],
    ['\u22123.5', '-3.5'],
    ['81.20', '81.20'],
  ])('%j is the number %s', (text, number) => {
    expect(readNumber(cell(text), plain)).toBe(number);
  });

  test.each([
    'NA',
    '..',
    'x',
    '73%',
    '1 234,5',
    '1\u00A0234',
    '1,234',
    '1e5',
    '+5',
    '.5',
    '5.',
    '007',
    '0x1F',
    '١٢',
    'Infinity',
    '-',
    '1 2',
    '9'.repeat(41),
  ])('%j is no number', (text) => {
    expect(readNumber(cell(text), plain)).toBeUndefined();
  });
});

describe('a cell of a file that declares its style', () => {
  test.each([
    ['1 234,5', '1234.5'],
    ['1\u00A0234,5', '1234.5'],
    ['1\u202F234\u202F567', '1234567'],
    ['1234,5', '1234.5'],
    ['24,07 %', '24.07'],
    ['24,07\u00A0%', '24.07'],
    ['0,50', '0.50'],
  ])('%j is the number %s in French', (text, number) => {
    expect(readNumber(cell(text), french)).toBe(number);
  });

  test.each(['1 23,5', '12 34', '1.5', '0 123', '1 234 56', '%'])(
    '%j is no number in French',
    (text) => {
      expect(readNumber(cell(text), french)).toBeUndefined();
    },
  );

  test.each([
    ['1,234.5', { ...plain, thousands: 'comma' }, '1234.5'],
    ['1.234,5', { ...french, thousands: 'point' }, '1234.5'],
    ["1'234.5", { ...plain, thousands: 'apostrophe' }, '1234.5'],
    ['1234', { ...plain, multiplyBy: '1000' }, '1234000'],
    ['0.2407', { ...plain, multiplyBy: '100' }, '24.07'],
  ] as const)('%j is read as declared', (text, style, number) => {
    expect(Number(readNumber(cell(text), style))).toBe(Number(number));
  });

  test('a number that a workbook stores is read whatever the style', () => {
    expect(readNumber({ text: '1234.5', exact: true }, french)).toBe('1234.5');
  });
});

test('a style that fits but for the percent sign is kept in what is suggested', () => {
  const declared = { ...french, percentSign: 'refuse' } as const;
  expect(suggestNumber(cell('24,07 %'), declared).en).toBe(
    'To read it as 24.07, declare "numbers": ' +
      '{"decimal":"comma","thousands":"space","percentSign":"ignore"}',
  );
});

describe('what is suggested for a cell that is no number', () => {
  test.each([
    ['1 234,5', 'To read it as 1234.5, declare "numbers": {"decimal":"comma","thousands":"space"'],
    ['73%', 'To read it as 73, declare "numbers": {"decimal":"point","thousands":"none","perc'],
    ['1,234.5', 'To read it as 1234.5, declare'],
    ['NA', 'declare it: "statuses": {"NA":"NOT_REPORTED"}'],
    ['1e5', 'Write it in plain digits'],
  ])('%j', (text, suggestion) => {
    expect(suggestNumber(cell(text), plain).en).toContain(suggestion);
    expect(suggestNumber(cell(text), plain).fr).not.toBe('');
  });
});
