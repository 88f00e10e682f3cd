import { createHash, randomBytes } from 'node:crypto';
import {
  arrivalMs,
  type Chunks,
  type ImportStore,
  type ImportStoreLimits,
} from './import-store.js';
import { turnsInProcess } from './turns-in-process.js';

type Waiting = {
  readonly organization: string;
  readonly name: string;
  /** What it may have while it arrives, when nobody knows its id. */
  readonly length: number;
  readonly chunks: readonly Uint8Array[];
  readonly until: number;
};

async function arrived(chunks: Chunks): Promise<readonly Uint8Array[]> {
  const read: Uint8Array[] = [];
  for await (const chunk of chunks) read.push(chunk);
  return read;
}

const lengthOf = (chunks: readonly Uint8Array[]): number =>
  chunks.reduce((sum, { length }) => sum + length, 0);

/** Drops the oldest reports, the newest never. */
function makeRoom(reports: Map<string, Uint8Array>, bytesMax: number): void {
  let total = [...reports.values()].reduce((sum, { length }) => sum + length, 0);
  for (const [hash, { length }] of reports) {
    if (total <= bytesMax || reports.size === 1) return;
    reports.delete(hash);
    total -= length;
  }
}

function memoryUploads(
  { uploadsBytesMax, uploadMs }: ImportStoreLimits,
  nowMs: () => number,
): Pick<ImportStore, 'keepUpload' | 'upload'> {
  const uploads = new Map<string, Waiting>();
  const expire = (): void => {
    for (const [id, { until }] of uploads) if (until <= nowMs()) uploads.delete(id);
  };
  return {
    async keepUpload(organization, { name, bytesMax, chunks: arriving }) {
      expire();
      const own = [...uploads.values()].filter((each) => each.organization === organization);
      const kept = own.reduce((sum, { length }) => sum + length, 0);
      if (kept + bytesMax > uploadsBytesMax) return undefined;
      const id = randomBytes(16).toString('hex');
      const about = { organization, name };
      uploads.set(id, { ...about, length: bytesMax, chunks: [], until: nowMs() + arrivalMs });
      try {
        const chunks = await arrived(arriving);
        const until = nowMs() + uploadMs;
        uploads.set(id, { ...about, length: lengthOf(chunks), chunks, until });
        return id;
      } catch (error) {
        uploads.delete(id);
        throw error;
      }
    },
    async upload(organization, id) {
      expire();
      const found = uploads.get(id);
      return found?.organization === organization ? found : undefined;
    },
  };
}

/**
 * Keeps uploads and reports as long as the process lives, for a hub in memory.
 * @param nowMs milliseconds since 1970
 */
export function memoryImportStore(limits: ImportStoreLimits, nowMs: () => number): ImportStore {
  const reports = new Map<string, Uint8Array>();
  return {
    ...memoryUploads(limits, nowMs),
    async keepReport(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      if (!reports.has(hash)) reports.set(hash, bytes);
      makeRoom(reports, limits.reportsBytesMax);
      return hash;
    },
    report: async (hash) => reports.get(hash),
    takeTurn: turnsInProcess(),
    close: async () => undefined,
  };
}
