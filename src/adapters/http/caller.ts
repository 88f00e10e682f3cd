import type { IncomingHttpHeaders } from 'node:http';
import { callerAs, publicCaller, type Caller } from '../../domain/authority.js';
import { isCode } from '../../domain/identifiers.js';
import { IdentityUnavailable, type Identity } from '../identity/identity.js';
import { HttpProblem } from './http-problem.js';

/** RFC 6750: the scheme in any case, then one token. */
const bearer = /^bearer +([\w.~+/-]+=*) *$/i;

/**
 * Establishes who asks. Without an Authorization header it is the public; a token anywhere
 * else, in the query string above all, is ignored.
 * @throws HttpProblem `token-malformed`, `token-invalid`, `acting-for-invalid`,
 * `role-not-held`, `identity-unavailable`
 */
export async function authenticateHeaders(
  headers: IncomingHttpHeaders,
  identity: Identity,
): Promise<Caller> {
  const { authorization, 'jalon-acting-for': actingFor, 'jalon-role': role } = headers;
  if (authorization === undefined) return publicCaller;
  const token = bearer.exec(authorization)?.[1];
  if (token === undefined) throw new HttpProblem('token-malformed');
  const known = await identity.authenticate(token).catch((error: unknown) => {
    throw error instanceof IdentityUnavailable ? new HttpProblem('identity-unavailable') : error;
  });
  if (known === undefined) throw new HttpProblem('token-invalid');
  if (actingFor !== undefined && (typeof actingFor !== 'string' || !isCode(actingFor)))
    throw new HttpProblem('acting-for-invalid');
  const caller = callerAs(known, { actingFor, role: role === undefined ? role : String(role) });
  if (caller === undefined) throw new HttpProblem('role-not-held');
  return caller;
}
