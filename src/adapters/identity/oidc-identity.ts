import { errors, jwtVerify, type JWTPayload } from 'jose';
import { callerWith } from '../../domain/authority.js';
import { torontoDate } from '../../domain/civil-date.js';
import { heldRoles } from '../../domain/person/held-roles.js';
import { personId } from '../../domain/person/person-id.js';
import type { PersonState } from '../../domain/person/state.js';
import type { TextKeys } from '../../domain/text-keys.js';
import { claimedRoles, type ClaimMapping } from './claimed-roles.js';
import type { Identity } from './identity.js';
import type { SigningKeys } from './signing-keys.js';

/** What is trusted, and how its tokens are read. */
export type OidcOptions = {
  readonly issuer: string;
  /** A token is for one of these, or it is refused. */
  readonly audiences: readonly string[];
  /** Signatures that are accepted; asymmetric ones alone. */
  readonly algorithms: readonly string[];
  /** `at+jwt` (RFC 9068); undefined accepts access tokens that do not say what they are. */
  readonly tokenType?: 'at+jwt' | undefined;
  readonly clockSkewMs: number;
  readonly claims: ClaimMapping;
  readonly keys: SigningKeys;
  readonly hash: TextKeys['hash'];
  /** What the hub decided about a person, as the log has it now. */
  readonly readPerson: (id: string) => Promise<PersonState>;
  readonly now?: () => Date;
};

/** OpenID Connect allows subjects of at most 255 characters. */
const longestSubject = 255;

/**
 * The identity of people who sign in elsewhere: access tokens of one OpenID provider, as signed
 * JWTs. Nothing is asked of the provider for a token whose key is known. A person without a
 * role is the public with a name of its own.
 */
export function oidcIdentity(options: OidcOptions): Identity {
  const { issuer, audiences, algorithms, tokenType, clockSkewMs, keys, hash } = options;
  const { claims, readPerson, now = () => new Date() } = options;

  async function verified(token: string): Promise<JWTPayload | undefined> {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience: [...audiences],
        algorithms: [...algorithms],
        clockTolerance: clockSkewMs / 1_000,
        currentDate: now(),
        requiredClaims: ['sub', 'exp', 'iat'],
        ...(tokenType !== undefined && { typ: tokenType }),
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }

  return {
    async authenticate(token) {
      const payload = await verified(token);
      const subject = payload?.sub;
      if (payload === undefined || typeof subject !== 'string') return undefined;
      if (subject === '' || subject.length > longestSubject) return undefined;
      const id = personId(hash, issuer, subject);
      const today = torontoDate(now().toISOString());
      return callerWith(id, heldRoles(await readPerson(id), claimedRoles(payload, claims), today));
    },
  };
}
