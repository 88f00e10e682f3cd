import { readIndicators } from '../roster.js';
import type { OutcomeProgress } from '../outcome/progress.object.js';
import { isWithheld } from '../outcome/geography.js';
import { readMeasured } from '../outcome/series.load.js';
import { seriesProgress, type Measured } from '../outcome/series-progress.js';
import type { OutcomePoint } from '../outcome/series.object.js';
import { readStory } from '../outcome/story.load.js';
import type { Story } from '../outcome/story.object.js';
import { readWholePlan } from '../plan/whole-plan.load.js';
import { measureAim } from './measure-aim.js';
import type { Measure } from './measure.object.js';

/** The series a measure is read from, or that of nobody when the plan is a joint one. */
type MeasureSeries = { readonly measured: Measured; readonly isJoint: boolean };

async function findSeries({ planId, indicator, reading }: Measure): Promise<MeasureSeries | null> {
  const row = indicator && (await readIndicators(reading)).get(indicator.key);
  const whole = await readWholePlan(planId, reading);
  if (!row || whole === undefined) return null;
  const parts = whole.plan.bodies.filter(({ leftOn }) => leftOn === undefined);
  const [only, ...others] = new Set(parts.map(({ body }) => body));
  const isJoint = only === undefined || others.length > 0;
  const geography = { kind: 'BODY', code: isJoint ? planId : only } as const;
  // A First Nation may let its plan be seen and not its numbers.
  const isHidden = !isJoint && (await isWithheld(row, geography, reading));
  if (!isJoint && !isHidden)
    return { measured: await readMeasured(row, geography, reading), isJoint };
  const none = { indicator: row, geography, points: [], organizations: new Map(), reading };
  return { measured: { ...none, mayRead: !isHidden }, isJoint };
}

// Progress, latest value and story of a measure are told from one reading of its series.
const seriesOf = new WeakMap<Measure, Promise<MeasureSeries | null>>();

function readSeriesOf(measure: Measure): Promise<MeasureSeries | null> {
  const series = seriesOf.get(measure) ?? findSeries(measure);
  seriesOf.set(measure, series);
  return series;
}

/** Progress from a measure's baseline to its target; null when its indicator is not known. */
export async function readMeasureProgress(measure: Measure): Promise<OutcomeProgress | null> {
  const series = await readSeriesOf(measure);
  if (series === null) return null;
  const { measured, isJoint } = series;
  const progress = seriesProgress(measured, measureAim(measure, measured.indicator));
  return isJoint ? { ...progress, gap: 'JOINT_PLAN' } : progress;
}

/** The latest point with a value, or the last without one; null of a joint plan. */
export async function readLatest(measure: Measure): Promise<OutcomePoint | null> {
  const points = (await readSeriesOf(measure))?.measured.points ?? [];
  return points.findLast(({ value }) => value !== null) ?? points.at(-1) ?? null;
}

/** The story behind the latest value. */
export async function readLatestStory(measure: Measure): Promise<Story | null> {
  const [series, latest] = await Promise.all([readSeriesOf(measure), readLatest(measure)]);
  if (series === null || latest === null) return null;
  const { indicator, geography, mayRead, reading } = series.measured;
  return readStory(indicator.key, geography, latest.period, mayRead, reading);
}
