import { checkDate } from '../calendar-rules.js';
import type { CivilDate } from '../civil-date.js';
import { compare, equal, isDecimal, isNegative, isZero, round } from '../decimal.js';
import { refuse, type Refusal } from '../decision.js';
import { ratioValue } from '../indicator/aggregation.js';
import type { IndicatorDefinition } from '../indicator/events.js';
import { checkQuantity } from '../indicator/quantity-rules.js';
import { checkText } from '../text-rules.js';
import type { ObservationContent } from './state.js';

const numbers = ['value', 'numerator', 'denominator'] as const;
const quantities = [...numbers, 'histogram', 'interval'] as const;
type NumberField = (typeof quantities)[number];

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

/** Counts by bucket: as many as the indicator has buckets, whole and not negative. */
function checkHistogram(
  { histogram }: ObservationContent,
  declared: IndicatorDefinition['histogram'],
): readonly Refusal[] {
  if (histogram === undefined) return [];
  if (declared === undefined) return refusing('value-not-expected', 'histogram');
  const buckets = declared.bounds.length - 1;
  if (histogram.length !== buckets)
    return refuse('histogram-inconsistent', 'input.histogram', { buckets }).refusals;
  return histogram.flatMap((count, at) =>
    checkQuantity({ kind: 'COUNT_FLOW' }, count, `input.histogram.${at}`),
  );
}

/** A confidence interval holds the estimate, at a level between 0 and 100 %. */
function checkInterval(
  { value, interval }: ObservationContent,
  { kind }: IndicatorDefinition,
): readonly Refusal[] {
  if (interval === undefined) return [];
  if (kind !== 'SURVEY_ESTIMATE') return refusing('value-not-expected', 'interval');
  const { lower, upper, level } = interval;
  const isOrdered =
    [lower, upper, level].every(isDecimal) &&
    value !== undefined &&
    compare(lower, value) <= 0 &&
    compare(value, upper) <= 0 &&
    compare(level, '0') > 0 &&
    compare(level, '100') < 0;
  return isOrdered ? [] : refusing('interval-inconsistent', 'interval');
}

/** A place on a scale whose steps are declared is the number of one of them. */
function checkLevel(value: string, { levels }: IndicatorDefinition): readonly Refusal[] {
  if (levels === undefined) return [];
  const isStep = compare(value, '1') >= 0 && compare(value, String(levels.length)) <= 0;
  return isStep ? [] : refuse('level-unknown', 'input.value', { max: levels.length }).refusals;
}

function checkSingleNumber(
  content: ObservationContent,
  definition: IndicatorDefinition,
): readonly Refusal[] {
  const { value, histogram } = content;
  const beside = [
    ...checkAbsent(content, ['numerator', 'denominator']),
    ...checkHistogram(content, definition.histogram),
  ];
  if (beside.length > 0) return beside;
  // A percentile can be read off the counts.
  if (value === undefined) return histogram ? [] : refusing('value-required', 'value');
  const number = checkQuantity(definition, value, 'input.value');
  if (number.length > 0) return number;
  return [...checkLevel(value, definition), ...checkInterval(content, definition)];
}

function checkReported(
  content: ObservationContent,
  definition: IndicatorDefinition,
  mayBeBare: boolean,
): readonly Refusal[] {
  const { kind } = definition;
  if (kind === 'RATIO' || kind === 'MEAN')
    return [
      ...checkAbsent(content, ['histogram', 'interval']),
      ...checkRatio(content, definition, mayBeBare),
    ];
  if (kind === 'QUALITATIVE') return checkAbsent(content, quantities);
  return checkSingleNumber(content, definition);
}

/** What was observed in words is what a qualitative report consists of, and no other has any. */
function checkNarrative(
  { status, narrative }: ObservationContent,
  { kind }: IndicatorDefinition,
): readonly Refusal[] {
  const isInWords = status === 'REPORTED' && kind === 'QUALITATIVE';
  if (!isInWords) return narrative ? refuse('value-not-expected', 'input.narrative').refusals : [];
  return checkText(narrative?.kind === 'plain' ? narrative : {}, 'input.narrative');
}

function checkNumbers(
  content: ObservationContent,
  definition: IndicatorDefinition,
  mayBeBare: boolean,
): readonly Refusal[] {
  if (content.status !== 'REPORTED') return checkAbsent(content, quantities);
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
    ...checkNarrative(content, definition),
    ...checkFlags(content),
    ...checkDate(content.sourceReleasedOn, 'input.sourceReleasedOn', today),
  ];
}
