import { makeCommitment, reviseCommitment } from '../../domain/commitment/commands.js';
import { adoptStrategy, reviseStrategy } from '../../domain/plan/commands.js';
import type { PlanningArea } from '../../domain/plan/events.js';
import type { Label } from '../../domain/text.js';
import { order } from './order.js';
import { cell, textOf } from './plan-rows.js';
import { keepRow, type OpenedPlan } from './record-plan.js';
import type { Ids } from './record-risks.js';
import { listOf } from './read-cell.js';

/** Why something is said anew; a workbook gives no reason of its own. */
export const correctedReason: Label = {
  en: 'Corrected in the workbook of the plan',
  fr: 'Corrigé dans le classeur du plan',
};

/** Adopts the strategies of a plan, or revises those whose row changed. */
export async function recordStrategies(plan: OpenedPlan, risks: Ids): Promise<Ids> {
  const { planId, openedOn: effectiveOn, rows } = plan;
  const ids = new Map<string, string>();
  for (const row of rows.rowsOf('strategies')) {
    const named = listOf(cell(row, 'risks')).map((code) => risks.get(code));
    // A risk that was refused already says all there is to say.
    if (named.includes(undefined)) continue;
    const strategy = {
      planId,
      title: textOf(row, 'title'),
      area: cell(row, 'area') as PlanningArea,
      sectors: listOf(cell(row, 'sectors')),
      risks: named as string[],
    };
    const made = await keepRow(plan, row, {
      part: 'adopt',
      first: order(adoptStrategy, { ...strategy, effectiveOn }),
      later: ([adopted]) => {
        const strategyId = adopted?.data['strategyId'] as string;
        return order(reviseStrategy, { ...strategy, strategyId, reason: correctedReason });
      },
      columns: { title: 'titleEn' },
    });
    const strategyId = made?.[0]?.data['strategyId'] as string | undefined;
    if (strategyId !== undefined) ids.set(cell(row, 'strategy'), strategyId);
  }
  return ids;
}

/** Makes the commitments of a plan, or revises those whose statement or due date changed. */
export async function recordCommitments(plan: OpenedPlan, strategies: Ids): Promise<void> {
  const { planId, openedOn: effectiveOn, rows } = plan;
  for (const row of rows.rowsOf('commitments')) {
    const strategyId = strategies.get(cell(row, 'strategy'));
    if (strategyId === undefined) continue;
    const partner = cell(row, 'partner');
    const statement = textOf(row, 'statement');
    const { dueOn } = row.values;
    await keepRow(plan, row, {
      part: 'make',
      first: order(makeCommitment, { planId, strategyId, partner, statement, dueOn, effectiveOn }),
      later: ([made]) => {
        // To hand a commitment over, or move it, is a decision that a reason explains.
        const moved = made?.data['partner'] !== partner || made?.data['strategyId'] !== strategyId;
        if (made === undefined || moved) return undefined;
        const revision = { commitmentId: made.stream, statement, dueOn, reason: correctedReason };
        return order(reviseCommitment, revision);
      },
      columns: { statement: 'statementEn', strategyId: 'strategy' },
    });
  }
}
