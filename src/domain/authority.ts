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

/** A role, and the codes of the organizations in which somebody holds it. */
export type Membership = { readonly role: Role; readonly organizations: readonly string[] };

/**
 * Who gives a command or asks a question, as established by the identity port. A request is
 * made in one role, even by somebody who holds several.
 */
export type Caller = {
  /** Stable identifier of the person or token; "public" without a token. */
  readonly actor: string;
  readonly role: Role;
  /** Codes of the organizations the caller belongs to. */
  readonly organizations: readonly string[];
  /** The organization the caller asks to act for, when it has the choice. */
  readonly actingFor?: string;
  /** Codes of the bodies it reads for besides: of its region, and those whose place it took. */
  readonly readsFor?: readonly string[];
  /** Every role the caller could have asked in, the farthest-reaching first. */
  readonly memberships?: readonly Membership[];
};

/** A caller without a token. */
export const publicCaller: Caller = { actor: 'public', role: 'public', organizations: [] };

/** Whether a text names a role. */
export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);

// From the one that may do most to the one that may do least.
const byReach: readonly Role[] = [
  'administrator',
  'ministry-reviewer',
  'ministry-analyst',
  'municipal-approver',
  'municipal-editor',
  'regional-adviser',
  'partner',
  'researcher',
  'public',
];

/** A person with the roles that person holds, asking in the farthest-reaching one. */
export function callerWith(actor: string, held: readonly Membership[]): Caller {
  const memberships = byReach.flatMap((role) => {
    const organizations = held.filter((each) => each.role === role).flatMap((m) => m.organizations);
    return organizations.length === 0 ? [] : [{ role, organizations: [...new Set(organizations)] }];
  });
  const { role, organizations } = memberships[0] ?? publicCaller;
  return { actor, role, organizations, memberships };
}

/**
 * The caller in the role and for the organization asked for. Without a role it is one held in
 * that organization, where there is one.
 * @returns undefined when the caller does not hold the role
 */
export function callerAs(
  caller: Caller,
  asked: { readonly role?: string | undefined; readonly actingFor?: string | undefined },
): Caller | undefined {
  const { actingFor } = asked;
  const held = (caller.memberships ?? [caller]).filter(
    ({ role }) => asked.role === undefined || role === asked.role,
  );
  const membership =
    held.find(({ organizations }) => actingFor && organizations.includes(actingFor)) ?? held[0];
  if (membership === undefined) return asked.role === undefined ? caller : undefined;
  const { role, organizations } = membership;
  return { ...caller, role, organizations, ...(actingFor !== undefined && { actingFor }) };
}

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

/** True for one who reads what some organizations report, and not what all do. */
export const readsForSome = ({ role, organizations }: Caller): boolean =>
  organizations.length > 0 &&
  role !== 'public' &&
  role !== 'researcher' &&
  !provincialRoles.has(role);

/** Codes of all organizations that the caller reads for. */
export const readableOrganizations = ({ organizations, readsFor = [] }: Caller) => [
  ...organizations,
  ...readsFor,
];

/**
 * True when the caller may read a number that is not released: the ministry, an administrator,
 * the body itself or, once it ended, its successor, or the regional adviser of the body.
 * Indicators whose source is public are open to all.
 */
export function mayReadLive(caller: Caller, openToAll: boolean, organization?: string): boolean {
  if (openToAll || provincialRoles.has(caller.role)) return true;
  const isMember =
    organization !== undefined && readableOrganizations(caller).includes(organization);
  return isMember && caller.role !== 'public' && caller.role !== 'researcher';
}
