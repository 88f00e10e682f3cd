import { accept, refuse, type Decision } from '../decision.js';
import { checkText, firstRefusal } from '../text-rules.js';
import { plainText, type Label } from '../text.js';
import { compareObservation } from './compare-observation.js';
import { checkContent } from './content-rules.js';
import type { CategoryChoice, ObservationEvents } from './events.js';
import { checkKey, type ObservationRules } from './key-rules.js';
import {
  standing,
  type ObservationContent,
  type ObservationKey,
  type ObservationState,
} from './state.js';

type ObservationDecision = Decision<ObservationEvents>;

/** An observation and what it is checked against. */
export type ObservationDetails = ObservationKey & ObservationContent & ObservationRules;

function checkDetails(details: ObservationDetails) {
  const { indicator, body, today } = details;
  if (indicator.status === 'retired')
    return refuse('indicator-retired', 'input.indicator', { indicator: indicator.key });
  return firstRefusal(
    checkKey(details, details),
    checkContent(details, indicator.definition, body === undefined, today),
  );
}

const sorted = (categories: readonly CategoryChoice[]): CategoryChoice[] =>
  categories
    .map(({ dimension, category }) => ({ dimension, category }))
    .toSorted((a, b) => (a.dimension < b.dimension ? -1 : 1));

type Identity = ObservationKey & Pick<ObservationRules, 'indicator'>;

const keyOf = ({ indicator, geography, period, categories }: Identity) => ({
  indicator: indicator.key,
  geography,
  period,
  categories: sorted(categories),
});

/** The event's body. Of a ratio only the parts are kept: views compute its value. */
function bodyOf(details: ObservationDetails) {
  const { indicator, status, value, numerator, denominator, histogram } = details;
  const { interval, narrative, flags, missingUnits, sourceReleasedOn } = details;
  return {
    ...keyOf(details),
    indicatorVersion: indicator.version,
    status,
    ...(numerator === undefined ? { value } : { numerator, denominator }),
    histogram: histogram && [...histogram],
    interval,
    narrative,
    flags: [...flags],
    missingUnits,
    sourceReleasedOn,
  };
}

/** Records what was observed, once; what is recorded is corrected, never recorded again. */
export const recordObservation =
  (details: ObservationDetails) =>
  (state: ObservationState): ObservationDecision => {
    const refusal = checkDetails(details);
    if (refusal) return refusal;
    if (compareObservation(state, details) !== 'new')
      return refuse('observation-exists', 'input.period', { period: details.period });
    return accept({ type: 'ObservationRecorded', data: bodyOf(details) });
  };

/** Says an observation anew, with the reason; also one that was withdrawn. */
export const correctObservation =
  (details: ObservationDetails & { readonly reason: Label }) =>
  (state: ObservationState): ObservationDecision => {
    const { period, reason } = details;
    const refusal = checkDetails(details) ?? firstRefusal(checkText(reason, 'input.reason'));
    if (refusal) return refusal;
    const comparison = compareObservation(state, details);
    if (comparison === 'new') return refuse('observation-unknown', 'input.period', { period });
    if (comparison === 'same') return refuse('observation-unchanged', 'input', { period });
    const data = { ...bodyOf(details), reason: plainText(reason) };
    return accept({ type: 'ObservationCorrected', data });
  };

/** Withdraws an observation; the key stays, without a number. */
export const withdrawObservation =
  (details: Identity & { readonly reason: Label }) =>
  (state: ObservationState): ObservationDecision => {
    const { period, reason } = details;
    const refusal = firstRefusal(checkText(reason, 'input.reason'));
    if (refusal) return refusal;
    const current = standing(state, details);
    if (current === undefined) return refuse('observation-unknown', 'input.period', { period });
    if (current.status === 'WITHDRAWN')
      return refuse('observation-withdrawn', 'input.period', { period });
    const data = { ...keyOf(details), reason: plainText(reason) };
    return accept({ type: 'ObservationWithdrawn', data });
  };
