import { openEsdbEventLog } from '../adapters/event-log/esdb/open-esdb-event-log.js';
import { openMemoryEventLog } from '../adapters/event-log/memory/open-memory-event-log.js';
import { openSqliteEventLog } from '../adapters/event-log/sqlite/open-sqlite-event-log.js';
import { EventLogUnavailable, type EventLog } from '../domain/event-log.js';
import type { Configuration } from './configuration.js';

/** The settings of the log. */
export type LogConfiguration = Pick<
  Configuration,
  'eventLog' | 'logWalBytesMax' | 'esdbUrl' | 'esdbPrefix' | 'esdbMsMax'
>;

const pageBytes = 4_096;

/**
 * Opens the log that is configured.
 * @param file the SQLite file, when the log is in one
 * @param readOnly for a look beside the process that writes the file
 * @throws EventLogUnavailable when it cannot be used
 */
export async function openLog(
  configuration: LogConfiguration,
  file: string,
  readOnly = false,
): Promise<EventLog> {
  const { eventLog, logWalBytesMax, esdbUrl, esdbPrefix, esdbMsMax } = configuration;
  if (eventLog === 'memory') return openMemoryEventLog();
  if (eventLog === 'sqlite')
    return openSqliteEventLog({
      file,
      readOnly,
      maxWalPages: Math.ceil(logWalBytesMax / pageBytes),
    });
  if (esdbUrl === undefined) throw new EventLogUnavailable('ESDB_URL is not set.');
  return openEsdbEventLog({
    connectionString: esdbUrl,
    prefix: esdbPrefix,
    answerMsMax: esdbMsMax,
  });
}
