import { statSync } from 'node:fs';
import { join } from 'node:path';
import { openLogReader } from '../../src/adapters/event-log/sqlite/open-log-reader.js';
import { openFeed } from '../../src/adapters/read-models/sqlite/log-feed.js';
import { rebuildViews } from '../../src/adapters/read-models/sqlite/rebuild-views.js';
import { servingFile } from '../../src/adapters/read-models/sqlite/views-folder.js';
import { projections } from '../../src/projections/projections.js';
import type { StoredViews } from './stored-views.js';

/** Views in a file of a data folder. */
export function sqliteViews(folder: string): StoredViews {
  const [directory, logFile] = [join(folder, 'views'), join(folder, 'log.db')];
  const file = (): string => servingFile(directory) ?? '';
  return {
    settings: {},
    rebuild: (onProgress) =>
      rebuildViews({
        directory,
        logFile,
        onProgress: ({ position }) => onProgress(position),
      }),
    async catchUp() {
      const reader = openLogReader(logFile);
      using feed = openFeed(file(), reader, projections);
      const from = feed.position();
      const start = performance.now();
      while (feed.feed() !== undefined);
      const milliseconds = performance.now() - start;
      reader.close();
      return (1_000 * milliseconds) / (feed.position() - from);
    },
    bytes: async () => statSync(file()).size,
    async [Symbol.asyncDispose]() {},
  };
}
