import type { Identity } from './identity.js';
import { isEmbeddedToken } from './token.js';

/**
 * Sends each token to the identity that issued or trusts it: those of this machine are told by
 * their prefix. A kind that is not given is not accepted.
 */
export const severalIdentities = (
  embedded: Identity | undefined,
  provider: Identity | undefined,
): Identity => ({
  authenticate: async (token) =>
    (isEmbeddedToken(token) ? embedded : provider)?.authenticate(token),
});
