// A process that writes with 64 callers until it is killed, and says what was acknowledged.
// Arguments: the log's file and a JSON record of the last acknowledged revision of each stream.
import { openSqliteEventLog } from '../../../src/adapters/event-log/sqlite/open-sqlite-event-log.js';
import { anEvent } from './sample-events.js';

const [file = '', acknowledged = '{}'] = process.argv.slice(2);
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

const log = await openSqliteEventLog({ file }).catch((error: Error) => {
  say(`${error.name} ${error.message}`);
  process.exit(1);
});

/** The same revision always gets the same event: a restart repeats what was not answered. */
async function write(stream: string, seen: number): Promise<void> {
  for (let revision = seen; ;) {
    const count = 1 + ((revision + 1) % 3);
    const events = Array.from({ length: count }, (_, at) => ({
      ...anEvent({ text: 'x'.repeat(((revision + 1) * 97) % 700) }),
      id: `${stream} ${revision + 1 + at}`,
    }));
    const result = await log.append(stream, revision, events);
    if (result.outcome === 'conflict') throw new Error(`${stream} has another writer.`);
    revision = result.revision;
    say(`${stream} ${revision} ${result.position}`);
  }
}

const seen = JSON.parse(acknowledged) as Record<string, number>;
const streams = Array.from({ length: 64 }, (_, at) => `plan-${at}`);
await Promise.all(streams.map((stream) => write(stream, seen[stream] ?? -1)));
