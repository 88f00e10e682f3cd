import { checkPeriod } from '../calendar-rules.js';
import type { CivilDate } from '../civil-date.js';
import { findCode, type CodeLists } from '../code-lists.js';
import { refuse, type Refusal } from '../decision.js';
import type { DefinedIndicator } from '../indicator/state.js';
import { periodOf } from '../period.js';
import { isExpected, type Member } from '../universe.js';
import type { ObservationKey } from './state.js';

/** What an observation is checked against: other streams, code lists and the calendar. */
export type ObservationRules = {
  readonly indicator: DefinedIndicator;
  /** The reporting body; absent when a source published the number for a reference area. */
  readonly body?: Member | undefined;
  readonly codeLists: CodeLists;
  readonly today: CivilDate;
};

function checkCategories(
  { categories }: ObservationKey,
  { indicator, codeLists, today }: ObservationRules,
): readonly Refusal[] {
  const { dimensions } = indicator.definition;
  return categories.flatMap(({ dimension, category }, at) => {
    const field = `input.categories.${at}`;
    if (categories.findIndex((other) => other.dimension === dimension) < at)
      return refuse('category-duplicate', field, { dimension }).refusals;
    return dimensions.includes(dimension) && findCode(codeLists, dimension, category, today)
      ? []
      : refuse('category-unknown', field, { dimension, category }).refusals;
  });
}

/** Refusals unless the indicator is observed for that body or area, period and breakdown. */
export function checkKey(key: ObservationKey, rules: ObservationRules): readonly Refusal[] {
  const { indicator, body, today } = rules;
  const { universe, periodKind } = indicator.definition;
  const refusals = checkPeriod(key.period, periodKind, today);
  if (refusals.length > 0) return refusals;
  if (body !== undefined && !isExpected(universe, body, periodOf(key.period)))
    return refuse('body-outside-universe', 'input.organization', {
      organization: body.code,
      period: key.period,
    }).refusals;
  return checkCategories(key, rules);
}
