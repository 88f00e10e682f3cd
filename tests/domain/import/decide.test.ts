import { describe, expect, test } from '@jest/globals';
import { beginImport, finishImport } from '../../../src/domain/import/decide.js';
import { importAttempt } from '../../../src/domain/import/state.js';
import { plainText } from '../../../src/domain/text.js';
import {
  beginImport as beginCommand,
  finishImport as finishCommand,
} from '../../../src/domain/import/commands.js';
import { approver, commandDesk } from '../../support/command-desk.js';
import { scenario } from '../../support/scenario.js';

const { given } = scenario(importAttempt);
const details = { kind: 'OBSERVATIONS', fileName: 'counts.csv', fileHash: 'a'.repeat(64) } as const;
const begun = {
  type: 'ImportBegun',
  data: { ...details, fileName: plainText({ en: 'counts.csv' }), mappingHash: undefined },
} as const;
const result = {
  outcome: 'WRITTEN',
  rows: 3,
  recorded: 3,
  corrected: 0,
  same: 0,
  rejected: 0,
  reportHash: 'b'.repeat(64),
} as const;
const finished = { type: 'ImportFinished', data: result } as const;

describe('an attempt to import a file', () => {
  test('begins with the file’s name and hash', () => {
    given().when(beginImport(details)).then(begun);
  });

  test('does not begin with a name that is none', () => {
    given()
      .when(beginImport({ ...details, fileName: ' ' }))
      .thenRefused('text-required', 'input.fileName');
    given()
      .when(beginImport({ ...details, fileName: 'x'.repeat(256) }))
      .thenRefused('text-too-long');
  });

  test('is finished once', () => {
    given(begun).when(finishImport(result)).then(finished);
    given(begun, finished).when(finishImport(result)).thenRefused('import-finished');
    given().when(finishImport(result)).thenRefused('import-unknown', 'input.importId');
  });
});

describe('who may record an attempt', () => {
  test('an approver for its own body only, and only that body finishes it', async () => {
    const { execute } = commandDesk();
    const begin = { ...details, organization: '3525005', idempotencyKey: 'a' };
    expect(await execute(beginCommand, begin, approver('3506008'))).toEqual({ outcome: 'denied' });
    const accepted = await execute(beginCommand, begin, approver('3525005'));
    const importId = accepted.outcome === 'accepted' ? accepted.stream : '';
    const finish = { ...result, importId, idempotencyKey: 'b' };
    expect(await execute(finishCommand, finish, approver('3506008'))).toEqual({
      outcome: 'denied',
    });
    expect(await execute(finishCommand, finish, approver('3525005'))).toMatchObject({
      outcome: 'accepted',
    });
  });
});
