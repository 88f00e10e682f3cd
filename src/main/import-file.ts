import type { ImportOrder } from '../adapters/cli/cli-actions.js';
import { setFlagsFromString } from 'node:v8';
import { openSqliteEventLog } from '../adapters/event-log/sqlite/open-sqlite-event-log.js';
import { importObservations } from '../adapters/imports/import-observations.js';
import type { ImportPorts, ImportResult } from '../adapters/imports/import-request.js';
import type { Caller } from '../domain/authority.js';
import type { CodeLists } from '../domain/code-lists.js';
import { messageOf } from '../graphql/refusals.js';
import type { Configuration } from './configuration.js';
import { readDeliveredCodeLists } from './delivered-data.js';
import { namedOrganizations } from './named-organizations.js';
import { clock, foldersOf, openDesk, type Desk } from './open-desk.js';

/** Whoever may type commands on the machine acts for the province. */
const operator: Caller = {
  actor: 'command line',
  role: 'administrator',
  organizations: ['solgen'],
};

const portsOf = (
  { log, executeAll }: Pick<Desk, 'log' | 'executeAll'>,
  codeLists: CodeLists,
): ImportPorts => ({
  log,
  executeAll,
  codeLists: () => codeLists,
  now: clock,
  organizations: () => namedOrganizations(log),
  explain: (refusal) => ({ en: messageOf(refusal, 'en'), fr: messageOf(refusal, 'fr') }),
});

/** A desk that can only look, which works beside a running server. */
async function openLookout(file: string): Promise<Pick<Desk, 'log' | 'executeAll' | 'close'>> {
  const log = await openSqliteEventLog({ file, readOnly: true });
  return {
    log,
    executeAll: () => Promise.reject(new Error('a dry run gives no command')),
    close: () => log.close(),
  };
}

/**
 * Keeps the memory of every thread near what it needs. Left alone, V8 gives the many short-lived
 * objects of an import ever more room before it looks for what is forgotten: twice the memory,
 * and no time gained.
 */
const stayingSmall = ['--semi-space-growth-factor=1', '--heap-growing-percent=80'] as const;

/** Imports a file into the log, or tells what importing it would do. */
export async function importFile(
  configuration: Configuration,
  { dryRun, ...order }: ImportOrder,
): Promise<ImportResult> {
  stayingSmall.forEach((flag) => setFlagsFromString(flag));
  const folders = foldersOf(configuration.dataDir);
  const codeLists = await readDeliveredCodeLists();
  const desk = dryRun
    ? await openLookout(folders.log)
    : await openDesk(configuration, folders, codeLists);
  try {
    return await importObservations(portsOf(desk, codeLists), {
      ...order,
      dryRun,
      caller: operator,
      bytesMax: configuration.importBytesMax,
      rowsMax: configuration.importRowsMax,
      workFolder: folders.data,
    });
  } finally {
    await desk.close();
  }
}
