import type { CodeListVersion } from '../code-lists.js';
import { command, type CommandInput } from '../command.js';
import { codeListStream } from '../identifiers.js';
import * as decisions from './decide.js';
import { codeList } from './state.js';

/** Publishes the next version of a code list, used by decisions from a day on. */
export const publishCodeListVersion = command({
  name: 'publishCodeListVersion',
  noun: codeList,
  roles: ['ministry-analyst', 'administrator'],
  parties: () => [],
  target: () => codeListStream,
  decide: (input: PublishCodeListVersionInput, { codeLists, today }) =>
    decisions.publishCodeListVersion({ ...input, codeLists, today }),
});
export type PublishCodeListVersionInput = CommandInput &
  CodeListVersion & { readonly scheme: string };
