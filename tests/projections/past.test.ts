import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { StoredEvent } from '../../src/domain/event.js';
import { torontoDate } from '../../src/domain/civil-date.js';
import { recordedInError } from '../../src/domain/fold.js';
import { storedEvents } from '../support/events.js';
import { everyAnswer } from '../support/every-question.js';
import { foldedViews } from '../support/folded-views.js';
import { indicators, randomHistories } from '../support/random-histories.js';

const chance = fc.nat({ max: 1_000 }).map((share) => share / 1_000);

test('every answer about a position is the one given when the log ended there', () =>
  fc.assert(
    fc.asyncProperty(
      randomHistories(),
      fc.array(chance, { minLength: 1, maxLength: 3 }),
      async (history, shares) => {
        const events = storedEvents(history);
        const { snapshot } = foldedViews(events, () => 7);
        for (const share of shares) {
          const position = Math.floor(share * events.length);
          const then = foldedViews(events.slice(0, position)).snapshot;
          const answers = await everyAnswer(then, { position });
          expect(await everyAnswer(snapshot, { position })).toEqual(answers);
        }
      },
    ),
    { numRuns: 100 },
  ));

test('an instant names the last position whose running clock is not after it', () =>
  fc.assert(
    fc.asyncProperty(randomHistories(), fc.nat({ max: 70 }), async (history, day) => {
      const events = storedEvents(history);
      const { snapshot } = foldedViews(events);
      const instant = new Date(Date.parse('2024-01-02T15:00:00Z') + (day - 1) * 86_400_000);
      let clock = '';
      let last = 0;
      for (const { position, metadata } of events) {
        if (metadata.recordedAt > clock) clock = metadata.recordedAt;
        if (clock <= instant.toISOString()) last = position;
      }
      expect(await snapshot.positionAt(instant.toISOString())).toBe(last);
    }),
  ));

/** Revisions of the observations of a place that a reader of that day's publications holds. */
function publishedBy(events: readonly StoredEvent[], day: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const inError = recordedInError(events);
  for (const { type, revision, data, metadata } of events) {
    if (!type.startsWith('Observation') || inError.has(revision)) continue;
    const knownOn = data['sourceReleasedOn'] ?? torontoDate(metadata.recordedAt);
    const isTotal = (data['categories'] as unknown[]).length === 0;
    if (isTotal && String(knownOn) <= day) found.set(data['period'] as string, revision);
  }
  return found;
}

test('a day of publication shows what sources had released by then', () =>
  fc.assert(
    fc.asyncProperty(
      randomHistories(90),
      chance,
      fc.constantFrom('2023-12-31', '2024-02-15', '2024-03-15', '2024-12-31'),
      async (history, share, day) => {
        const events = storedEvents(history);
        const position = Math.floor(share * events.length);
        const { snapshot } = foldedViews(events);
        const streams = new Set(events.map(({ stream }) => stream));
        for (const stream of streams) {
          if (!stream.startsWith('observation-')) continue;
          const own = events.filter((e) => e.stream === stream && e.position <= position);
          const [indicator, ...place] = stream.slice('observation-'.length).split('.');
          const kind = place[0] === 'area' ? ('AREA' as const) : ('BODY' as const);
          const asOf = { position, sourceReleasedOn: day };
          const key = indicators.find((each) => each.replaceAll('-', '_') === indicator) ?? '';
          const rows = await snapshot.series(key, { kind, code: place.at(-1) ?? '' }, asOf);
          expect(new Map(rows.map((row) => [row.period, row.revision]))).toEqual(
            publishedBy(own, day),
          );
        }
      },
    ),
    { numRuns: 150 },
  ));
