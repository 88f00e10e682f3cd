import type { Logger } from 'pino';
import type { Identity } from '../adapters/identity/identity.js';
import { oidcIdentity } from '../adapters/identity/oidc-identity.js';
import { readPersonFrom } from '../adapters/identity/read-person.js';
import { severalIdentities } from '../adapters/identity/several-identities.js';
import { signingKeys } from '../adapters/identity/signing-keys.js';
import type { Configuration } from './configuration.js';
import type { Desk } from './open-desk.js';

/** Opens what the configuration trusts: tokens of this machine, of an OpenID provider, or both. */
export function openIdentity(
  configuration: Configuration,
  embedded: Identity,
  { log, keys }: Pick<Desk, 'log' | 'keys'>,
  logger: Logger,
): Identity {
  const { oidcIssuer: issuer, localTokens } = configuration;
  const local = localTokens ? embedded : undefined;
  if (issuer === undefined) return severalIdentities(local, undefined);
  const provider = oidcIdentity({
    issuer,
    audiences: configuration.oidcAudience,
    algorithms: configuration.oidcAlgorithms,
    tokenType: configuration.oidcTokenType === 'any' ? undefined : 'at+jwt',
    clockSkewMs: configuration.oidcClockSkewMs,
    claims: {
      roleClaim: configuration.oidcRoleClaim,
      roleMap: configuration.oidcRoleMap,
      organizationClaim: configuration.oidcOrganizationClaim,
      organizationMap: configuration.oidcOrganizationMap,
    },
    keys: signingKeys({
      issuer,
      jwksUrl: configuration.oidcJwksUrl,
      freshMs: configuration.oidcKeysFreshMs,
      staleMsMax: configuration.oidcKeysStaleMsMax,
      coolDownMs: configuration.oidcCoolDownMs,
      answerMsMax: configuration.oidcAnswerMsMax,
      onFailure: (err) => logger.warn({ err, issuer }, 'the keys of the provider were not read'),
    }),
    hash: keys.hash,
    readPerson: readPersonFrom(log),
  });
  return severalIdentities(local, provider);
}
