import { progressOf, type YearValue } from '../../domain/indicator/progress.js';
import { periodOf } from '../../domain/period.js';
import type { IndicatorRow } from '../../projections/roster/view.js';
import type { Point } from './points.js';
import type { OutcomeProgress } from './series.object.js';

type Valued = Point & { readonly value: string };

const hasValue = (point: Point): point is Valued => point.value !== null;

const yearValue = ({ period, value }: Valued): YearValue => ({
  year: Number(periodOf(period).firstDay.slice(0, 4)),
  value,
});

/** How many breaks of the definition lie before a version. */
const breaksBefore = (version: number, { breaks }: IndicatorRow): number =>
  breaks.filter((first) => first <= version).length;

/** The points from the last break on: the only ones that can be compared with the latest. */
function comparable(points: readonly Point[], indicator: IndicatorRow): readonly Point[] {
  const last = points.findLastIndex(({ flags, indicatorVersion }, at) => {
    const before = points[at - 1]?.indicatorVersion ?? indicatorVersion;
    const isRedefined =
      breaksBefore(before, indicator) !== breaksBefore(indicatorVersion, indicator);
    return isRedefined || flags.includes('BREAK');
  });
  return points.slice(Math.max(last, 0));
}

/** Progress from the first to the last value of a series, none of them across a break. */
export function seriesProgress(points: readonly Point[], indicator: IndicatorRow): OutcomeProgress {
  const valued = comparable(points, indicator).filter(hasValue);
  const [first] = valued;
  const last = valued.at(-1);
  const { status, ratio } = progressOf({
    direction: indicator.direction,
    baseline: first && yearValue(first),
    current: last && yearValue(last),
  });
  const baseline = first ? { period: first.period, value: first.value } : null;
  return { status, ratio, baseline, target: null };
}
