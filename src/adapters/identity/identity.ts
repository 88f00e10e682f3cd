import type { Caller } from '../../domain/authority.js';

/** It cannot be told just now whether a token is good: those who vouch for it do not answer. */
export class IdentityUnavailable extends Error {
  override readonly name = 'IdentityUnavailable';
}

/** Tells who sends a request, by the bearer token it carries. */
export type Identity = {
  /**
   * The caller; undefined for a token that is malformed, unknown, expired or revoked.
   * @throws IdentityUnavailable
   */
  authenticate(token: string): Promise<Caller | undefined>;
};
