import { checkDate } from '../calendar-rules.js';
import type { CivilDate } from '../civil-date.js';
import { accept, refuse, type Decision, type Refusal } from '../decision.js';
import { parsePeriod } from '../period.js';
import { checkText, firstRefusal } from '../text-rules.js';
import { plainText, type Label } from '../text.js';
import type { CycleEvents } from './events.js';
import type { CycleState, CycleTerms, OpenedCycle } from './state.js';

type CycleDecision = Decision<CycleEvents>;
type Timing = Pick<CycleTerms, 'deadline' | 'graceDays'>;

const graceDaysMax = 366;

/** Nobody can report a period before it is over. */
function checkTiming({ deadline, graceDays }: Timing, period: string): readonly Refusal[] {
  const malformed = checkDate(deadline, 'input.deadline');
  if (malformed.length > 0) return malformed;
  const lastDay = parsePeriod(period)?.lastDay;
  if (lastDay !== undefined && deadline < lastDay)
    return refuse('deadline-before-period-ends', 'input.deadline', { lastDay }).refusals;
  return Number.isInteger(graceDays) && graceDays >= 0 && graceDays <= graceDaysMax
    ? []
    : refuse('grace-days-invalid', 'input.graceDays', { max: graceDaysMax }).refusals;
}

function checkExpectations(expectations: CycleTerms['expectations']): readonly Refusal[] {
  if (expectations.length === 0)
    return refuse('expectations-required', 'input.expectations').refusals;
  const keys = expectations.map(({ indicator }) => indicator);
  const repeated = keys.findIndex((key, at) => keys.indexOf(key) < at);
  const indicator = keys[repeated];
  if (indicator !== undefined)
    return refuse('expectation-repeated', `input.expectations.${repeated}`, { indicator }).refusals;
  return expectations.flatMap((each, at) =>
    each.bodies?.length === 0
      ? refuse('expectation-of-nobody', `input.expectations.${at}.bodies`, {
          indicator: each.indicator,
        }).refusals
      : [],
  );
}

/** The ministry opens the cycle of a period, once. */
export const openCycle =
  (terms: CycleTerms) =>
  (state: CycleState): CycleDecision => {
    const { period, expectations, deadline, graceDays } = terms;
    if (state.status !== 'none') return refuse('cycle-exists', 'input.period', { period });
    const refusal = firstRefusal(
      parsePeriod(period) ? [] : refuse('period-invalid', 'input.period', { period }).refusals,
      checkExpectations(expectations),
      checkTiming(terms, period),
    );
    const asked = expectations.map(({ indicator, bodies }) => ({
      indicator,
      ...(bodies && { bodies: [...new Set(bodies)] }),
    }));
    const data = { period, expectations: asked, deadline, graceDays };
    return refusal ?? accept({ type: 'CycleOpened', data });
  };

const whileOpen =
  (decide: (cycle: OpenedCycle) => CycleDecision) =>
  (state: CycleState): CycleDecision => {
    if (state.status === 'none') return refuse('cycle-unknown', 'input.cycleId');
    return state.status === 'closed' ? refuse('cycle-closed', 'input.cycleId') : decide(state);
  };

/** The ministry gives more time, or less, with the reason. */
export const changeCycleDeadline = (details: Timing & { readonly reason: Label }) =>
  whileOpen((cycle) => {
    const { deadline, graceDays, reason } = details;
    const refusal = firstRefusal(
      checkTiming(details, cycle.period),
      checkText(reason, 'input.reason'),
    );
    if (refusal) return refusal;
    if (deadline === cycle.deadline && graceDays === cycle.graceDays)
      return refuse('cycle-unchanged', 'input.deadline', { deadline });
    const data = { deadline, graceDays, reason: plainText(reason) };
    return accept({ type: 'CycleDeadlineChanged', data });
  });

/** The ministry closes the cycle to reports that were never submitted. */
export const closeCycle = ({ closedOn }: { readonly closedOn: CivilDate }) =>
  whileOpen(() => accept({ type: 'CycleClosed', data: { closedOn } }));
