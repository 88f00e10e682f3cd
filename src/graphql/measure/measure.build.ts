import type { MeasureDocument } from '../../projections/current-plan/view.js';
import type { Reading } from '../as-of.js';
import { buildIndicator } from '../indicator/indicator.build.js';
import type { Roster } from '../roster.js';
import type { Measure } from './measure.object.js';

/** A measure out of its document. */
export function buildMeasure(
  { indicator, baseline, target, ...document }: MeasureDocument,
  { indicators }: Roster,
  reading: Reading,
): Measure {
  const row = indicators.get(indicator);
  return {
    reading,
    id: document.id,
    revision: document.revision,
    planId: document.planId,
    indicator: row === undefined ? null : buildIndicator(row),
    level: document.level,
    riskId: document.riskId ?? null,
    strategyId: document.strategyId ?? null,
    accountability: document.accountability,
    question: document.question ?? null,
    baseline: baseline
      ? { kind: baseline.kind, value: baseline.value ?? null, period: baseline.period ?? null }
      : null,
    target: target ? { kind: target.kind, value: target.value, dueOn: target.dueOn ?? null } : null,
    retired: document.retired,
    asOf: reading.info,
  };
}
