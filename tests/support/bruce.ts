import type { Outcome } from '../../src/domain/command-handler.js';
import { registerOrganization } from '../../src/domain/organization/commands.js';
import { administrator, commandDesk } from './command-desk.js';

/** Two municipalities of Bruce County, by code. */
export const kincardine = '3541024';
export const brockton = '3541032';

/** A desk over memory. */
export type Desk = ReturnType<typeof commandDesk>;

/** A desk at which both are registered. */
export async function registered(): Promise<Desk> {
  const desk = commandDesk();
  for (const code of [kincardine, brockton])
    await desk.execute(
      registerOrganization,
      { idempotencyKey: code, code, kind: 'MUNICIPALITY', name: { en: code }, tier: 'LOWER' },
      administrator,
    );
  return desk;
}

/** The outcome of a command that was accepted. */
export function accepted(outcome: Outcome) {
  if (outcome.outcome !== 'accepted') throw new Error(JSON.stringify(outcome));
  return outcome;
}
