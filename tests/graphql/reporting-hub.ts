import type { Caller, Role } from '../../src/domain/authority.js';
import { openCycle } from '../../src/domain/cycle/commands.js';
import { recordObservation } from '../../src/domain/observation/commands.js';
import { acceptSubmission, fileSubmission } from '../../src/domain/submission/commands.js';
import { approver } from '../support/command-desk.js';
import { queryHub } from './query-hub.js';
import { body, defineIndicators, registerTowns } from './query-town.js';

export const indicator = 'calls-for-service';
export const cycleId = 'cycle-2023';
export const period = '2023';
export const words = { en: 'Please look again', fr: 'Veuillez revoir' };

export const as = (role: Role, ...organizations: readonly string[]): Caller => ({
  actor: `a ${role}`,
  role,
  organizations,
});
export const reviewer = as('ministry-reviewer', 'solgen');

/** Four municipalities of which calls for service in 2023 are expected by June 1, 2024. */
export async function reportingHub() {
  const hub = await queryHub();
  const { record, clock } = hub;
  await registerTowns(hub);
  await defineIndicators(hub);
  clock.now = '2024-05-01T16:00:00.000Z';
  const expectations = [{ indicator }];
  const timing = { deadline: '2024-06-01', graceDays: 10 };
  await record(openCycle, { period, expectations, ...timing }, reviewer);

  const report = async (code: string, value: string) =>
    record(
      recordObservation,
      { indicator, organization: code, period, value },
      as('municipal-editor', code),
    );
  /** A body submits its report at an instant. */
  const file = async (code: string, instant: string) => {
    clock.now = instant;
    const attestation = { en: 'Complete and right' };
    return record(fileSubmission, { cycleId, body: code, attestation }, approver(code));
  };
  const accept = (code: string) => record(acceptSubmission, { cycleId, body: code }, reviewer);
  return { ...hub, report, file, accept };
}

export type ReportingHub = Awaited<ReturnType<typeof reportingHub>>;

/** A day in May on which Ottawa submits, one in June on which Mississauga does. */
export async function reportedHub() {
  const hub = await reportingHub();
  await hub.report(body.hamilton, '1200');
  await hub.report(body.ottawa, '2500');
  await hub.report(body.mississauga, '1800');
  // 23:30 in Toronto on the day of the deadline, when it is the next day in UTC.
  await hub.file(body.ottawa, '2024-06-02T03:30:00.000Z');
  await hub.file(body.mississauga, '2024-06-05T16:00:00.000Z');
  hub.clock.now = '2024-06-15T16:00:00.000Z';
  return hub;
}
