import type { Outcome } from '../../src/domain/command-handler.js';
import { registerOrganization } from '../../src/domain/organization/commands.js';
import { administrator, commandDesk } from './command-desk.js';

/** Municipalities of Bruce County, by code. */
export const kincardine = '3541024';
export const brockton = '3541032';
export const saugeenShores = '3541045';

/** A desk over memory. */
export type Desk = ReturnType<typeof commandDesk>;

/** A desk at which these are registered: without names, the first two. */
export async function registered(...codes: readonly string[]): Promise<Desk> {
  const desk = commandDesk();
  for (const code of codes.length > 0 ? codes : [kincardine, brockton])
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
