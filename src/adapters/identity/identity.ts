import type { Caller } from '../../domain/authority.js';

/** Tells who sends a request, by the bearer token it carries. */
export type Identity = {
  /** The caller; undefined for a token that is malformed, unknown, expired or revoked. */
  authenticate(token: string): Promise<Caller | undefined>;
};
