import { daysBetween, type CivilDate } from '../../domain/civil-date.js';
import type { RequestDocument } from './view.js';

/** Where the answer of one organization stands. */
export type ResponseState = 'OPEN' | 'OVERDUE' | 'ANSWERED' | 'WITHDRAWN';

/** Where the answer of an organization stands on a day, and how many days late it is or was. */
export function responseState(
  { dueOn, answeredOn, withdrawn }: RequestDocument,
  organization: string,
  on: CivilDate,
): { readonly state: ResponseState; readonly daysLate: number } {
  const first = answeredOn[organization];
  const isAnswered = first !== undefined && first <= on;
  const isWithdrawn = withdrawn !== undefined && withdrawn.on <= on;
  if (isWithdrawn && !isAnswered) return { state: 'WITHDRAWN', daysLate: 0 };
  const daysLate = Math.max(0, daysBetween(dueOn, isAnswered ? first : on));
  if (isAnswered) return { state: 'ANSWERED', daysLate };
  return { state: daysLate > 0 ? 'OVERDUE' : 'OPEN', daysLate };
}
