import { v7 } from 'uuid';
import type { EventLog } from '../../../../src/domain/event-log.js';
import {
  openEsdbEventLog,
  type EsdbEventLogOptions,
} from '../../../../src/adapters/event-log/esdb/open-esdb-event-log.js';

/** Opens a log among streams of its own, which no other test and no other program has. */
export const temporaryEsdbLog = (
  connectionString: string,
  options: Partial<EsdbEventLogOptions> = {},
): Promise<EventLog> =>
  openEsdbEventLog({
    connectionString,
    answerMsMax: 30_000,
    prefix: `test_${v7().replaceAll('-', '')}_`,
    ...options,
  });
