import type { IncomingHttpHeaders } from 'node:http';
import { publicCaller, type Caller } from '../../domain/authority.js';
import { isCode } from '../../domain/identifiers.js';
import type { Identity } from '../identity/identity.js';
import { HttpProblem } from './http-problem.js';

/** RFC 6750: the scheme in any case, then one token. */
const bearer = /^bearer +([\w.~+/-]+=*) *$/i;

/**
 * Establishes who asks. Without an Authorization header it is the public; a token anywhere
 * else, in the query string above all, is ignored.
 * @throws HttpProblem `token-malformed`, `token-invalid`, `acting-for-invalid`
 */
export async function authenticateHeaders(
  headers: IncomingHttpHeaders,
  identity: Identity,
): Promise<Caller> {
  const { authorization, 'jalon-acting-for': actingFor } = headers;
  if (authorization === undefined) return publicCaller;
  const token = bearer.exec(authorization)?.[1];
  if (token === undefined) throw new HttpProblem('token-malformed');
  const caller = await identity.authenticate(token);
  if (caller === undefined) throw new HttpProblem('token-invalid');
  if (actingFor === undefined) return caller;
  if (typeof actingFor !== 'string' || !isCode(actingFor))
    throw new HttpProblem('acting-for-invalid');
  return { ...caller, actingFor };
}
