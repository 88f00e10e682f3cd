import { checkDate } from '../calendar-rules.js';
import type { CivilDate } from '../civil-date.js';
import { accept, refuse, type Decision } from '../decision.js';
import { isCode } from '../identifiers.js';
import { checkText, firstRefusal } from '../text-rules.js';
import { plainText, type Label } from '../text.js';
import { checkDefinition } from './definition-rules.js';
import type { IndicatorDefinition, IndicatorEvents } from './events.js';
import type { DefinedIndicator, IndicatorState } from './state.js';

type IndicatorDecision = Decision<IndicatorEvents>;

/**
 * A decision about an indicator in use. Keys match exactly: another spelling may reach the
 * stream, but it names nothing.
 */
export const whileInUse =
  (indicator: string, decide: (defined: DefinedIndicator) => IndicatorDecision) =>
  (state: IndicatorState): IndicatorDecision => {
    if (state.status === 'none' || state.key !== indicator)
      return refuse('indicator-unknown', 'input.indicator', { indicator });
    return state.status === 'retired'
      ? refuse('indicator-retired', 'input.indicator', { indicator })
      : decide(state);
  };

/** Defines an indicator under a key nothing has. */
export const defineIndicator =
  (details: { readonly key: string; readonly definition: IndicatorDefinition }) =>
  (state: IndicatorState): IndicatorDecision => {
    const { key, definition } = details;
    if (!isCode(key)) return refuse('code-invalid', 'input.key', { code: key });
    if (state.status !== 'none') return refuse('indicator-exists', 'input.key', { indicator: key });
    return (
      firstRefusal(checkDefinition(definition)) ??
      accept({ type: 'IndicatorDefined', data: { key, ...definition } })
    );
  };

/** How a version relates to the one before. */
export type Comparability = 'COMPARABLE' | 'BREAK';

/** True when no number of one definition could be set beside a number of the other. */
const measuresOtherwise = (before: IndicatorDefinition, after: IndicatorDefinition): boolean =>
  before.kind !== after.kind ||
  before.periodKind !== after.periodKind ||
  before.factor !== after.factor;

/** Replaces the definition by its next version. */
export const reviseIndicator = (details: {
  readonly indicator: string;
  readonly definition: IndicatorDefinition;
  readonly comparability: Comparability;
  readonly reason: Label;
}) =>
  whileInUse(details.indicator, (defined) => {
    const { definition, comparability, reason } = details;
    const refusal = firstRefusal(checkDefinition(definition), checkText(reason, 'input.reason'));
    if (refusal) return refusal;
    if (comparability === 'COMPARABLE' && measuresOtherwise(defined.definition, definition))
      return refuse('indicator-rule-inconsistent', 'input.comparability', {
        kind: definition.kind,
        field: 'comparability',
      });
    return accept({
      type: 'IndicatorRevised',
      data: { ...definition, comparability, reason: plainText(reason) },
    });
  });

/** Retires an indicator: what was observed stays, nothing more is. */
export const retireIndicator = (details: {
  readonly indicator: string;
  readonly retiredOn: CivilDate;
  readonly reason: Label;
  readonly today: CivilDate;
}) =>
  whileInUse(details.indicator, () => {
    const { retiredOn, reason, today } = details;
    return (
      firstRefusal(
        checkDate(retiredOn, 'input.retiredOn', today),
        checkText(reason, 'input.reason'),
      ) ?? accept({ type: 'IndicatorRetired', data: { retiredOn, reason: plainText(reason) } })
    );
  });
