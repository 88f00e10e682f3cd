import type { CivilDate } from '../civil-date.js';
import { command, type Surroundings } from '../command.js';
import { refuse, type Refusal } from '../decision.js';
import { isNodeId } from '../identifiers.js';
import { checkOrganizations } from '../organization/registry.js';
import { person } from '../person/state.js';
import { firstRefusal } from '../text-rules.js';
import type { Label } from '../text.js';
import { onCommitment, type CommitmentInput } from './commands.js';
import * as milestones from './decide-milestones.js';
import * as tracking from './decide-tracking.js';
import * as decisions from './decide.js';
import type { EvidenceKind, Outlook, ResourceKind } from './tracking-events.js';

/** Refuses a person whom nobody invited. */
async function checkPerson(
  id: string | undefined,
  around: Surroundings,
): Promise<readonly Refusal[]> {
  if (id === undefined) return [];
  const { state } = isNodeId('person', id)
    ? await around.read(person, id)
    : { state: { status: 'none' } };
  return state.status === 'none' ? refuse('person-unknown', 'input.person').refusals : [];
}

/** Names who answers for a commitment. */
export const nameCommitmentResponsible = command({
  ...onCommitment,
  name: 'nameCommitmentResponsible',
  async decide(
    input: CommitmentInput & tracking.Responsible & { readonly reason?: Label | undefined },
    around,
  ) {
    return firstRefusal(await checkPerson(input.person, around)) ?? tracking.nameResponsible(input);
  },
});

/** Hands over one of the commitments an organization has; one of a handover of many. */
export const handOverCommitment = command({
  ...onCommitment,
  name: 'handOverCommitment',
  async decide(
    input: CommitmentInput & Parameters<typeof decisions.handOverCommitment>[0],
    around,
  ) {
    const field = () => 'input.partner';
    const checks = await checkOrganizations([input.partner], 'partner', field, around);
    return firstRefusal(checks) ?? decisions.handOverCommitment(input);
  },
});

/** Hands over the answering for one of the commitments a person answers for. */
export const handOverResponsibility = command({
  ...onCommitment,
  name: 'handOverResponsibility',
  async decide(
    input: CommitmentInput & Parameters<typeof tracking.handOverResponsibility>[0],
    around,
  ) {
    return (
      firstRefusal(await checkPerson(input.person, around)) ??
      tracking.handOverResponsibility(input)
    );
  },
});

/** Pledges a resource. */
export const pledgeCommitmentResource = command({
  ...onCommitment,
  name: 'pledgeCommitmentResource',
  decide: (
    input: CommitmentInput & {
      readonly kind: ResourceKind;
      readonly amountCents?: number | undefined;
      readonly description?: Label | undefined;
    },
    around,
  ) => tracking.pledgeResource({ ...input, resourceId: around.deriveId('resource') }),
});

/** Takes a pledged resource back. */
export const withdrawCommitmentResource = command({
  ...onCommitment,
  name: 'withdrawCommitmentResource',
  decide: (input: CommitmentInput & Parameters<typeof tracking.withdrawResource>[0]) =>
    tracking.withdrawResource(input),
});

/** Links evidence. */
export const linkCommitmentEvidence = command({
  ...onCommitment,
  name: 'linkCommitmentEvidence',
  decide: (
    input: CommitmentInput & {
      readonly url: string;
      readonly title: Label;
      readonly kind: EvidenceKind;
      readonly datedOn: CivilDate;
    },
    around,
  ) =>
    tracking.linkEvidence({
      ...input,
      evidenceId: around.deriveId('evidence'),
      today: around.today,
    }),
});

/** Declares how a commitment stands. */
export const declareCommitmentStatus = command({
  ...onCommitment,
  name: 'declareCommitmentStatus',
  decide: (
    input: CommitmentInput & {
      readonly outlook: Outlook;
      readonly declaredOn: CivilDate;
      readonly reason?: Label | undefined;
    },
    { today },
  ) => tracking.declareStatus({ ...input, today }),
});

/** Sets a milestone. */
export const setCommitmentMilestone = command({
  ...onCommitment,
  name: 'setCommitmentMilestone',
  decide: (input: CommitmentInput & { readonly name: Label; readonly dueOn: CivilDate }, around) =>
    milestones.setMilestone({ ...input, milestoneId: around.deriveId('milestone') }),
});

/** Moves a milestone. */
export const moveCommitmentMilestone = command({
  ...onCommitment,
  name: 'moveCommitmentMilestone',
  decide: (input: CommitmentInput & Parameters<typeof milestones.moveMilestone>[0]) =>
    milestones.moveMilestone(input),
});

/** Records that a milestone was reached. */
export const reachCommitmentMilestone = command({
  ...onCommitment,
  name: 'reachCommitmentMilestone',
  decide: (
    input: CommitmentInput & { readonly milestoneId: string; readonly reachedOn: CivilDate },
    { today },
  ) => milestones.reachMilestone({ ...input, today }),
});

/** Gives up a milestone. */
export const dropCommitmentMilestone = command({
  ...onCommitment,
  name: 'dropCommitmentMilestone',
  decide: (input: CommitmentInput & Parameters<typeof milestones.dropMilestone>[0]) =>
    milestones.dropMilestone(input),
});
