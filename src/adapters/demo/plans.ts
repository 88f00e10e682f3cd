import { defineMeasure, setBaseline, setTarget } from '../../domain/measure/commands.js';
import { registerOrganization } from '../../domain/organization/commands.js';
import {
  adoptPlan,
  adoptStrategy,
  identifyRisk,
  openPlan,
  prioritizeRisk,
  publishPlan,
} from '../../domain/plan/commands.js';
import { loadCommitment } from './commitments.js';
import type { MeasureEntry, PlanEntry, PlanFile, StrategyEntry } from './plan-file.js';
import { loadAftermath, loadPreparation, type Opened } from './plan-life.js';
import type { SourceFiles } from './source-files.js';
import { idIn, type DemoWriter } from './step.js';

async function loadRisks(entry: PlanEntry, plan: Opened): Promise<ReadonlyMap<string, string>> {
  const { planId, key, body, openedOn: effectiveOn, writer } = plan;
  const ids = new Map<string, string>();
  for (const { code, rank, narrative } of entry.risks) {
    const identify = { planId, code, narrative, effectiveOn };
    const accepted = await writer.write(identifyRisk, `${key} risk ${code}`, identify, body);
    const riskId = idIn(accepted, 'riskId');
    ids.set(code, riskId);
    const prioritize = { planId, riskId, rank, effectiveOn };
    await writer.write(prioritizeRisk, `${key} rank ${code}`, prioritize, body);
  }
  return ids;
}

async function loadStrategy(
  entry: StrategyEntry,
  risks: ReadonlyMap<string, string>,
  plan: Opened,
): Promise<string> {
  const { key, title, area, sectors, commitments } = entry;
  const name = `${plan.key} ${key}`;
  const { planId, body, openedOn: effectiveOn, writer } = plan;
  const riskIds = entry.risks.map((code) => risks.get(code) ?? code);
  const adopt = { planId, title, area, sectors, risks: riskIds, effectiveOn };
  const strategyId = idIn(await writer.write(adoptStrategy, name, adopt, body), 'strategyId');
  for (const [at, commitment] of commitments.entries())
    await loadCommitment(commitment, { strategyId, key: `${name} ${at}` }, plan);
  return strategyId;
}

async function loadMeasure(
  entry: MeasureEntry,
  ids: ReadonlyMap<string, string>,
  { planId, key, body, openedOn: effectiveOn, writer }: Opened,
): Promise<void> {
  const { risk, strategy, baseline, target, ...details } = entry;
  const name = `${key} measure ${entry.indicator}`;
  const define = {
    ...details,
    planId,
    riskId: risk && ids.get(risk),
    strategyId: strategy && ids.get(strategy),
    effectiveOn,
  };
  const { stream: measureId } = await writer.write(defineMeasure, name, define, body);
  if (baseline !== undefined)
    await writer.write(
      setBaseline,
      `${name} baseline`,
      { measureId, ...baseline, effectiveOn },
      body,
    );
  if (target !== undefined)
    await writer.write(setTarget, `${name} target`, { measureId, ...target, effectiveOn }, body);
}

async function loadPlan(entry: PlanEntry, writer: DemoWriter): Promise<void> {
  const { key, title, bodies, openedOn, adoptions, publication } = entry;
  const [body = ''] = bodies;
  const open = { title, bodies, demonstration: true, effectiveOn: openedOn };
  const { stream: planId } = await writer.write(openPlan, `${key} open`, open, body);
  const plan: Opened = { planId, key, body, openedOn, writer };
  const ids = new Map(await loadRisks(entry, plan));
  await loadPreparation(entry.life, plan);
  for (const strategy of entry.strategies)
    ids.set(strategy.key, await loadStrategy(strategy, ids, plan));
  for (const measure of entry.measures) await loadMeasure(measure, ids, plan);
  for (const adoption of adoptions) {
    const adopt = { planId, ...adoption, effectiveOn: adoption.adoptedOn };
    await writer.write(adoptPlan, `${key} adopt ${adoption.body}`, adopt, adoption.body);
  }
  const publish = { planId, ...publication, effectiveOn: publication.publishedOn };
  await writer.write(publishPlan, `${key} publish`, publish, body);
  await loadAftermath(entry.life, plan);
}

/** The demonstration partners and the three demonstration plans, marked as such. */
export async function loadPlans(files: SourceFiles, writer: DemoWriter): Promise<void> {
  const { partners, plans } = files.json<PlanFile>('demonstration/plans.json');
  for (const partner of partners)
    await writer.write(registerOrganization, `register ${partner.code}`, {
      ...partner,
      kind: 'PARTNER',
    });
  for (const plan of plans) await loadPlan(plan, writer);
}
