import { add, divide, equal, multiply } from '../../domain/decimal.js';
import type { CivilDate } from '../../domain/civil-date.js';
import type { PeriodKind } from '../../domain/period.js';
import type { IndicatorRow } from '../../projections/roster/view.js';
import { aimOf, type BaselineAim, type ProgressAim } from '../outcome/progress-aim.js';
import type { Baseline, Measure, Target } from './measure.object.js';

const baselineAim = (baseline: Baseline | null): BaselineAim => {
  if (baseline === null) return { kind: 'FIRST' };
  const { kind, value, period } = baseline;
  if (kind === 'STARTS_FROM_ZERO') return { kind: 'NONE', gap: 'BASELINE_NOT_POSITIVE' };
  if (value === null || period === null) return { kind: 'NONE', gap: 'BASELINE_NOT_YET_KNOWN' };
  return { kind: 'GIVEN', given: { value, period } };
};

const isPercentage = ({ kind, factor }: IndicatorRow): boolean =>
  kind === 'RATIO' && factor !== undefined && equal(factor, '100');

/** The value of the indicator that a target means; undefined when it means none. */
function valueOf(
  { kind, value }: Target,
  baseline: string | null,
  indicator: IndicatorRow,
): string | undefined {
  switch (kind) {
    case 'ABSOLUTE':
      return value;
    case 'COMPLETION':
      return isPercentage(indicator) ? value : undefined;
    case 'PERCENTAGE_POINT_CHANGE':
      return baseline === null ? undefined : add(baseline, value);
    case 'RELATIVE_CHANGE':
      return baseline === null ? undefined : multiply(baseline, divide(add('100', value), '100'));
  }
}

const startOfYear: Readonly<Partial<Record<PeriodKind, readonly [prefix: string, from: string]>>> =
  {
    YEAR: ['', '01-01'],
    FISCAL_YEAR: ['FY', '04-01'],
    SCHOOL_YEAR: ['SY', '09-01'],
  };

/** The period of a kind that a day lies in, where it is a year; the day itself otherwise. */
function periodOfDay(day: CivilDate, kind: PeriodKind): string {
  const start = startOfYear[kind];
  if (start === undefined) return day;
  const [prefix, from] = start;
  const year = Number(day.slice(0, 4)) - (day.slice(5) < from ? 1 : 0);
  return `${prefix}${year}`;
}

/** What a measure is measured against: its own start and aim, by the rule of its indicator. */
export function measureAim(
  { baseline, target }: Pick<Measure, 'baseline' | 'target'>,
  indicator: IndicatorRow,
): ProgressAim {
  const { limit, cutOffs, tolerance, reason } = aimOf(indicator);
  const aim = { limit, cutOffs, tolerance, reason, baseline: baselineAim(baseline) };
  if (target === null) return aim;
  const value = valueOf(target, baseline?.value ?? null, indicator);
  if (value === undefined) return { ...aim, targetGap: 'TARGET_NOT_MEASURED' };
  const { dueOn } = target;
  const period = dueOn === null ? null : periodOfDay(dueOn, indicator.periodKind);
  return { ...aim, target: { value, period } };
}
