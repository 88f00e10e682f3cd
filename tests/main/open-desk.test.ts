import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { AppendTooLarge, noStream } from '../../src/domain/event-log.js';
import { readConfiguration } from '../../src/main/configuration.js';
import { foldersOf, openDesk } from '../../src/main/open-desk.js';
import { aStream, anEvent, events } from '../adapters/event-log/sample-events.js';
import { deliveredCodeLists } from '../support/code-lists.js';

it('counts what the log failed, but not what it is given in smaller parts', async () => {
  const reading = readConfiguration({ JALON_EVENT_LOG: 'memory' });
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  const folder = mkdtempSync(join(tmpdir(), 'jalon-desk-'));
  const counts = { appended: 0, failed: 0 };
  const desk = await openDesk(reading.configuration, foldersOf(folder), deliveredCodeLists, {
    appended: () => void (counts.appended += 1),
    appendFailed: () => void (counts.failed += 1),
    destroyed: () => undefined,
  });
  const tooLarge = [anEvent({ text: 'x'.repeat(1_100_000) })];
  await expect(desk.log.append(aStream(), noStream, tooLarge)).rejects.toThrow(AppendTooLarge);
  expect(counts).toEqual({ appended: 0, failed: 0 });
  await desk.log.append(aStream(), noStream, events(1));
  await desk.close();
  await expect(desk.log.append(aStream(), noStream, events(1))).rejects.toThrow();
  expect(counts).toEqual({ appended: 1, failed: 1 });
  rmSync(folder, { recursive: true });
});
