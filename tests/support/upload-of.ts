import type { NewUpload } from '../../src/adapters/import-store/import-store.js';

/** A file that arrives at once. */
export const uploadOf = (name: string, bytes: Uint8Array): NewUpload => ({
  name,
  bytesMax: bytes.length,
  chunks: [bytes],
});
