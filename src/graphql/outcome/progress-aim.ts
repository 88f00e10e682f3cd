import type { OwnCutOffs } from '../../domain/indicator/cut-offs.js';
import type { FreeText } from '../../domain/text.js';
import type { IndicatorRow } from '../../projections/roster/view.js';
import type { PeriodValue } from './period-value.object.js';
import type { ProgressGap } from './progress-gap.js';

/** Where progress counts from. */
export type BaselineAim =
  | { readonly kind: 'FIRST' }
  /** The first value of this period or after it. */
  | { readonly kind: 'FROM'; readonly period: string }
  | { readonly kind: 'GIVEN'; readonly given: PeriodValue }
  | { readonly kind: 'NONE'; readonly gap: ProgressGap };

/** What a series is measured against, and by which rule. */
export type ProgressAim = {
  readonly baseline: BaselineAim;
  /** A target without a period can be reached, but not approached in time. */
  readonly target?: { readonly value: string; readonly period: string | null } | undefined;
  /** Why a target that was set cannot be used. */
  readonly targetGap?: ProgressGap | undefined;
  readonly limit?: string | undefined;
  readonly cutOffs?: OwnCutOffs | undefined;
  readonly tolerance?: string | undefined;
  readonly reason?: FreeText | undefined;
};

/** What the rule of an indicator says; as published, from the first value on, without one. */
export function aimOf({ progressRule }: IndicatorRow): ProgressAim {
  const { baselinePeriod: period, ...rule } = progressRule ?? {};
  return { ...rule, baseline: period === undefined ? { kind: 'FIRST' } : { kind: 'FROM', period } };
}
