import { checkDate } from '../calendar-rules.js';
import type { CivilDate } from '../civil-date.js';
import { compare, equal, isDecimal, isNegative, isZero, round } from '../decimal.js';
import { refuse, type Refusal } from '../decision.js';
import { ratioValue } from '../indicator/aggregation.js';
import type { IndicatorDefinition } from '../indicator/events.js';
import { checkQuantity } from '../indicator/quantity-rules.js';
import type { ObservationContent } from './state.js';

const numbers = ['value', 'numerator', 'denominator'] as const;
type NumberField = (typeof numbers)[number];

const refusing = (code: Parameters<typeof refuse>[0], field: NumberField): readonly Refusal[] =>
  refuse(code, `input.${field}`).refusals;

/** Refuses the first of these numbers that is given although the status or kind has none. */
function checkAbsent(
  content: ObservationContent,
  fields: readonly NumberField[],
): readonly Refusal[] {
  const given = fields.find((field) => content[field] !== undefined);
  return given === undefined ? [] : refusing('value-not-expected', given);
}

/**
 * A ratio or mean is its parts: without them it can be shown, never rolled up. Only a source
 * that publishes a bare rate for an area may leave them out.
 */
function checkRatio(
  content: ObservationContent,
  definition: IndicatorDefinition,
  mayBeBare: boolean,
): readonly Refusal[] {
  const { value, numerator, denominator } = content;
  if (mayBeBare && numerator === undefined && denominator === undefined)
    return value === undefined ? refusing('value-required', 'value') : [];
  if (numerator === undefined) return refusing('ratio-parts-required', 'numerator');
  if (denominator === undefined) return refusing('ratio-parts-required', 'denominator');
  if (isNegative(numerator)) return refusing('negative-count', 'numerator');
  if (isNegative(denominator)) return refusing('negative-count', 'denominator');
  if (isZero(denominator)) return refusing('denominator-zero', 'denominator');
  if (definition.proportion && compare(numerator, denominator) > 0)
    return refusing('numerator-above-denominator', 'numerator');
  if (value === undefined) return [];
  const computed = ratioValue(definition, numerator, denominator);
  return equal(round(value, definition.decimals), computed)
    ? []
    : refuse('value-inconsistent', 'input.value', { value, computed }).refusals;
}

function checkReported(
  content: ObservationContent,
  definition: IndicatorDefinition,
  mayBeBare: boolean,
): readonly Refusal[] {
  const { kind } = definition;
  if (kind === 'RATIO' || kind === 'MEAN') return checkRatio(content, definition, mayBeBare);
  if (kind === 'QUALITATIVE') return checkAbsent(content, numbers);
  const parts = checkAbsent(content, ['numerator', 'denominator']);
  if (parts.length > 0) return parts;
  if (content.value === undefined) return refusing('value-required', 'value');
  return checkQuantity(definition, content.value, 'input.value');
}

function checkNumbers(
  content: ObservationContent,
  definition: IndicatorDefinition,
  mayBeBare: boolean,
): readonly Refusal[] {
  if (content.status !== 'REPORTED') return checkAbsent(content, numbers);
  const malformed = numbers.flatMap((field) => {
    const value = content[field];
    return value === undefined || isDecimal(value)
      ? []
      : refuse('decimal-invalid', `input.${field}`, { value }).refusals;
  });
  return malformed.length > 0 ? malformed : checkReported(content, definition, mayBeBare);
}

/** PARTIAL is said of a number; one that names missing units of its source is PARTIAL. */
function checkFlags({ flags, missingUnits, status }: ObservationContent): readonly Refusal[] {
  const isPartial = flags.includes('PARTIAL');
  const isExplained = missingUnits !== undefined;
  if (new Set(flags).size < flags.length || (isPartial && status !== 'REPORTED'))
    return refuse('flag-inconsistent', 'input.flags').refusals;
  if (!isExplained) return [];
  if (status === 'REPORTED' && !isPartial)
    return refuse('flag-inconsistent', 'input.flags').refusals;
  const { missing, total } = missingUnits;
  return Number.isInteger(missing) && Number.isInteger(total) && missing >= 1 && missing <= total
    ? []
    : refuse('flag-inconsistent', 'input.missingUnits', { missing, total }).refusals;
}

/** Refusals unless the content fits its status and the indicator's kind. */
export function checkContent(
  content: ObservationContent,
  definition: IndicatorDefinition,
  mayBeBare: boolean,
  today: CivilDate,
): readonly Refusal[] {
  // A withdrawal is a decision of its own, with a reason.
  if (content.status === 'WITHDRAWN')
    return refuse('status-not-recordable', 'input.status', { status: content.status }).refusals;
  return [
    ...checkNumbers(content, definition, mayBeBare),
    ...checkFlags(content),
    ...checkDate(content.sourceReleasedOn, 'input.sourceReleasedOn', today),
  ];
}
