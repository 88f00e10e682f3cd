import type { Role } from '../authority.js';
import type { CivilDate } from '../civil-date.js';
import { command, type CommandInput } from '../command.js';
import type { StreamName } from '../identifiers.js';
import { checkOrganizations, speakersFor } from '../organization/registry.js';
import { firstRefusal } from '../text-rules.js';
import type { Label } from '../text.js';
import * as decisions from './decide.js';
import { request } from './state.js';

const ministry: readonly Role[] = ['ministry-analyst', 'ministry-reviewer', 'administrator'];

/** The ministry asks organizations for information. */
export const requestInformation = command({
  name: 'requestInformation',
  noun: request,
  roles: ministry,
  parties: () => [],
  target: (_: RequestInformationInput, around) => around.deriveId('request') as StreamName,
  async decide(input: RequestInformationInput, around) {
    const field = (at: number) => `input.organizations.${at}`;
    const checks = await checkOrganizations(input.organizations, 'partner', field, around);
    const { today } = around;
    return firstRefusal(checks) ?? decisions.requestInformation({ ...input, today });
  },
});
export type RequestInformationInput = CommandInput & {
  readonly organizations: readonly string[];
  readonly question: Label;
  readonly dueOn: CivilDate;
  readonly period?: string | undefined;
};

type RequestInput = CommandInput & { readonly requestId: string };
const target = ({ requestId }: RequestInput) => requestId as StreamName;

/** An organization that was asked answers. */
export const provideInformation = command({
  name: 'provideInformation',
  noun: request,
  roles: ['partner', 'municipal-editor', 'municipal-approver', 'administrator'],
  parties: ({ organization }: ProvideInformationInput, around) =>
    speakersFor([organization], around),
  target,
  decide: (input, { today }) => decisions.provideInformation({ ...input, today }),
});
export type ProvideInformationInput = RequestInput & {
  readonly organization: string;
  readonly answer: Label;
};

/** The ministry withdraws what it asked. */
export const withdrawRequest = command({
  name: 'withdrawInformationRequest',
  noun: request,
  roles: ministry,
  parties: () => [],
  target,
  decide: (input: RequestInput & { readonly reason: Label }) => decisions.withdrawRequest(input),
});
