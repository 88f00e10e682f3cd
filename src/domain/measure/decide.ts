import type { z } from 'zod';
import { checkDate, checkPeriod } from '../calendar-rules.js';
import type { CivilDate } from '../civil-date.js';
import { compare, equal, isZero } from '../decimal.js';
import { accept, refuse, type Decision, type Refusal } from '../decision.js';
import type { IndicatorDefinition } from '../indicator/events.js';
import { checkQuantity } from '../indicator/quantity-rules.js';
import { checkText, firstRefusal } from '../text-rules.js';
import { plainText, type Label } from '../text.js';
import type { MeasureEvents } from './events.js';
import type { Baseline, DefinedMeasure, MeasureState, Target } from './state.js';

type MeasureDecision = Decision<MeasureEvents>;

const whileInUse =
  (decide: (defined: DefinedMeasure) => MeasureDecision) =>
  (state: MeasureState): MeasureDecision => {
    if (state.status === 'none') return refuse('measure-unknown', 'input.measureId');
    if (state.status === 'retired') return refuse('measure-retired', 'input.measureId');
    return decide(state);
  };

/** What a measure is defined with. */
export type MeasureDetails = Readonly<z.infer<MeasureEvents['MeasureDefined']>>;

/**
 * Defines a measure of a plan. How much, how well and who is better off are asked of a
 * service, never of a whole population (Results-Based Accountability).
 */
export const defineMeasure =
  (details: MeasureDetails) =>
  (_: MeasureState): MeasureDecision => {
    const { planId, indicator, level, riskId, strategyId, accountability, question } = details;
    if ((accountability === 'PERFORMANCE') !== (question !== undefined))
      return refuse('question-inconsistent', 'input.question', { accountability });
    const place = { planId, indicator, level, riskId, strategyId };
    return accept({ type: 'MeasureDefined', data: { ...place, accountability, question } });
  };

/** What the numbers of a measure are checked against. */
type Rules = { readonly definition: IndicatorDefinition; readonly today: CivilDate };

function checkBaseline(
  { kind, value, period }: Baseline,
  { definition, today }: Rules,
): readonly Refusal[] {
  const inconsistent = (field: string) =>
    refuse('baseline-inconsistent', `input.${field}`, { kind }).refusals;
  if ((kind === 'VALUE') !== (value !== undefined)) return inconsistent('value');
  if (kind === 'VALUE' && period === undefined) return inconsistent('period');
  return [
    ...(value === undefined ? [] : checkQuantity(definition, value, 'input.value')),
    ...(period === undefined ? [] : checkPeriod(period, definition.periodKind, today)),
  ];
}

const startsFromZero = ({ kind, value }: Baseline): boolean =>
  kind === 'STARTS_FROM_ZERO' || (value !== undefined && isZero(value));

/** Sets what a measure starts from: a value, zero, or something not yet known. */
export const setBaseline = (details: Baseline & Rules) =>
  whileInUse(({ target }) => {
    const { kind, value, period } = details;
    const refusal = firstRefusal(checkBaseline(details, details));
    if (refusal) return refusal;
    if (target?.kind === 'RELATIVE_CHANGE' && startsFromZero(details))
      return refuse('baseline-inconsistent', 'input.kind', { kind });
    return accept({ type: 'BaselineSet', data: { kind, value, period } });
  });

const isPercentage = ({ kind, factor }: IndicatorDefinition): boolean =>
  kind === 'RATIO' && factor !== undefined && equal(factor, '100');

/** The field a target goes wrong in, if it does: "5 % more" than nothing is no target. */
function inconsistency(
  { kind, value }: Target,
  definition: IndicatorDefinition,
  baseline: Baseline | undefined,
): string | undefined {
  if (kind === 'RELATIVE_CHANGE' && baseline && startsFromZero(baseline)) return 'input.kind';
  if (kind === 'PERCENTAGE_POINT_CHANGE' && !isPercentage(definition)) return 'input.kind';
  if (kind === 'COMPLETION' && (compare(value, '0') < 0 || compare(value, '100') > 0))
    return 'input.value';
  return undefined;
}

function checkTarget(
  target: Target,
  definition: IndicatorDefinition,
  { baseline }: DefinedMeasure,
): readonly Refusal[] {
  const { kind, value, dueOn } = target;
  // An absolute target is a value of the indicator; any other is a percentage.
  const measured = kind === 'ABSOLUTE' ? definition : { kind: 'RATIO' as const };
  const malformed = [
    ...checkQuantity(measured, value, 'input.value'),
    ...checkDate(dueOn, 'input.dueOn'),
  ];
  if (malformed.length > 0) return malformed;
  const field = inconsistency(target, definition, baseline);
  return field === undefined ? [] : refuse('target-inconsistent', field, { kind }).refusals;
}

/** Sets what a measure aims at. */
export const setTarget = (details: Target & Pick<Rules, 'definition'>) =>
  whileInUse((defined) => {
    const { kind, value, dueOn, definition } = details;
    if (defined.target !== undefined) return refuse('target-already-set', 'input.measureId');
    return (
      firstRefusal(checkTarget(details, definition, defined)) ??
      accept({ type: 'TargetSet', data: { kind, value, dueOn } })
    );
  });

const isSameTarget = (a: Target, b: Target): boolean =>
  a.kind === b.kind && equal(a.value, b.value) && a.dueOn === b.dueOn;

/** Changes what a measure aims at, with the reason. */
export const reviseTarget = (
  details: Target & Pick<Rules, 'definition'> & { readonly reason: Label },
) =>
  whileInUse((defined) => {
    const { kind, value, dueOn, definition, reason } = details;
    if (defined.target === undefined) return refuse('target-not-set', 'input.measureId');
    const refusal = firstRefusal(
      checkTarget(details, definition, defined),
      checkText(reason, 'input.reason'),
    );
    if (refusal) return refusal;
    if (isSameTarget(defined.target, details)) return refuse('nothing-to-revise', 'input');
    const data = { kind, value, dueOn, reason: plainText(reason) };
    return accept({ type: 'TargetRevised', data });
  });

/** Retires a measure; it stays on the record. */
export const retireMeasure = ({ reason }: { readonly reason: Label }) =>
  whileInUse(
    () =>
      firstRefusal(checkText(reason, 'input.reason')) ??
      accept({ type: 'MeasureRetired', data: { reason: plainText(reason) } }),
  );
