import type { BatchHandler } from '../../domain/command-batch.js';
import type { Outcome } from '../../domain/command-handler.js';
import { orderOf } from './attempt.js';
import type { AttemptOutcome, ImportPorts } from './import-request.js';

function told(outcome: Outcome): AttemptOutcome {
  if (outcome.outcome === 'refused') return outcome.refusals;
  if (outcome.outcome === 'denied') return 'denied';
  return outcome.replayed ? 'same' : 'written';
}

/** Gives the commands of attempts to the handler through which everybody writes. */
export const executeAttempts =
  (executeAll: BatchHandler): ImportPorts['execute'] =>
  async (attempts, caller, correlationId) =>
    (await executeAll(attempts.map(orderOf), caller, correlationId)).map(told);
