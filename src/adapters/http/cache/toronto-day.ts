import { torontoDate, type CivilDate } from '../../../domain/civil-date.js';

const hourMs = 3_600_000;

/**
 * The civil day in Toronto, asked for at every request: it changes on the hour only, so one
 * answer an hour is enough.
 * @param now instant, ISO 8601 in UTC
 */
export function torontoDay(now: () => string): () => CivilDate {
  let hour = Number.NaN;
  let day = '';
  return () => {
    const instant = now();
    const current = Math.floor(Date.parse(instant) / hourMs);
    if (current !== hour) {
      hour = current;
      day = torontoDate(instant);
    }
    return day;
  };
}
