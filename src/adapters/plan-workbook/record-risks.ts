import { deprioritizeRisk, identifyRisk, prioritizeRisk } from '../../domain/plan/commands.js';
import { order } from './order.js';
import { cell, optionalText } from './plan-rows.js';
import { isRowChanged, keepRow, type OpenedPlan } from './record-plan.js';

/** Ids of what a plan's rows made, by their code or key in the workbook. */
export type Ids = ReadonlyMap<string, string>;

async function identifyRisks(plan: OpenedPlan): Promise<Ids> {
  const { planId, openedOn: effectiveOn, rows } = plan;
  const ids = new Map<string, string>();
  for (const row of rows.rowsOf('risks')) {
    const code = cell(row, 'risk');
    const narrative = optionalText(row, 'narrative');
    const first = order(identifyRisk, { planId, code, narrative, effectiveOn });
    const columns = { code: 'risk', narrative: 'narrativeEn' };
    const made = await keepRow(plan, row, { part: 'identify', first, columns });
    const riskId = made?.[0]?.data['riskId'] as string | undefined;
    if (riskId !== undefined) ids.set(code, riskId);
  }
  return ids;
}

/** Identifies the risks of a plan and puts them in order. */
export async function recordRisks(plan: OpenedPlan): Promise<Ids> {
  const { planId, openedOn: effectiveOn, rows, writer } = plan;
  const ids = await identifyRisks(plan);
  const ranked = rows.rowsOf('risks').flatMap((row) => {
    const riskId = ids.get(cell(row, 'risk'));
    if (riskId === undefined || cell(row, 'rank') === '') return [];
    const first = order(prioritizeRisk, {
      planId,
      riskId,
      rank: Number(cell(row, 'rank')),
      effectiveOn,
    });
    const columns = { riskId: 'risk' };
    return [{ row, riskId, entry: { part: 'rank', first, later: () => first, columns } }];
  });
  // Two risks that change places would each find the other in the way: both leave first.
  for (const { row, riskId, entry } of ranked) {
    if (!(await isRowChanged(plan, row, entry))) continue;
    const reason = { en: 'Another rank in the workbook', fr: 'Autre rang dans le classeur' };
    const part = `leave ${(await writer.readStream(planId)).length}`;
    await keepRow(plan, row, { part, first: order(deprioritizeRisk, { planId, riskId, reason }) });
  }
  for (const { row, entry } of ranked) await keepRow(plan, row, entry);
  return ids;
}
