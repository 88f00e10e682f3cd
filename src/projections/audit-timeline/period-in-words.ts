import { periodOf } from '../../domain/period.js';
import type { Names } from './sentence.js';

/** A period in words: "2021", "2021–2023", "October 8, 2024", or its first and last day. */
export function periodInWords(text: string, date: Names['date'], to: 'to' | 'au'): string {
  const { kind, firstDay, lastDay } = periodOf(text);
  if (kind === 'YEAR') return text;
  if (kind === 'DAY') return date(firstDay);
  if (kind === 'ROLLING_YEARS') return text.replace('/', '–');
  return `${date(firstDay)} ${to} ${date(lastDay)}`;
}
