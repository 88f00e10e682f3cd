import { roles as allRoles, type Role } from '../authority.js';
import { isCensusDivision } from '../code-lists.js';
import { command, type CommandInput, type Surroundings } from '../command.js';
import { refuse } from '../decision.js';
import { isCode, organizationStream, type StreamName } from '../identifiers.js';
import type { OrganizationKind } from '../organization/events.js';
import { checkOrganizations } from '../organization/registry.js';
import { organization } from '../organization/state.js';
import { firstRefusal } from '../text-rules.js';
import type { Label } from '../text.js';
import * as decisions from './decide.js';
import { person } from './state.js';

/** Input of any command about a person, who is named by the pseudonym of `personId`. */
export type PersonInput = CommandInput & { readonly person: string };

const roles: readonly Role[] = ['administrator'];

const everybodyKnown: readonly Role[] = allRoles.filter((role) => role !== 'public');

const onPerson = {
  noun: person,
  roles,
  parties: () => [],
  target: (input: PersonInput) => input.person as StreamName,
};

/** Invites a person; roles are granted one by one. */
export const invitePerson = command({
  ...onPerson,
  name: 'invitePerson',
  decide: (input: InvitePersonInput) => decisions.invitePerson(input),
});
export type InvitePersonInput = PersonInput & { readonly name?: Label | undefined };

const municipal: readonly OrganizationKind[] = ['MUNICIPALITY', 'FIRST_NATION'];
const provincial: readonly OrganizationKind[] = ['MINISTRY'];

/** Kinds of organization in which a role means something; any for those not named. */
const kindsOf: Readonly<Partial<Record<Role, readonly OrganizationKind[]>>> = {
  'municipal-editor': municipal,
  'municipal-approver': municipal,
  'regional-adviser': municipal,
  'ministry-analyst': provincial,
  'ministry-reviewer': provincial,
  administrator: provincial,
};

/** A role for the whole province must not be had through the door of a town hall. */
async function checkFit(role: Role, code: string, around: Surroundings) {
  const { state } = await around.read(organization, organizationStream(code));
  const kinds = kindsOf[role];
  return kinds === undefined || (state.status !== 'none' && kinds.includes(state.kind))
    ? []
    : refuse('role-not-for-organization', 'input.role', { role, organization: code }).refusals;
}

/** The region of an adviser may be a census division: in the north there are no counties. */
const isRegion = (role: Role, code: string, { codeLists, today }: Surroundings): boolean =>
  role === 'regional-adviser' && isCensusDivision(code, codeLists, today);

async function checkPlace(role: Role, code: string, around: Surroundings) {
  if (isRegion(role, code, around)) return undefined;
  const field = () => 'input.organization';
  return (
    firstRefusal(await checkOrganizations([code], 'partner', field, around)) ??
    firstRefusal(await checkFit(role, code, around))
  );
}

/**
 * Grants a person a role in an organization, or in a region to advise; a further grant changes
 * its days.
 */
export const grantRole = command({
  ...onPerson,
  name: 'grantRole',
  async decide(input: GrantRoleInput, around) {
    const { role, organization: code } = input;
    const { today } = around;
    return (await checkPlace(role, code, around)) ?? decisions.grantRole({ ...input, today });
  },
});
export type GrantRoleInput = PersonInput & Omit<Parameters<typeof decisions.grantRole>[0], 'today'>;

/** Revokes a role in an organization, which a token may claim in vain from then on. */
export const revokeRole = command({
  ...onPerson,
  name: 'revokeRole',
  decide: (input: RevokeRoleInput) =>
    isCode(input.organization)
      ? decisions.revokeRole(input)
      : refuse('organization-unknown', 'input.organization', { organization: input.organization }),
});
export type RevokeRoleInput = PersonInput & decisions.RoleDetails & { readonly reason: Label };

export type SetContactInput = PersonInput & Parameters<typeof decisions.setContact>[0];

/** Sets how any person is written to. */
export const setPersonContact = command({
  ...onPerson,
  name: 'setPersonContact',
  decide: (input: SetContactInput) => decisions.setContact(input),
});

/** Sets how the person who gives the command is written to; nobody else's. */
export const setOwnContact = command({
  ...onPerson,
  name: 'setOwnContact',
  roles: everybodyKnown,
  parties: (input: SetContactInput, _, caller) =>
    caller?.actor === input.person ? caller.organizations : [],
  decide: (input) => decisions.setContact(input),
});
