import { indicatorStream } from '../../domain/identifiers.js';
import type { IndicatorRow } from '../../projections/roster/view.js';
import { labelText } from '../text.build.js';
import type { Indicator, ProgressRule } from './indicator.object.js';

const buildRule = ({
  baselinePeriod,
  target,
  limit,
  cutOffs,
  tolerance,
}: NonNullable<IndicatorRow['progressRule']>): ProgressRule => ({
  baselinePeriod: baselinePeriod ?? null,
  target: target ?? null,
  limit: limit ?? null,
  cutOffs: cutOffs
    ? { withTarget: cutOffs.withTarget ?? null, withoutTarget: cutOffs.withoutTarget ?? null }
    : null,
  tolerance: tolerance ?? null,
});

/** An indicator out of its row. */
export const buildIndicator = (row: IndicatorRow): Indicator => ({
  id: indicatorStream(row.key),
  key: row.key,
  version: row.version,
  breaks: row.breaks,
  name: labelText(row.name),
  description: row.description ? labelText(row.description) : null,
  source: row.source ? labelText(row.source) : null,
  kind: row.kind,
  unit: labelText(row.unit),
  decimals: row.decimals,
  direction: row.direction,
  universe: {
    indicator: row.key,
    kind: row.universe.kind,
    listed: row.universe.kind === 'LISTED' ? row.universe.bodies : [],
    areas: row.universe.kind === 'LISTED' ? (row.universe.areas ?? []) : [],
  },
  sensitivity: row.sensitivity,
  overTime: row.overTime,
  overSpace: row.overSpace,
  periodKind: row.periodKind,
  factor: row.factor ?? null,
  proportion: row.proportion,
  dimensions: row.dimensions,
  coverageFloor: row.coverageFloor ?? null,
  accountability: row.accountability ?? null,
  question: row.question ?? null,
  dueWithinDays: row.dueWithinDays ?? null,
  histogram: row.histogram ?? null,
  levels: row.levels?.map(labelText) ?? null,
  progressRule: row.progressRule ? buildRule(row.progressRule) : null,
  retiredOn: row.retiredOn ?? null,
});
