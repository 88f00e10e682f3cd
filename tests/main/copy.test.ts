import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CommandFailed, type LogPlace } from '../../src/adapters/cli/cli-actions.js';
import { openEsdbEventLog } from '../../src/adapters/event-log/esdb/open-esdb-event-log.js';
import { noStream } from '../../src/domain/event-log.js';
import { cliActions } from '../../src/main/cli-actions.js';
import { readConfiguration } from '../../src/main/configuration.js';
import { aStream, events } from '../adapters/event-log/sample-events.js';
import { startEventServer, type EventServer } from '../support/event-server/event-server.js';
import { dataFolder } from '../support/hub-process.js';

const { folder, remove } = dataFolder();
let server: EventServer;
beforeAll(async () => {
  server = await startEventServer();
});
afterAll(async () => {
  await server.dispose();
  remove();
});

/** Copies between the logs of the folder and of an event store. */
async function copy(from: LogPlace, to: LogPlace, url = server.url): Promise<number> {
  const settings = { JALON_DATA_DIR: folder, ESDB_URL: url, JALON_ESDB_MS_MAX: '2s' };
  const reading = readConfiguration(settings);
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return cliActions(reading.configuration).copy({ from, to, onProgress: () => undefined });
}

/** What is said, in both languages, of a copy that fails. */
async function said(copying: Promise<number>): Promise<CommandFailed['sentence']> {
  const failure = await copying.catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(CommandFailed);
  return (failure as CommandFailed).sentence;
}

async function appendThere(count: number): Promise<void> {
  const log = await openEsdbEventLog({ connectionString: server.url });
  await log.append(aStream(), noStream, events(count));
  await log.close();
}

it('copies nothing to a log that holds anything else, and says from where on', async () => {
  await appendThere(2);
  expect(await copy('esdb', 'sqlite')).toBe(2);
  await appendThere(1);
  expect(await said(copy('sqlite', 'esdb'))).toEqual({
    en: 'The logs differ from position 3 on. Copy to an empty log, or go on with a copy.',
    fr: 'Les journaux diffèrent dès la position 3. Visez un journal vide ou une copie.',
  });
  expect(await copy('esdb', 'sqlite')).toBe(3);
});

it('says in both languages that a log is away, and never its password', async () => {
  const away = 'esdb://hub:hunter2@localhost:9';
  for (const sentence of [
    await said(copy('sqlite', 'esdb', away)),
    await said(copy('esdb', 'sqlite', away)),
  ]) {
    expect(sentence.en).toContain('EventStoreDB at localhost:9 did not answer within 2000 ms');
    expect(sentence.fr).toContain('EventStoreDB à localhost:9 n’a pas répondu en 2000 ms');
    expect(JSON.stringify(sentence)).not.toContain('hunter2');
  }
});
