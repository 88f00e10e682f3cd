import {
  defineMeasure,
  reviseTarget,
  setBaseline,
  setTarget,
} from '../../domain/measure/commands.js';
import type { DefineMeasureInput } from '../../domain/measure/commands.js';
import type { Baseline, Target } from '../../domain/measure/state.js';
import { order } from './order.js';
import type { PlanRow } from './plan-row.js';
import { cell } from './plan-rows.js';
import { keepRow, type OpenedPlan } from './record-plan.js';
import type { Ids } from './record-risks.js';
import { correctedReason } from './record-strategies.js';

type Definition = Omit<DefineMeasureInput, 'idempotencyKey' | 'planId'>;

/** The id a cell names: nothing for an empty one, undefined when what it names was refused. */
function idOf(row: PlanRow, column: string, ids: Ids): { readonly id?: string } | undefined {
  const key = cell(row, column);
  if (key === '') return {};
  const id = ids.get(key);
  return id === undefined ? undefined : { id };
}

function definitionOf(row: PlanRow, risks: Ids, strategies: Ids): Definition | undefined {
  const [risk, strategy] = [idOf(row, 'risk', risks), idOf(row, 'strategy', strategies)];
  if (risk === undefined || strategy === undefined) return undefined;
  return {
    indicator: cell(row, 'indicator'),
    level: cell(row, 'level') as Definition['level'],
    accountability: cell(row, 'accountability') as Definition['accountability'],
    question: row.values['question'] as Definition['question'],
    riskId: risk.id,
    strategyId: strategy.id,
  };
}

async function keepBaseline(plan: OpenedPlan, row: PlanRow, measureId: string): Promise<void> {
  const kind = row.values['baselineKind'] as Baseline['kind'] | undefined;
  if (kind === undefined) return;
  const { baselineValue: value, baselinePeriod: period } = row.values;
  const baseline = { measureId, kind, value, period, effectiveOn: plan.openedOn };
  const first = order(setBaseline, baseline);
  const columns = { kind: 'baselineKind', value: 'baselineValue', period: 'baselinePeriod' };
  await keepRow(plan, row, { part: 'baseline', first, later: () => first, columns });
}

async function keepTarget(plan: OpenedPlan, row: PlanRow, measureId: string): Promise<void> {
  const kind = row.values['targetKind'] as Target['kind'] | undefined;
  if (kind === undefined) return;
  const { targetDueOn: dueOn } = row.values;
  const target = { measureId, kind, value: cell(row, 'targetValue'), dueOn };
  await keepRow(plan, row, {
    part: 'target',
    first: order(setTarget, { ...target, effectiveOn: plan.openedOn }),
    later: () => order(reviseTarget, { ...target, reason: correctedReason }),
    columns: {
      kind: 'targetKind',
      value: 'targetValue',
      dueOn: 'targetDueOn',
      measureId: 'measure',
    },
  });
}

/** Defines the measures of a plan, with what each starts from and aims at. */
export async function recordMeasures(plan: OpenedPlan, risks: Ids, strategies: Ids): Promise<void> {
  const { planId, openedOn: effectiveOn, rows } = plan;
  for (const row of rows.rowsOf('measures')) {
    const definition = definitionOf(row, risks, strategies);
    if (definition === undefined) continue;
    const first = order(defineMeasure, { ...definition, planId, effectiveOn });
    const columns = { riskId: 'risk', strategyId: 'strategy' };
    const made = await keepRow(plan, row, { part: 'define', first, columns });
    const measureId = made?.[0]?.stream;
    if (measureId === undefined) continue;
    await keepBaseline(plan, row, measureId);
    await keepTarget(plan, row, measureId);
  }
}
