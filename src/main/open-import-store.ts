import type { ImportStore } from '../adapters/import-store/import-store.js';
import { memoryImportStore } from '../adapters/import-store/memory-import-store.js';
import { openPostgresImportStore } from '../adapters/import-store/open-postgres-import-store.js';
import { sqliteImportStore } from '../adapters/import-store/sqlite-import-store.js';
import type { Configuration } from './configuration.js';
import { databaseOf } from './database-of.js';
import type { Folders } from './open-desk.js';

/**
 * Opens the store of uploads and reports: in the database where views are in one, a file beside
 * the log, or memory beside memory.
 * @throws DatabaseUnavailable
 */
export async function openImportStore(
  configuration: Configuration,
  { imports }: Folders,
): Promise<ImportStore> {
  const { eventLog, importReportsBytesMax, importUploadsBytesMax, importUploadMs } = configuration;
  const limits = {
    reportsBytesMax: importReportsBytesMax,
    uploadsBytesMax: importUploadsBytesMax,
    uploadMs: importUploadMs,
  };
  if (configuration.readModels === 'postgres')
    return openPostgresImportStore(databaseOf(configuration), limits, Date.now);
  if (eventLog === 'memory') return memoryImportStore(limits, Date.now);
  return sqliteImportStore(imports, limits, Date.now);
}
