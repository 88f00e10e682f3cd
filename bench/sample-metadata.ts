import type { EventMetadata } from '../src/domain/event.js';

/** What an event carries that somebody at the ministry recorded at an instant. */
export function sampleMetadata(id: string, instant: number, commandHash: string): EventMetadata {
  const recordedAt = new Date(instant).toISOString();
  return {
    actor: 'analyst-7',
    actingFor: 'solgen',
    recordedAt,
    effectiveOn: recordedAt.slice(0, 10),
    correlationId: id,
    causationId: id,
    idempotencyKey: id,
    commandHash,
  };
}
