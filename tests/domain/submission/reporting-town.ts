import { openCycle } from '../../../src/domain/cycle/commands.js';
import type { EventLog } from '../../../src/domain/event-log.js';
import { defineIndicator } from '../../../src/domain/indicator/commands.js';
import { correctObservation, recordObservation } from '../../../src/domain/observation/commands.js';
import { registerOrganization } from '../../../src/domain/organization/commands.js';
import { accepted } from '../../support/bruce.js';
import { administrator, approver, commandDesk } from '../../support/command-desk.js';

export const hamilton = '3525005';
export const cycleId = 'cycle-2023';
export const period = '2023';
export const indicators = ['calls-for-service', 'shelter-beds'] as const;
export const reason = { en: 'A late return' };
export const attestation = {
  en: 'I attest that it is complete',
  fr: "J'atteste qu'il est complet",
};
export const reviewer = {
  actor: 'test reviewer',
  role: 'ministry-reviewer',
  organizations: ['solgen'],
} as const;
export const mayor = approver(hamilton);
/** The report of Hamilton for 2023, as commands name it. */
export const report = { cycleId, body: hamilton };

export const definition = {
  name: { en: 'Counted', fr: 'Compte' },
  kind: 'COUNT_FLOW',
  unit: { en: 'cases', fr: 'cas' },
  decimals: 0,
  direction: 'NONE',
  universe: { kind: 'MUNICIPALITIES' },
  sensitivity: 'CELL_5',
  overTime: 'SUM',
  overSpace: 'SUM',
  periodKind: 'YEAR',
  proportion: false,
} as const;

/** Hamilton, two indicators, and an open cycle that expects both of every municipality. */
export async function reportingTown(log?: EventLog) {
  const desk = commandDesk(log);
  let given = 0;
  const key = () => ({ idempotencyKey: `town ${(given += 1)}` });
  const town = { code: hamilton, kind: 'MUNICIPALITY', tier: 'SINGLE' } as const;
  const named = { ...town, name: { en: 'Hamilton' }, ...key() };
  accepted(await desk.execute(registerOrganization, named, administrator));
  for (const indicator of indicators) {
    const input = { key: indicator, ...definition, dimensions: ['genders'], ...key() };
    accepted(await desk.execute(defineIndicator, input, administrator));
  }
  const expectations = indicators.map((indicator) => ({ indicator }));
  const terms = { period, expectations, deadline: '2024-06-30', graceDays: 14, ...key() };
  accepted(await desk.execute(openCycle, terms, reviewer));

  const numberOf = (indicator: string, value: string) => ({
    indicator,
    organization: hamilton,
    period,
    value,
    ...key(),
  });
  const record = (indicator: string, value: string, changes: object = {}) =>
    desk.execute(recordObservation, { ...numberOf(indicator, value), ...changes }, mayor);
  const correct = (indicator: string, value: string) =>
    desk.execute(correctObservation, { ...numberOf(indicator, value), reason }, mayor);
  /** Records what is expected. */
  const recordAll = async () => {
    for (const indicator of indicators) accepted(await record(indicator, '12'));
  };
  return { ...desk, key, record, correct, recordAll };
}

export type ReportingTown = Awaited<ReturnType<typeof reportingTown>>;
