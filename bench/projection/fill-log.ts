import { v7 } from 'uuid';
import type { NewEvent } from '../../src/domain/event.js';
import { noStream, type EventLog } from '../../src/domain/event-log.js';
import { sampleMetadata } from '../sample-metadata.js';
import { sampleHistory, type Happened } from './sample-history.js';

const eventsPerRound = 2_000;
const firstInstant = Date.parse('2026-01-05T14:00:00.000Z');

const commandHash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const eventOf = ({ type, data }: Happened, at: number): NewEvent => {
  const id = v7();
  const metadata = sampleMetadata(id, firstInstant + at * 7, commandHash);
  return { id, type, schemaVersion: 1, data, metadata };
};

/**
 * Fills an empty log with so many events of a province that reports and plans.
 * @returns how many there were
 */
export async function fillLog(
  log: EventLog,
  events: number,
  history: Iterable<Happened> = sampleHistory(),
): Promise<number> {
  const revisions = new Map<string, number>();
  let round = new Map<string, NewEvent[]>();
  const appendRound = async (): Promise<void> => {
    const appends = [...round].map(([stream, batch]) => {
      const expected = revisions.get(stream) ?? noStream;
      revisions.set(stream, expected + batch.length);
      return log.append(stream, expected, batch);
    });
    round = new Map();
    await Promise.all(appends);
  };
  let at = 0;
  for (const happened of history) {
    const batch = round.get(happened.stream) ?? [];
    batch.push(eventOf(happened, at));
    round.set(happened.stream, batch);
    at += 1;
    if (at % eventsPerRound === 0 || at === events) await appendRound();
    if (at === events) return at;
  }
  await appendRound();
  return at;
}
