import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { openMemoryEventLog } from '../../../src/adapters/event-log/memory/open-memory-event-log.js';
import { openMemoryReadModels } from '../../../src/adapters/read-models/memory/open-memory-read-models.js';
import { EventLogUnavailable } from '../../../src/domain/event-log.js';
import * as tell from '../../support/events.js';
import { append } from '../../support/events.js';
import { readModelsContract } from './contract.js';

async function open() {
  const log = openMemoryEventLog();
  return { log, readModels: openMemoryReadModels({ log }) };
}

readModelsContract('memory', open, async () => undefined);

test('views in memory are fed on when a log that failed works again', async () => {
  const log = openMemoryEventLog();
  let failures = 2;
  const readModels = openMemoryReadModels({
    log: {
      ...log,
      subscribe(...asked) {
        if (failures-- > 0) throw new EventLogUnavailable('The log is away.');
        return log.subscribe(...asked);
      },
    },
  });
  while (readModels.failure() === undefined) await pause(1);
  while (readModels.failure() !== undefined) await pause(10);
  const position = await append(log, tell.registered('3525005', 'Hamilton'));
  expect(await readModels.reached(position, 10_000)).toBe(true);
  await readModels.close();
});
