import { statfs } from 'node:fs/promises';
import type { HttpOptions } from '../adapters/http/start-http.js';
import type { DeskWatch } from './open-desk.js';

/** What the program measures besides what HTTP does: its appends and its disk. */
export type Measurements = {
  /** Counts appends to the log, and says of those that were answered that they were. */
  watch(onAppended: () => void): Required<Pick<DeskWatch, 'appended' | 'appendFailed'>>;
  readonly readings: NonNullable<HttpOptions['readings']>;
};

/** Begins to measure. @param folder the data directory */
export function measurements(folder: string): Measurements {
  let appended = 0;
  let failed = 0;
  const bytes = async (blocks: 'blocks' | 'bavail'): Promise<number> => {
    const disk = await statfs(folder);
    return disk[blocks] * disk.bsize;
  };
  return {
    watch: (onAppended) => ({
      appended() {
        appended += 1;
        onAppended();
      },
      appendFailed: () => void (failed += 1),
    }),
    readings: {
      gauges: {
        jalon_data_dir_bytes: ['Size of the disk of the data folder.', () => bytes('blocks')],
        jalon_data_dir_free_bytes: ['What of it is free for the hub.', () => bytes('bavail')],
      },
      counters: {
        jalon_appends_total: ['Appends that the log answered.', () => appended],
        jalon_append_failures_total: ['Appends that the log failed.', () => failed],
      },
    },
  };
}
