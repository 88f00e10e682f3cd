import type { Identity } from './identity.js';
import { callerOf, hashToken, newToken, type TokenRecord, type TokenRequest } from './token.js';

/** Where the records of tokens are kept. */
export type TokenStore = {
  insert(hash: Uint8Array, record: TokenRecord): Promise<void>;
  /** @throws IdentityUnavailable when it cannot be told */
  find(hash: Uint8Array): Promise<TokenRecord | undefined>;
  /** False when there is no such token, or it was revoked before. */
  revoke(id: string, revokedAt: string): Promise<boolean>;
  /** All tokens ever issued, oldest first. */
  list(): Promise<readonly TokenRecord[]>;
  close(): Promise<void>;
};

/** A token, which is shown once, and what is kept of it. */
export type NewToken = { readonly token: string; readonly record: TokenRecord };

/** The identity that the hub itself keeps: tokens of the `jalon token` command. */
export type EmbeddedIdentity = Identity & {
  /** Makes a token, which cannot be read again. @throws RangeError */
  issueToken(request: TokenRequest): Promise<NewToken>;
  /** Revokes a token by its id; false when there is none that is not revoked yet. */
  revokeToken(id: string): Promise<boolean>;
  listTokens(): Promise<readonly TokenRecord[]>;
  close(): Promise<void>;
};

/**
 * Builds the identity over a store. A token is found by its hash, so how long a lookup takes
 * tells nothing about the token.
 */
export function embeddedIdentity(store: TokenStore, now = () => new Date()): EmbeddedIdentity {
  return {
    async authenticate(token) {
      const hash = hashToken(token);
      const record = hash && (await store.find(hash));
      return record && callerOf(record, now());
    },
    async issueToken(request) {
      const { token, hash, record } = newToken(request, now());
      await store.insert(hash, record);
      return { token, record };
    },
    revokeToken: (id) => store.revoke(id, now().toISOString()),
    listTokens: () => store.list(),
    close: () => store.close(),
  };
}
