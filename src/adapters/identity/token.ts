import { createHash, randomBytes } from 'node:crypto';
import type { Caller, Role } from '../../domain/authority.js';
import { isCode } from '../../domain/identifiers.js';

/** What is kept of a token; the token itself is shown once and never stored. */
export type TokenRecord = {
  readonly id: string;
  readonly role: Role;
  /** Codes of the organizations its holder belongs to. */
  readonly organizations: readonly string[];
  /** Whom or what it was issued to, for the list. */
  readonly label: string | null;
  /** Instants, ISO 8601 in UTC. */
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
};

/** What a token is issued for. */
export type TokenRequest = {
  readonly role: Role;
  readonly organizations: readonly string[];
  readonly label?: string;
  /** Default 90 days, at most ten years. */
  readonly validMs?: number;
};

const prefix = 'jalon_';

/** Whether a token says that it was issued here. */
export const isEmbeddedToken = (token: string): boolean => token.startsWith(prefix);

const secretBytes = 32;
const pattern = /^jalon_[A-Za-z0-9_-]{43}$/;
const dayMs = 86_400_000;
const defaultValidMs = 90 * dayMs;
/** Longest life of a token, in milliseconds. */
export const validMsMax = 3_653 * dayMs;

/** SHA-256 of a token, by which it is found; undefined when it is none of ours. */
export const hashToken = (token: string): Uint8Array | undefined =>
  pattern.test(token) ? createHash('sha256').update(token).digest() : undefined;

/**
 * Makes a token of 256 random bits.
 * @throws RangeError for a role without the organization it is bound to, or another life
 */
export function newToken(request: TokenRequest, now: Date) {
  const { role, organizations, label = null, validMs = defaultValidMs } = request;
  const isFree = role === 'administrator' || role === 'public';
  if (organizations.length === 0 && !isFree)
    throw new RangeError(`The role ${role} needs an organization.`);
  const malformed = organizations.find((organization) => !isCode(organization));
  if (malformed !== undefined)
    throw new RangeError(`"${malformed.slice(0, 100)}" is not the code of an organization.`);
  if (!Number.isSafeInteger(validMs) || validMs <= 0 || validMs > validMsMax)
    throw new RangeError('A token is valid for at most ten years.');
  const token = prefix + randomBytes(secretBytes).toString('base64url');
  const record: TokenRecord = {
    id: randomBytes(6).toString('hex'),
    role,
    organizations: [...new Set(organizations)],
    label,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + validMs).toISOString(),
    revokedAt: null,
  };
  return { token, hash: hashToken(token) as Uint8Array, record };
}

/** Who shows a token; undefined once it has expired or was revoked. */
export function callerOf(record: TokenRecord, now: Date): Caller | undefined {
  const { id, role, organizations, revokedAt, expiresAt } = record;
  if (revokedAt !== null || expiresAt <= now.toISOString()) return undefined;
  return { actor: `token:${id}`, role, organizations };
}
