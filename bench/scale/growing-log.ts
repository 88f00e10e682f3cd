import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { openSqliteEventLog } from '../../src/adapters/event-log/sqlite/open-sqlite-event-log.js';
import { openSqliteTextKeys } from '../../src/adapters/text-keys/open-sqlite-text-keys.js';
import { checkedBody, encode } from '../../src/domain/codec.js';
import type { NewEvent } from '../../src/domain/event.js';
import type { EventLog } from '../../src/domain/event-log.js';
import type { TextKeys } from '../../src/domain/text-keys.js';
import { firstOfWave, waveOf } from './observations.js';
import { provinceHistory } from './province-history.js';
import { indicatorKey, type Happened } from './province.js';
import { sampleMetadata } from '../sample-metadata.js';

/** The log of a data folder, which gets longer and longer. */
export type GrowingLog = {
  /** Events so far. */
  head(): number;
  /** Indicators and plans, from 0, that are reported in full, and the position of the last. */
  complete(): { readonly indicators: number; readonly position: number };
  /**
   * Appends until there are so many events; the files are closed again then.
   * @param onProgress told how many events there are
   * @returns microseconds of appending for each event
   */
  growTo(events: number, onProgress: (events: number) => void): Promise<number>;
};

/** Events on their way to the disk at once. */
const eventsPerRound = 1_000;
const firstInstant = Date.parse('2015-01-05T14:00:00.000Z');
/** Ten million events take nine years. */
const millisecondsBetween = 29_000;

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

type Append = { readonly happened: Happened; readonly events: readonly NewEvent[] };

async function append(log: EventLog, { happened, events }: Append): Promise<void> {
  const { stream, revision } = happened;
  const { outcome } = await log.append(stream, revision - 1, events);
  if (outcome === 'conflict') throw new Error(`the history is wrong about ${stream}`);
}

async function openFiles(folder: string) {
  const log = await openSqliteEventLog({ file: join(folder, 'log.db') });
  const keys = openSqliteTextKeys({ file: join(folder, 'keys.db') });
  return {
    log,
    keys,
    async [Symbol.asyncDispose]() {
      await log.close();
      await keys.close();
    },
  };
}

/**
 * Begins a log in an empty folder. Events are made by the codec through which commands write:
 * bodies checked, free texts sealed under keys of their own; ids follow from the seed.
 */
export function growingLog(folder: string, seed: number): GrowingLog {
  const history = provinceHistory(seed);
  let head = 0;
  let complete = { indicators: 0, position: 0 };

  const note = ({ data }: Happened): void => {
    const number = Number((data['key'] as string).slice(indicatorKey('').length));
    const indicators = firstOfWave(waveOf(number));
    if (indicators > complete.indicators) complete = { indicators, position: head - 1 };
  };
  const next = async (keys: TextKeys): Promise<Append> => {
    const one = history.next().value as Happened;
    head += 1;
    if (one.type === 'IndicatorDefined') note(one);
    const instant = firstInstant + head * millisecondsBetween;
    const hash = sha256(`${seed} ${head}`);
    const id = v7({ msecs: instant, seq: 0, random: hash.subarray(0, 16) });
    const events = await encode(
      [
        {
          ...one,
          data: checkedBody(one),
          metadata: sampleMetadata(id, instant, hash.toString('hex')),
        },
      ],
      keys,
      () => id,
    );
    return { happened: one, events };
  };
  return {
    head: () => head,
    complete: () => complete,
    async growTo(events, onProgress) {
      await using files = await openFiles(folder);
      const before = head;
      let milliseconds = 0;
      while (head < events) {
        const length = Math.min(eventsPerRound, events - head);
        const round = await Promise.all(Array.from({ length }, () => next(files.keys)));
        const start = performance.now();
        await Promise.all(round.map((each) => append(files.log, each)));
        milliseconds += performance.now() - start;
        onProgress(head);
      }
      return (1_000 * milliseconds) / (head - before);
    },
  };
}
