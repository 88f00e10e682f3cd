import type { Role } from '../authority.js';
import type { CivilDate } from '../civil-date.js';
import { command, type CommandInput, type Surroundings } from '../command.js';
import { refuse } from '../decision.js';
import type { StreamName } from '../identifiers.js';
import { checkOrganizations } from '../organization/registry.js';
import { planParties } from '../plan/commands.js';
import { plan } from '../plan/state.js';
import { firstRefusal } from '../text-rules.js';
import type { Label } from '../text.js';
import * as decisions from './decide.js';
import { commitment } from './state.js';

/** Input of any command about an existing commitment. */
export type CommitmentInput = CommandInput & { readonly commitmentId: string };

const roles: readonly Role[] = [
  'partner',
  'municipal-editor',
  'municipal-approver',
  'administrator',
];

/** The partner that undertook it and the bodies of its plan. */
async function commitmentParties(
  { commitmentId }: CommitmentInput,
  around: Surroundings,
): Promise<readonly string[]> {
  const { state } = await around.read(commitment, commitmentId);
  if (state.status === 'none') return [];
  return [state.partner, ...(await planParties(state.planId, around))];
}

/** What every command about a commitment that was made begins with. */
export const onCommitment = {
  noun: commitment,
  roles,
  parties: commitmentParties,
  target: ({ commitmentId }: CommitmentInput) => commitmentId as StreamName,
};

/** A partner undertakes something within a strategy of a plan. */
export const makeCommitment = command({
  name: 'makeCommitment',
  noun: commitment,
  roles,
  parties: async ({ planId, partner }: MakeCommitmentInput, around) => [
    partner,
    ...(await planParties(planId, around)),
  ],
  target: (_, around) => around.deriveId('commitment') as StreamName,
  guarded: ({ planId }) => planId,
  async decide(input, around) {
    const { planId, strategyId, partner } = input;
    const { state } = await around.read(plan, planId);
    if (state.status === 'none') return refuse('plan-unknown', 'input.planId');
    if (state.supersededBy !== undefined)
      return refuse('plan-superseded', 'input.planId', { by: state.supersededBy });
    const strategy = state.strategies.get(strategyId);
    if (strategy === undefined) return refuse('strategy-unknown', 'input.strategyId');
    if (strategy.retired) return refuse('strategy-retired', 'input.strategyId');
    const field = () => 'input.partner';
    const checks = await checkOrganizations([partner], 'partner', field, around);
    return firstRefusal(checks) ?? decisions.makeCommitment(input);
  },
});
export type MakeCommitmentInput = CommandInput & {
  readonly planId: string;
  readonly strategyId: string;
  readonly partner: string;
  readonly statement: Label;
  readonly dueOn?: CivilDate | undefined;
};

/** Changes a commitment's statement or due date. */
export const reviseCommitment = command({
  ...onCommitment,
  name: 'reviseCommitment',
  decide: (
    input: CommitmentInput & {
      readonly statement?: Label | undefined;
      readonly dueOn?: CivilDate | undefined;
      readonly reason: Label;
    },
  ) => decisions.reviseCommitment(input),
});

/** Reports progress on a commitment. */
export const reportCommitmentProgress = command({
  ...onCommitment,
  name: 'reportCommitmentProgress',
  decide: (
    input: CommitmentInput & {
      readonly reportedOn: CivilDate;
      readonly percent: number;
      readonly note?: Label | undefined;
    },
    { today },
  ) => decisions.reportProgress({ ...input, today }),
});

/** Hands a commitment over. */
export const reassignCommitment = command({
  ...onCommitment,
  name: 'reassignCommitment',
  async decide(
    input: CommitmentInput & { readonly partner: string; readonly reason: Label },
    around,
  ) {
    const field = () => 'input.partner';
    const checks = await checkOrganizations([input.partner], 'partner', field, around);
    return firstRefusal(checks) ?? decisions.reassignCommitment(input);
  },
});

/** Closes a commitment that was kept. */
export const fulfillCommitment = command({
  ...onCommitment,
  name: 'fulfillCommitment',
  decide: (
    input: CommitmentInput & {
      readonly fulfilledOn: CivilDate;
      readonly note?: Label | undefined;
    },
    { today },
  ) => decisions.fulfillCommitment({ ...input, today }),
});

/** Closes a commitment that will not be kept. */
export const withdrawCommitment = command({
  ...onCommitment,
  name: 'withdrawCommitment',
  decide: (input: CommitmentInput & { readonly reason: Label }) =>
    decisions.withdrawCommitment(input),
});
