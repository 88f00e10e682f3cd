import type { Role } from '../authority.js';
import type { CivilDate } from '../civil-date.js';
import { findCode } from '../code-lists.js';
import { command, type CommandInput } from '../command.js';
import { refuse } from '../decision.js';
import { organizationStream } from '../identifiers.js';
import { firstRefusal } from '../text-rules.js';
import type { Label } from '../text.js';
import * as decisions from './decide.js';
import type { Duty } from './events.js';
import { checkOrganizations } from './registry.js';
import { organization } from './state.js';

/** Input of any command about a registered organization. */
export type OrganizationInput = CommandInput & { readonly organization: string };

const roles: readonly Role[] = ['ministry-analyst', 'administrator'];

const onOrganization = {
  noun: organization,
  roles,
  parties: () => [],
  target: (input: OrganizationInput) => organizationStream(input.organization),
};

/** Registers a municipality, First Nation, partner or ministry. */
export const registerOrganization = command({
  name: 'registerOrganization',
  noun: organization,
  roles,
  parties: () => [],
  target: ({ code }: RegisterOrganizationInput) => organizationStream(code),
  decide(input, { codeLists, today }) {
    const { sector } = input;
    return sector === undefined || findCode(codeLists, 'sectors', sector, today)
      ? decisions.registerOrganization(input)
      : refuse('code-unknown', 'input.sector', { scheme: 'sectors', code: sector });
  },
});
export type RegisterOrganizationInput = CommandInput & decisions.OrganizationDetails;

/** Renames an organization; its code stays. */
export const renameOrganization = command({
  ...onOrganization,
  name: 'renameOrganization',
  decide: (input: RenameOrganizationInput, { today }) =>
    decisions.renameOrganization({ ...input, today }),
});
export type RenameOrganizationInput = OrganizationInput & {
  readonly name: Label;
  readonly legalName?: Label | undefined;
};

/** Records a census count, by which completeness is weighed. */
export const countPopulation = command({
  ...onOrganization,
  name: 'countPopulation',
  decide: (input: CountPopulationInput, { today }) =>
    decisions.countPopulation({ ...input, today }),
});
export type CountPopulationInput = OrganizationInput & {
  readonly population: number;
  readonly censusYear: number;
};

/** Sets whether an organization must plan, from a day on, and the rule that says so. */
export const setObligation = command({
  ...onOrganization,
  name: 'setObligation',
  decide: (input: SetObligationInput) => decisions.setObligation(input),
});
export type SetObligationInput = OrganizationInput & {
  readonly duty: Duty;
  readonly from: CivilDate;
  /** The rule that decided, "ministry-faq-question-8" for instance. */
  readonly rule: string;
};

/** Records that an organization ended and which one took its place. */
export const succeedOrganization = command({
  ...onOrganization,
  name: 'succeedOrganization',
  async decide(input: SucceedOrganizationInput, around) {
    const field = () => 'input.successor';
    const checks = await checkOrganizations([input.successor], 'partner', field, around);
    return firstRefusal(checks) ?? decisions.succeedOrganization(input);
  },
});
export type SucceedOrganizationInput = OrganizationInput & {
  readonly successor: string;
  /** First day on which it no longer exists. */
  readonly endedOn: CivilDate;
};
