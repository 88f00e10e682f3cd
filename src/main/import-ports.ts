import { executeAttempts } from '../adapters/imports/execute-attempts.js';
import type { ImportPorts } from '../adapters/imports/import-request.js';
import { torontoDate } from '../domain/civil-date.js';
import { publishedCodeLists } from '../domain/code-list/published.js';
import type { CodeLists } from '../domain/code-lists.js';
import { messageOf } from '../graphql/refusals.js';
import { namedOrganizations } from './named-organizations.js';
import type { Desk } from './open-desk.js';

/** What importing observations works with at a desk. */
export const importPorts = (
  { log, now, executeAll }: Pick<Desk, 'log' | 'now' | 'executeAll'>,
  codeLists: CodeLists,
): ImportPorts => ({
  readStream: (stream) => log.readStream(stream),
  setting: async () => ({
    codeLists: await publishedCodeLists(log)(codeLists),
    today: torontoDate(now()),
  }),
  execute: executeAttempts(executeAll),
  organizations: async () => [...(await namedOrganizations(log))],
  explain: async (refusals) =>
    refusals.map((each) => ({ en: messageOf(each, 'en'), fr: messageOf(each, 'fr') })),
});
