import type { Role } from '../authority.js';
import { command, type CommandInput } from '../command.js';
import type { StreamName } from '../identifiers.js';
import * as decisions from './decide.js';
import { importAttempt, type ImportResult } from './state.js';

/** Who may import a file at all; each of its rows is decided for itself besides. */
export const importRoles: readonly Role[] = [
  'municipal-editor',
  'municipal-approver',
  'ministry-analyst',
  'administrator',
];

/** Input of `beginImport`. The same key with the same file is the same attempt. */
export type BeginImportInput = CommandInput &
  decisions.ImportDetails & { readonly organization: string };

/** Notes that an organization is about to import a file. */
export const beginImport = command({
  name: 'beginImport',
  noun: importAttempt,
  roles: importRoles,
  parties: ({ organization }: BeginImportInput) => [organization],
  target: (_, around) => around.deriveId('import') as StreamName,
  decide: (input) => decisions.beginImport(input),
});

/** Input of `finishImport`. */
export type FinishImportInput = CommandInput & ImportResult & { readonly importId: string };

/** Notes what became of a file. */
export const finishImport = command({
  name: 'finishImport',
  noun: importAttempt,
  roles: importRoles,
  async parties({ importId }: FinishImportInput, around) {
    const { state } = await around.read(importAttempt, importId);
    return state.status === 'none' ? [] : [state.organization];
  },
  target: ({ importId }) => importId as StreamName,
  decide: (input) => decisions.finishImport(input),
});
