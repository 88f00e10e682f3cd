import { isCivilDate } from '../domain/civil-date.js';

const pattern =
  /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:[Zz]|[+-](\d{2}):(\d{2}))$/;
const limits = [23, 59, 59, 23, 59] as const;

/**
 * An instant (RFC 3339) in UTC with milliseconds, undefined for any other text. Seconds end at
 * 59: a leap second has no place on the clock the log is kept by.
 */
export function parseInstant(text: string): string | undefined {
  const match = text.length <= 40 ? pattern.exec(text) : null;
  if (match === null) return undefined;
  const [, date = '', ...clock] = match;
  if (!isCivilDate(date)) return undefined;
  if (limits.some((limit, at) => Number(clock[at] ?? 0) > limit)) return undefined;
  const utc = new Date(text.toUpperCase()).toISOString();
  return isCivilDate(utc.slice(0, 10)) ? utc : undefined;
}
