import { createHash, randomBytes } from 'node:crypto';
import type { ImportStore, ImportStoreLimits, Upload } from './import-store.js';

type Waiting = { readonly organization: string; readonly upload: Upload; readonly until: number };

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
    keepUpload(organization, upload) {
      expire();
      const own = [...uploads.values()].filter((each) => each.organization === organization);
      const kept = own.reduce((sum, each) => sum + each.upload.bytes.length, 0);
      if (kept + upload.bytes.length > uploadsBytesMax) return undefined;
      const id = randomBytes(16).toString('hex');
      uploads.set(id, { organization, upload, until: nowMs() + uploadMs });
      return id;
    },
    upload(organization, id) {
      expire();
      const found = uploads.get(id);
      return found?.organization === organization ? found.upload : undefined;
    },
    keepReport(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      if (!reports.has(hash)) reports.set(hash, bytes);
      makeRoom(reports, reportsBytesMax);
      return hash;
    },
    report: (hash) => reports.get(hash),
    close: () => undefined,
  };
}
