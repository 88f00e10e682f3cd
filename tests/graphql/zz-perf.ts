import { queryHub } from './query-hub.js';
import { defineIndicators, openHamiltonPlan, registerTowns } from './query-town.js';
import { registerOrganization, countPopulation } from '../../src/domain/organization/commands.js';
import { recordObservation } from '../../src/domain/observation/commands.js';
import { adoptStrategy } from '../../src/domain/plan/commands.js';
import { makeCommitment } from '../../src/domain/commitment/commands.js';
import { operation } from '../support/contract-operations.js';
  const hub = await queryHub();
  await registerTowns(hub); await defineIndicators(hub);
  const ids = await openHamiltonPlan(hub);
  for (let i = 0; i < 440; i++) {
    const code = `36${String(i).padStart(5, '0')}`;
    await hub.record(registerOrganization, { code, kind: 'MUNICIPALITY', tier: 'SINGLE', name: { en: `Town ${i}`, fr: `Ville ${i}` } });
    await hub.record(countPopulation, { organization: code, population: 1000 + i, censusYear: 2021 });
    await hub.record(recordObservation, { indicator: 'housing-cost-burden', organization: code, period: '2021', numerator: '10', denominator: String(20 + i) });
  }
  for (let s = 0; s < 10; s++) {
    const a = await hub.record(adoptStrategy, { planId: ids.planId, title: { en: `S ${s}`, fr: `S ${s}` }, area: 'PREVENTION', sectors: ['police', 'health'], risks: [ids.riskId] });
    const strategyId = String(a.events[0]?.data['strategyId']);
    for (let c = 0; c < 20; c++) await hub.record(makeCommitment, { planId: ids.planId, strategyId, partner: 'hamilton-police', statement: { en: `C ${c}`, fr: 'x' } });
  }
  const all: [string, string, object][] = [
    ['tiny', '{ viewer { role } }', {}],
    ['province', operation('ProvinceOutcome'), { indicator: 'housing-cost-burden', period: '2021' }],
    ['province past', operation('ProvinceOutcome'), { indicator: 'housing-cost-burden', period: '2021', asOf: { position: String(hub.readModels.position() - 1) } }],
    ['byBody', operation('OutcomesByBody'), { indicator: 'housing-cost-burden', period: '2021', first: 500 }],
    ['plan', operation('Plan'), { id: ids.planId }],
    ['timeline', operation('PlanTimeline'), { planId: ids.planId, first: 100 }],
    ['changes', operation('PlanChanges'), { planId: ids.planId, from: { position: '0' } }],
    ['obligations', operation('Obligations'), {}],
  ];
  const only = process.argv[2];
  for (const [name, source, vars] of all.filter(([n]) => !only || n === only)) {
    for (let i = 0; i < 60; i++) await hub.ask(source, vars);
    const c0 = process.cpuUsage(); const n = only ? 400 : 100;
    for (let i = 0; i < n; i++) { const a = await hub.ask(source, vars); if (a.errors) throw new Error(JSON.stringify(a.errors)); }
    const c = process.cpuUsage(c0);
    process.stdout.write(`${name}: ${Math.round((c.user + c.system) / n)} µs\n`);
  }
  await hub.close();
