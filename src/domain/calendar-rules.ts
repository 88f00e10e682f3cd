import { isCivilDate, type CivilDate } from './civil-date.js';
import { refuse, type Refusal } from './decision.js';
import { parsePeriod, type PeriodKind } from './period.js';

/** A day must exist and, where `today` is given, have come. No day is no fault. */
export function checkDate(
  date: CivilDate | undefined,
  field: string,
  today?: CivilDate,
): readonly Refusal[] {
  if (date === undefined) return [];
  if (!isCivilDate(date)) return refuse('date-invalid', field).refusals;
  if (today === undefined || date <= today) return [];
  return refuse('date-in-the-future', field, { date }).refusals;
}

/** A period must be well-formed, of the kind its indicator is observed for, and have begun. */
export function checkPeriod(
  text: string,
  kind: PeriodKind,
  today: CivilDate,
  field = 'input.period',
): readonly Refusal[] {
  const period = parsePeriod(text);
  if (period === undefined) return refuse('period-invalid', field, { period: text }).refusals;
  if (period.kind !== kind)
    return refuse('period-kind-mismatch', field, { expected: kind, actual: period.kind }).refusals;
  if (period.firstDay <= today) return [];
  return refuse('period-in-the-future', field, { period: text }).refusals;
}
