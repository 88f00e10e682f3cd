import type { ImportOrder } from '../adapters/cli/cli-actions.js';
import { importObservations } from '../adapters/imports/import-observations.js';
import type { ImportPorts, ImportResult } from '../adapters/imports/import-request.js';
import { publishedCodeLists } from '../domain/code-list/published.js';
import type { CodeLists } from '../domain/code-lists.js';
import { messageOf } from '../graphql/refusals.js';
import type { Configuration } from './configuration.js';
import { readDeliveredCodeLists } from './delivered-data.js';
import { namedOrganizations } from './named-organizations.js';
import { observationResult } from './observation-result.js';
import { operator, recordFileImport } from './record-file-import.js';
import { clock, foldersOf, openDesk, type Desk } from './open-desk.js';
import { openLog, type LogConfiguration } from './open-log.js';

/** What importing works with at a desk. */
export const importPorts = (
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
export async function openLookout(
  configuration: LogConfiguration,
  file: string,
): Promise<Pick<Desk, 'log' | 'execute' | 'executeAll' | 'close'>> {
  const log = await openLog(configuration, file, true);
  const refuse = () => Promise.reject(new Error('a dry run gives no command'));
  return {
    log,
    execute: refuse,
    executeAll: refuse,
    close: () => log.close(),
  };
}

async function run(
  configuration: Configuration,
  desk: Pick<Desk, 'log' | 'executeAll'>,
  codeLists: CodeLists,
  order: ImportOrder,
): Promise<ImportResult> {
  return importObservations(importPorts(desk, codeLists), {
    ...order,
    caller: operator,
    bytesMax: configuration.importBytesMax,
    rowsMax: configuration.importRowsMax,
    workFolder: foldersOf(configuration.dataDir).data,
  });
}

/** Imports a file into the log, or tells what importing it would do. */
export async function importFile(
  configuration: Configuration,
  order: ImportOrder,
): Promise<ImportResult> {
  const folders = foldersOf(configuration.dataDir);
  const codeLists = await readDeliveredCodeLists();
  const { file, mapping, dryRun } = order;
  const desk = dryRun
    ? await openLookout(configuration, folders.log)
    : await openDesk(configuration, folders, codeLists);
  try {
    const current = await publishedCodeLists(desk.log)(codeLists);
    if (dryRun) return await run(configuration, desk, current, order);
    const about = { kind: 'OBSERVATIONS', file, mapping } as const;
    return await recordFileImport(configuration, desk, about, async () => {
      const imported = await run(configuration, desk, current, order);
      return { imported, ...observationResult(imported, false) };
    });
  } finally {
    await desk.close();
  }
}
