import { v7 } from 'uuid';
import type { NewEvent } from '../../src/domain/event.js';

const fixed = {
  indicator: 'housing-cost-burden',
  geography: '3525005',
  period: '2021',
  numerator: '55120',
  denominator: '222540',
  value: '24.77',
};

/** An observation as the hub stores it, with a note that brings its body to a size. */
export function sampleEvent(bodyBytes: number): NewEvent {
  const bare = JSON.stringify({ ...fixed, note: '' }).length;
  const id = v7();
  return {
    id,
    type: 'ObservationRecorded',
    schemaVersion: 1,
    data: { ...fixed, note: 'x'.repeat(Math.max(0, bodyBytes - bare)) },
    metadata: {
      actor: 'analyst-7',
      actingFor: '3525005',
      recordedAt: '2026-01-05T14:00:00.000Z',
      effectiveOn: '2026-01-05',
      correlationId: id,
      causationId: id,
      idempotencyKey: id,
      commandHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    },
  };
}
