import { z } from 'zod';

/** A day of the civil calendar, `2024-02-29`, years 1900–2200. */
export type CivilDate = string;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const millisecondsPerDay = 86_400_000;

const toUtc = (date: CivilDate): number => Date.parse(`${date}T00:00:00Z`);
const fromUtc = (milliseconds: number): CivilDate =>
  new Date(milliseconds).toISOString().slice(0, 10);

/** True for a real day between 1900 and 2200. */
export function isCivilDate(text: string): boolean {
  const match = pattern.exec(text);
  if (match === null) return false;
  const year = Number(match[1]);
  if (year < 1900 || year > 2200) return false;
  const at = toUtc(text);
  return !Number.isNaN(at) && fromUtc(at) === text;
}

/** A civil date in an event body. */
export const civilDate = () =>
  z
    .string()
    .refine(isCivilDate)
    .meta({ title: 'civil date', examples: ['2024-02-29'] });

/** The day a number of days after (or, negative, before) another. */
export const addDays = (date: CivilDate, days: number): CivilDate =>
  fromUtc(toUtc(date) + days * millisecondsPerDay);

/** Days from one day to another; negative when the second comes first. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  Math.round((toUtc(to) - toUtc(from)) / millisecondsPerDay);

/** Last day of a month, 1–12. */
export const lastDayOfMonth = (year: number, month: number): CivilDate =>
  fromUtc(Date.UTC(year, month, 0));

const torontoDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Toronto',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Civil day in Toronto at an instant (ISO 8601): the day every statutory clock counts in. */
export const torontoDate = (instant: string): CivilDate => torontoDay.format(new Date(instant));
