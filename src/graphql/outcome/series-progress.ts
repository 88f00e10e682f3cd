import type { Geography } from '../../domain/identifiers.js';
import {
  progressMethod,
  progressOf,
  type Progress,
  type YearValue,
} from '../../domain/indicator/progress.js';
import { periodOf } from '../../domain/period.js';
import type { IndicatorRow } from '../../projections/roster/view.js';
import type { Reading } from '../as-of.js';
import { mayReadActor } from '../authorization.js';
import { buildOrganization } from '../organization/organization.build.js';
import type { Roster } from '../roster.js';
import { freeTextOf } from '../text.build.js';
import { compared, type Compared } from './comparable-points.js';
import type { PeriodValue } from './period-value.object.js';
import type { Point } from './points.js';
import type { ProgressAim } from './progress-aim.js';
import type { OutcomeProgress, ProgressJudgement } from './progress.object.js';

/** A series and what else its progress is told from. */
export type Measured = {
  readonly indicator: IndicatorRow;
  readonly geography: Geography;
  readonly points: readonly Point[];
  /** False for one who may not read the numbers before they are released. */
  readonly mayRead: boolean;
  readonly organizations: Roster['organizations'];
  readonly reading: Reading;
};

// The published method counts a period of several years from its first.
const yearOf = (period: string): number => Number(periodOf(period).firstDay.slice(0, 4));

const yearValue = ({ period, value }: PeriodValue): YearValue => ({ year: yearOf(period), value });

function computed(
  { direction }: IndicatorRow,
  { baseline, current }: Compared,
  { target, limit, cutOffs, tolerance }: ProgressAim,
): Progress {
  // A target that nobody dated is due at once: it can be reached, and no growth leads to it.
  const year = target && (target.period === null ? 0 : yearOf(target.period));
  return progressOf({
    direction,
    baseline: baseline && yearValue(baseline),
    current: current && yearValue(current),
    target: target && { year: year ?? 0, value: target.value },
    limit,
    cutOffs,
    tolerance,
  });
}

/** Growth between values that may not be compared is not shown, whatever it would be. */
const withheld = (progress: Progress): Progress =>
  progress.status === 'TARGET_ACHIEVED'
    ? { ...progress, ratio: null, years: null, observedGrowth: null, requiredGrowth: null }
    : {
        status: 'NOT_AVAILABLE',
        ratio: null,
        gap: null,
        years: null,
        observedGrowth: null,
        requiredGrowth: null,
        cutOffs: null,
      };

/** The judgment that stands for the latest value; a later value is judged anew. */
function judgementOf(
  { indicator, geography, organizations, reading }: Measured,
  current: PeriodValue | undefined,
): ProgressJudgement | null {
  const { context } = reading;
  const about = (indicator.judgements ?? []).filter(
    (each) => each.geography.kind === geography.kind && each.geography.code === geography.code,
  );
  const judgement = current
    ? about.find(({ period }) => period === current.period)
    : about.toSorted((a, b) => yearOf(a.period) - yearOf(b.period)).at(-1);
  if (judgement === undefined) return null;
  const { status, reason, recordedAt, actor, actingFor } = judgement;
  return {
    status,
    reason: freeTextOf(reason, context),
    recordedAt,
    actingFor: buildOrganization(actingFor, organizations),
    actor: mayReadActor(context.caller, actingFor) ? actor : null,
  };
}

function gapOf(
  { mayRead, indicator }: Measured,
  { gap, current }: Compared,
  { targetGap, target }: ProgressAim,
): OutcomeProgress['gap'] | undefined {
  if (!mayRead) return 'NOT_RELEASED';
  if (indicator.direction === 'NONE') return 'NO_DIRECTION';
  if (current === undefined) return 'TOO_FEW_VALUES';
  return gap ?? targetGap ?? (target?.period === null ? 'TARGET_WITHOUT_DATE' : undefined);
}

/** Progress of a series, as computed or as a person judged it, with all it follows from. */
export function seriesProgress(measured: Measured, aim: ProgressAim): OutcomeProgress {
  const { indicator, points, reading, mayRead } = measured;
  const between = compared(points, indicator, aim.baseline);
  const known = computed(indicator, between, aim);
  const gap = gapOf(measured, between, aim);
  const progress = gap === undefined ? known : withheld(known);
  const judgement = mayRead ? judgementOf(measured, between.current) : null;
  const { target, limit = null, tolerance = null, reason } = aim;
  const { status, ratio, years, observedGrowth, requiredGrowth, cutOffs } = progress;
  return {
    status: judgement?.status ?? status,
    computedStatus: status,
    judgement,
    gap: status === 'NOT_AVAILABLE' ? (gap ?? known.gap) : null,
    ratio,
    direction: indicator.direction,
    baseline: between.baseline ?? null,
    current: between.current ?? null,
    target:
      target && target.period !== null ? { value: target.value, period: target.period } : null,
    years,
    observedGrowth,
    requiredGrowth,
    limit,
    cutOffs,
    tolerance,
    ruleReason: reason ? freeTextOf(reason, reading.context) : null,
    method: progressMethod.name,
    methodVersion: progressMethod.version,
  };
}
