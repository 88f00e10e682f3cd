import { describe, expect, it } from '@jest/globals';
import { timingOf } from '../../../src/domain/cycle/timeliness.js';

const leapYear = { deadline: '2024-02-28', graceDays: 2 };
const read = (filedOn: string | undefined, on: string, terms = leapYear) => {
  const { timeliness, daysAfterDeadline } = timingOf(terms, filedOn, on);
  return [timeliness, daysAfterDeadline];
};

describe('a report that is not submitted', () => {
  it('is not due until the deadline has passed, then within grace, then late', () => {
    expect(read(undefined, '2024-02-28')).toEqual(['NOT_DUE', 0]);
    expect(read(undefined, '2024-02-29')).toEqual(['WITHIN_GRACE', 1]);
    expect(read(undefined, '2024-03-01')).toEqual(['WITHIN_GRACE', 2]);
    expect(read(undefined, '2024-03-02')).toEqual(['LATE', 3]);
  });

  it('has one day less in a year without a leap day', () => {
    const terms = { deadline: '2023-02-28', graceDays: 1 };
    expect(read(undefined, '2023-03-01', terms)).toEqual(['WITHIN_GRACE', 1]);
    expect(read(undefined, '2023-03-02', terms)).toEqual(['LATE', 2]);
  });

  it('is late the day after a deadline without days of grace, over a change of clocks too', () => {
    const terms = { deadline: '2024-03-10', graceDays: 0 };
    expect(read(undefined, '2024-03-10', terms)).toEqual(['NOT_DUE', 0]);
    expect(read(undefined, '2024-03-11', terms)).toEqual(['LATE', 1]);
  });
});

describe('a report that was submitted', () => {
  it('stays as late as it was on the day it was first submitted', () => {
    expect(read('2024-02-28', '2025-01-01')).toEqual(['ON_TIME', 0]);
    expect(read('2024-03-01', '2025-01-01')).toEqual(['WITHIN_GRACE', 2]);
    expect(read('2024-03-09', '2025-01-01')).toEqual(['LATE', 10]);
  });

  it('was not submitted yet on a day before', () => {
    expect(read('2024-03-09', '2024-02-29')).toEqual(['WITHIN_GRACE', 1]);
    expect(read('2024-02-20', '2024-02-19')).toEqual(['NOT_DUE', 0]);
  });
});
