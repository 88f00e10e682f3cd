import type { JWK } from 'jose';
import { providerMemory } from './provider-memory.js';

/** Name of the hub at the provider, and what may be asked of it. */
export const audience = 'urn:jalon';
export const scope = 'jalon';
export const callbackUrl = 'http://127.0.0.1:1/signed-in';

const signing = { id_token_signed_response_alg: 'ES256' };

/**
 * A provider whose access tokens are signed JWTs for the hub (RFC 9068). What accounts are is
 * told by the claims handed in.
 */
export const providerSettings = (
  keys: readonly JWK[],
  claimsOf: (account: string) => object,
): object => ({
  adapter: providerMemory(),
  jwks: { keys },
  cookies: { keys: ['of a test'] },
  clients: [
    {
      client_id: 'console',
      token_endpoint_auth_method: 'none',
      application_type: 'native',
      redirect_uris: [callbackUrl],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      ...signing,
    },
    {
      client_id: 'importer',
      client_secret: 'of a test',
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
      ...signing,
    },
  ],
  scopes: ['openid', scope],
  findAccount: (_: unknown, accountId: string) => ({
    accountId,
    claims: () => ({ sub: accountId }),
  }),
  extraTokenClaims: (_: unknown, { accountId = 'importer' }: { accountId?: string }) =>
    claimsOf(accountId),
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => audience,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope,
        audience,
        accessTokenFormat: 'jwt',
        accessTokenTTL: 300,
        jwt: { sign: { alg: 'ES256' } },
      }),
    },
  },
  interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
  ttl: {
    Session: 600,
    Grant: 600,
    Interaction: 600,
    AccessToken: 300,
    IdToken: 300,
    ClientCredentials: 300,
  },
});
