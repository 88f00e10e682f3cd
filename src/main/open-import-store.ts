import type { ImportStore } from '../adapters/import-store/import-store.js';
import { memoryImportStore } from '../adapters/import-store/memory-import-store.js';
import { sqliteImportStore } from '../adapters/import-store/sqlite-import-store.js';
import type { Configuration } from './configuration.js';
import type { Folders } from './open-desk.js';

/** Opens the store of uploads and reports: a file beside the log, or memory beside memory. */
export function openImportStore(configuration: Configuration, { imports }: Folders): ImportStore {
  const { eventLog, importReportsBytesMax, importUploadsBytesMax, importUploadMs } = configuration;
  const limits = {
    reportsBytesMax: importReportsBytesMax,
    uploadsBytesMax: importUploadsBytesMax,
    uploadMs: importUploadMs,
  };
  if (eventLog === 'memory') return memoryImportStore(limits, Date.now);
  return sqliteImportStore(imports, limits, Date.now);
}
