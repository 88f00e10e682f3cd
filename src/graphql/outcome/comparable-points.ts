import { comparePeriods, periodOf } from '../../domain/period.js';
import type { IndicatorRow } from '../../projections/roster/view.js';
import type { Point } from './points.js';
import type { PeriodValue } from './period-value.object.js';
import type { BaselineAim } from './progress-aim.js';
import type { ProgressGap } from './progress-gap.js';

/** How many breaks of the definition lie before a version. */
const breaksBefore = (version: number, { breaks }: IndicatorRow): number =>
  breaks.filter((first) => first <= version).length;

/** Where the points begin that can be compared with the latest: at the last break, or at 0. */
function startOf(points: readonly Point[], indicator: IndicatorRow): number {
  const last = points.findLastIndex(({ flags, indicatorVersion }, at) => {
    const before = points[at - 1]?.indicatorVersion ?? indicatorVersion;
    const isRedefined =
      breaksBefore(before, indicator) !== breaksBefore(indicatorVersion, indicator);
    return isRedefined || flags.includes('BREAK');
  });
  return Math.max(last, 0);
}

const valuesIn = (points: readonly Point[]): readonly PeriodValue[] =>
  points.flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]));

const isBefore = (period: string, other: string): boolean =>
  comparePeriods(periodOf(period), periodOf(other)) < 0;

/** The two values of a series that are compared, or why they cannot be. */
export type Compared = {
  readonly baseline?: PeriodValue | undefined;
  readonly current?: PeriodValue | undefined;
  readonly gap?: ProgressGap | undefined;
};

/** Chooses the values that are compared: never two on different sides of a break. */
export function compared(
  points: readonly Point[],
  indicator: IndicatorRow,
  aim: BaselineAim,
): Compared {
  const start = startOf(points, indicator);
  const [before, after] = [valuesIn(points.slice(0, start)), valuesIn(points.slice(start))];
  const current = after.at(-1);
  const first = points[start]?.period;
  switch (aim.kind) {
    case 'NONE':
      return { current, gap: aim.gap };
    case 'GIVEN': {
      const { given } = aim;
      const isOtherSeries = start > 0 && first !== undefined && isBefore(given.period, first);
      return { baseline: given, current, gap: isOtherSeries ? 'BREAK' : undefined };
    }
    case 'FROM': {
      const isMeant = ({ period }: PeriodValue) => !isBefore(period, aim.period);
      const lost = before.find(isMeant);
      if (lost) return { baseline: lost, current, gap: 'BREAK' };
      return { baseline: after.find(isMeant), current };
    }
    case 'FIRST':
      return {
        baseline: after[0],
        current,
        gap: after.length < 2 && before.length > 0 ? 'BREAK' : undefined,
      };
  }
}
