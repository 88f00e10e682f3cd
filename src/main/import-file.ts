import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportOrder } from '../adapters/cli/cli-actions.js';
import { importObservations } from '../adapters/imports/import-observations.js';
import type { ImportResult } from '../adapters/imports/import-request.js';
import type { CodeLists } from '../domain/code-lists.js';
import type { Configuration } from './configuration.js';
import { readDeliveredCodeLists } from './delivered-data.js';
import { importPorts } from './import-ports.js';
import { observationResult } from './observation-result.js';
import { operator, recordFileImport } from './record-file-import.js';
import { foldersOf, openDesk, type Desk } from './open-desk.js';
import { openLookout } from './open-lookout.js';
import type { RanImport } from './recorded-import.js';

async function run(
  configuration: Configuration,
  desk: Pick<Desk, 'log' | 'now' | 'executeAll'>,
  codeLists: CodeLists,
  order: ImportOrder & { readonly markedCopy?: string },
): Promise<ImportResult> {
  return importObservations(importPorts(desk, codeLists), {
    ...order,
    caller: operator,
    bytesMax: configuration.importBytesMax,
    rowsMax: configuration.importRowsMax,
    workFolder: foldersOf(configuration.dataDir).data,
  });
}

/** The same for an attempt, which keeps a copy of the file with its cells marked. */
async function runMarked(
  configuration: Configuration,
  desk: Pick<Desk, 'log' | 'now' | 'executeAll'>,
  codeLists: CodeLists,
  order: ImportOrder,
): Promise<RanImport & { readonly imported: ImportResult }> {
  const folder = await mkdtemp(join(tmpdir(), 'jalon-import-'));
  try {
    const markedCopy = join(folder, 'marked.xlsx');
    const imported = await run(configuration, desk, codeLists, { ...order, markedCopy });
    return { imported, ...(await observationResult(imported, false, markedCopy)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
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
    if (dryRun) return await run(configuration, desk, codeLists, order);
    const about = { kind: 'OBSERVATIONS', file, mapping } as const;
    return await recordFileImport(configuration, desk, about, () =>
      runMarked(configuration, desk, codeLists, order),
    );
  } finally {
    await desk.close();
  }
}
