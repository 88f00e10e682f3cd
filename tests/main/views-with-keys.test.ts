import { expect, test } from '@jest/globals';
import { openMemoryEventLog } from '../../src/adapters/event-log/memory/open-memory-event-log.js';
import { DatabaseUnavailable } from '../../src/adapters/postgres/database-failures.js';
import { openMemoryReadModels } from '../../src/adapters/read-models/memory/open-memory-read-models.js';
import { memoryTextKeys } from '../../src/adapters/text-keys/memory-text-keys.js';
import { plainText } from '../../src/domain/text.js';
import { viewsWithKeys } from '../../src/main/views-with-keys.js';
import { append, id, ontario, planOpened } from '../support/events.js';

test('a redaction whose node died before it destroyed the key is finished by another', async () => {
  const log = openMemoryEventLog();
  const views = openMemoryReadModels({ log });
  const keys = memoryTextKeys();
  const [text] = await keys.seal([plainText({ en: 'Zebediah Quackenbush' })]);
  const destroyed = Promise.withResolvers<readonly string[]>();
  const destroy = async (ids: readonly string[]): Promise<void> => {
    await keys.destroy(ids);
    destroyed.resolve(ids);
  };
  viewsWithKeys(views, { ...keys, destroy, fresh: async () => undefined });
  const redacted = { keys: [text?.key], authority: 's. 14', reason: plainText({ en: 'A name' }) };
  await append(log, planOpened(id('plan', 0), [ontario.hamilton]), {
    stream: id('plan', 0),
    type: 'TextRedacted',
    data: redacted as never,
  });
  expect(await destroyed.promise).toEqual([text?.key]);
  expect(keys.open([text as never])).toEqual([undefined]);
  await views.close();
  await log.close();
});

test('no snapshot is given out whose texts might read as redacted because keys are away', async () => {
  const log = openMemoryEventLog();
  const views = openMemoryReadModels({ log });
  const fresh = () => Promise.reject(new DatabaseUnavailable('away'));
  const guarded = viewsWithKeys(views, { ...memoryTextKeys(), fresh });
  await expect(guarded.snapshot()).rejects.toMatchObject({ name: 'ReadModelsUnavailable' });
  await views.close();
  await log.close();
});
