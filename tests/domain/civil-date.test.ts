import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  daysBetween,
  isCivilDate,
  lastDayOfMonth,
  torontoDate,
} from '../../src/domain/civil-date.js';

describe('a civil date', () => {
  it.each(['1900-01-01', '2024-02-29', '2200-12-31'])('%s is a day', (text) => {
    expect(isCivilDate(text)).toBe(true);
  });

  it.each([
    '1899-12-31',
    '2201-01-01',
    '2023-02-29',
    '2024-13-01',
    '2024-1-1',
    '2024-01-01T00:00Z',
  ])('%s is none', (text) => {
    expect(isCivilDate(text)).toBe(false);
  });

  it('counts days across a leap day and a change of clocks', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2024-03-10', 1)).toBe('2024-03-11');
    expect(addDays('2021-07-01', 30)).toBe('2021-07-31');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2024-11-04', '2024-11-02')).toBe(-2);
    expect(lastDayOfMonth(2100, 2)).toBe('2100-02-28');
  });

  it('begins and ends at midnight in Toronto, in winter and in summer', () => {
    expect(torontoDate('2024-01-01T04:59:59Z')).toBe('2023-12-31');
    expect(torontoDate('2024-01-01T05:00:00Z')).toBe('2024-01-01');
    expect(torontoDate('2024-07-01T03:59:59Z')).toBe('2024-06-30');
    expect(torontoDate('2024-07-01T04:00:00Z')).toBe('2024-07-01');
  });
});
