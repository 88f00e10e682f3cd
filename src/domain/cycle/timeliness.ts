import { addDays, daysBetween, type CivilDate } from '../civil-date.js';

/** How a report stands to its deadline. */
export const timelinesses = ['NOT_DUE', 'ON_TIME', 'WITHIN_GRACE', 'LATE'] as const;
export type Timeliness = (typeof timelinesses)[number];

/** How a report stands to its deadline, and how many days after it; 0 when not after it. */
export type Timing = { readonly timeliness: Timeliness; readonly daysAfterDeadline: number };

/**
 * How the report of a body stands on a day. What was first submitted by then counts from that
 * day on and for good: that the ministry takes time to return it makes nobody late. Days are
 * civil days in Toronto, and days after the deadline are counted from it, grace included.
 */
export function timingOf(
  { deadline, graceDays }: { readonly deadline: CivilDate; readonly graceDays: number },
  firstFiledOn: CivilDate | undefined,
  on: CivilDate,
): Timing {
  const isFiled = firstFiledOn !== undefined && firstFiledOn <= on;
  const day = isFiled ? firstFiledOn : on;
  if (day <= deadline) return { timeliness: isFiled ? 'ON_TIME' : 'NOT_DUE', daysAfterDeadline: 0 };
  const timeliness = day <= addDays(deadline, graceDays) ? 'WITHIN_GRACE' : 'LATE';
  return { timeliness, daysAfterDeadline: daysBetween(deadline, day) };
}
