import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importInThread } from '../../../src/adapters/imports/import-in-thread.js';
import type { ImportRequest } from '../../../src/adapters/imports/import-request.js';
import { administrator } from '../../support/command-desk.js';
import { importDesk, populationMapping } from './import-desk.js';

let desk: Awaited<ReturnType<typeof importDesk>>;
beforeEach(async () => {
  desk = await importDesk();
});
afterEach(() => desk.remove());

function request(content: string): ImportRequest {
  const [file, mapping] = [join(desk.folder, 'a.csv'), join(desk.folder, 'a.json')];
  writeFileSync(file, content);
  writeFileSync(mapping, JSON.stringify(populationMapping));
  return { file, mapping, caller: administrator, workFolder: desk.folder };
}
const good = 'code,population\n3525005,569353\n3520005,2794356\n';

describe('an import in a thread of its own', () => {
  test('comes to what an import in this one comes to, and tells how far it is', async () => {
    const phases = new Set<string>();
    const onProgress = (phase: string) => void phases.add(phase);
    const inThread = await importInThread(desk.ports, { ...request(good), onProgress });
    expect(inThread).toMatchObject({ rows: 2, recorded: 2, errors: [] });
    expect([...phases]).toEqual(['read', 'check', 'write']);
    const again = await desk.import(good);
    expect(await importInThread(desk.ports, request(good))).toEqual(again);
  });

  test('explains in both languages what the handler refuses', async () => {
    const { errors } = await importInThread(desk.ports, request('code,population\n9999999,1\n'));
    expect(errors).toMatchObject([{ line: 2, column: 'code', code: 'organization-unknown' }]);
    expect(errors[0]?.message.fr).not.toBe(errors[0]?.message.en);
  });

  test('fails as the log fails, and not before it has stopped', async () => {
    const failing = {
      ...desk.ports,
      execute: () => Promise.reject(new RangeError('the disk is full')),
    };
    await expect(importInThread(failing, request(good))).rejects.toThrow(RangeError);
  });

  test('is refused, in both languages, when it needs more memory than it may', async () => {
    const heap = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 };
    const { errors, attempts } = await importInThread(desk.ports, request(good), heap);
    expect(errors).toMatchObject([{ code: 'memory-exhausted', line: 0 }]);
    expect(attempts).toBe(0);
  });
});
