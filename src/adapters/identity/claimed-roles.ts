import { isRole } from '../../domain/authority.js';
import { isCode } from '../../domain/identifiers.js';
import type { ClaimedRole } from '../../domain/person/held-roles.js';

/** Which claims say what somebody is, and what their values mean here. */
export type ClaimMapping = {
  /** Claim that names roles; without it no token gives a role. */
  readonly roleClaim?: string | undefined;
  /** Claim that names organizations, in each of which the roles are held. */
  readonly organizationClaim?: string | undefined;
  /** Roles by the provider's names; a name that is not here stands for the role of that name. */
  readonly roleMap: ReadonlyMap<string, string>;
  /** Codes of organizations by the provider's names, likewise. */
  readonly organizationMap: ReadonlyMap<string, string>;
};

type Claims = Readonly<Record<string, unknown>>;

const longestList = 1_000;

/** A claim by its name, which may itself hold dots, or by the path to it. */
function valueOf(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  let value: unknown = claims;
  for (const part of name.split('.')) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, part))
      return undefined;
    value = (value as Claims)[part];
  }
  return value;
}

/** The texts of a claim: one, a list, or several with spaces between them. */
function textsOf(claims: Claims, name: string | undefined): readonly string[] {
  if (name === undefined) return [];
  const value = valueOf(claims, name);
  if (typeof value === 'string') return value.split(' ').filter((text) => text !== '');
  if (!Array.isArray(value)) return [];
  return value.filter((text) => typeof text === 'string').slice(0, longestList);
}

/** The roles a token claims. What names no role or no organization claims nothing. */
export function claimedRoles(claims: Claims, mapping: ClaimMapping): readonly ClaimedRole[] {
  const { roleClaim, organizationClaim, roleMap, organizationMap } = mapping;
  const roles = textsOf(claims, roleClaim).map((name) => roleMap.get(name) ?? name);
  const organizations = textsOf(claims, organizationClaim)
    .map((name) => organizationMap.get(name) ?? name)
    .filter(isCode);
  return roles
    .filter(isRole)
    .flatMap((role) => organizations.map((organization) => ({ role, organization })));
}
