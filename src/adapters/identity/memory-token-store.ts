import type { TokenStore } from './embedded-identity.js';
import type { TokenRecord } from './token.js';

/** Keeps tokens as long as the process lives, for tests and for a hub in memory. */
export function memoryTokenStore(): TokenStore {
  const byHash = new Map<string, TokenRecord>();
  const name = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');
  return {
    insert: async (hash, record) => void byHash.set(name(hash), record),
    find: async (hash) => byHash.get(name(hash)),
    async revoke(id, revokedAt) {
      for (const [hash, record] of byHash)
        if (record.id === id && record.revokedAt === null)
          return byHash.set(hash, { ...record, revokedAt }) === byHash;
      return false;
    },
    list: async () => [...byHash.values()],
    close: async () => undefined,
  };
}
