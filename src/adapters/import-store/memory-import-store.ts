import { createHash, randomBytes } from 'node:crypto';
import type { ImportStore, ImportStoreLimits, NewUpload } from './import-store.js';
import { turnsInProcess } from './turns-in-process.js';

type Waiting = {
  readonly organization: string;
  readonly upload: NewUpload;
  readonly until: number;
};

/** Drops the oldest reports, the newest never. */
function makeRoom(reports: Map<string, Uint8Array>, bytesMax: number): void {
  let total = [...reports.values()].reduce((sum, { length }) => sum + length, 0);
  for (const [hash, { length }] of reports) {
    if (total <= bytesMax || reports.size === 1) return;
    reports.delete(hash);
    total -= length;
  }
}

/**
 * Keeps uploads and reports as long as the process lives, for a hub in memory.
 * @param nowMs milliseconds since 1970
 */
export function memoryImportStore(
  { reportsBytesMax, uploadsBytesMax, uploadMs }: ImportStoreLimits,
  nowMs: () => number,
): ImportStore {
  const uploads = new Map<string, Waiting>();
  const reports = new Map<string, Uint8Array>();
  const expire = (): void => {
    for (const [id, { until }] of uploads) if (until <= nowMs()) uploads.delete(id);
  };
  return {
    async keepUpload(organization, upload) {
      expire();
      const own = [...uploads.values()].filter((each) => each.organization === organization);
      const kept = own.reduce((sum, each) => sum + each.upload.bytes.length, 0);
      if (kept + upload.bytes.length > uploadsBytesMax) return undefined;
      const id = randomBytes(16).toString('hex');
      uploads.set(id, { organization, upload, until: nowMs() + uploadMs });
      return id;
    },
    async upload(organization, id) {
      expire();
      const found = uploads.get(id);
      if (found?.organization !== organization) return undefined;
      const { name, bytes } = found.upload;
      return { name, chunks: [bytes] };
    },
    async keepReport(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      if (!reports.has(hash)) reports.set(hash, bytes);
      makeRoom(reports, reportsBytesMax);
      return hash;
    },
    report: async (hash) => reports.get(hash),
    takeTurn: turnsInProcess(),
    close: async () => undefined,
  };
}
