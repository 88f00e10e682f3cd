/** What a person may do in the hub. Every role but `administrator` is bound to organizations. */
export const roles = [
  'public',
  'partner',
  'municipal-editor',
  'municipal-approver',
  'ministry-analyst',
  'ministry-reviewer',
  'regional-adviser',
  'researcher',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** Who gives a command or asks a question, as established by the identity port. */
export type Caller = {
  /** Stable identifier of the person or token; "public" without a token. */
  readonly actor: string;
  readonly role: Role;
  /** Codes of the organizations the caller belongs to. */
  readonly organizations: readonly string[];
  /** The organization the caller asks to act for, when it has the choice. */
  readonly actingFor?: string;
};

/** A caller without a token. */
export const publicCaller: Caller = { actor: 'public', role: 'public', organizations: [] };

/** Roles that act for the province and need not be party to a plan or a commitment. */
const provincialRoles: ReadonlySet<Role> = new Set<Role>([
  'ministry-analyst',
  'ministry-reviewer',
  'administrator',
]);

/** Who may give a command: one of the roles and, unless provincial, a party to its subject. */
export type Authority = {
  readonly roles: readonly Role[];
  /** Codes of the organizations concerned; empty where only provincial roles may act. */
  readonly parties: readonly string[];
};

/**
 * The one place where scope is checked: the organization the caller acts for in a command,
 * or undefined when the command is denied. A deny is the default.
 */
export function actingOrganization(caller: Caller, authority: Authority): string | undefined {
  if (!authority.roles.includes(caller.role)) return undefined;
  const { actingFor, organizations } = caller;
  if (caller.role === 'administrator') return actingFor ?? organizations[0];
  const own =
    actingFor === undefined ? organizations : organizations.filter((o) => o === actingFor);
  if (provincialRoles.has(caller.role)) return own[0];
  return own.find((organization) => authority.parties.includes(organization));
}

/**
 * True when the caller may read a number that is not released: the ministry, an administrator,
 * or the body itself. Indicators whose source is public are open to all.
 */
export function mayReadLive(caller: Caller, openToAll: boolean, organization?: string): boolean {
  if (openToAll || provincialRoles.has(caller.role)) return true;
  const isMember = organization !== undefined && caller.organizations.includes(organization);
  return isMember && caller.role !== 'public' && caller.role !== 'researcher';
}
