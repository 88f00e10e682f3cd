import type { CivilDate } from '../civil-date.js';
import { versionInForce } from '../code-lists.js';
import { command, type Surroundings } from '../command.js';
import { refuse, type Refusal } from '../decision.js';
import { checkOrganizations } from '../organization/registry.js';
import { firstRefusal } from '../text-rules.js';
import type { Label } from '../text.js';
import { onPlan, type PlanInput } from './commands.js';
import * as decisions from './decide-organizing.js';
import type { PlanRole } from './organizing-events.js';

/** The holder an input names, which must be registered when it is an organization. */
export const checkHolders = (
  { organization }: decisions.Holder,
  around: Surroundings,
): Promise<readonly Refusal[]> =>
  checkOrganizations(
    organization === undefined ? [] : [organization],
    'partner',
    () => 'input.organization',
    around,
  );

/** Codes of a scheme in force, and its version; a code it does not have is refused. */
function checkCodes(
  scheme: string,
  codes: readonly string[],
  field: (at: number) => string,
  { codeLists, today }: Surroundings,
): { readonly listVersion: string; readonly refusals: readonly Refusal[] } {
  const version = versionInForce(codeLists, scheme, today);
  const known = new Set(version?.codes.map(({ code }) => code));
  const refusals = codes.flatMap((code, at) =>
    known.has(code) ? [] : refuse('code-unknown', field(at), { scheme, code }).refusals,
  );
  return { listVersion: version?.version ?? '', refusals };
}

/** Gives a role of the plan, coordinator or champion, to an organization or office. */
export const assignPlanRole = command({
  ...onPlan,
  name: 'assignPlanRole',
  async decide(input: AssignPlanRoleInput, around) {
    const roleId = around.deriveId('role');
    return (
      firstRefusal(await checkHolders(input, around)) ??
      decisions.assignPlanRole({ ...input, roleId, today: around.today })
    );
  },
});
export type AssignPlanRoleInput = PlanInput &
  decisions.Holder & { readonly role: PlanRole; readonly from: CivilDate };

/** Ends the holding of a role. */
export const endPlanRole = command({
  ...onPlan,
  name: 'endPlanRole',
  decide: (
    input: PlanInput & {
      readonly roleId: string;
      readonly endedOn: CivilDate;
      readonly reason: Label;
    },
    { today },
  ) => decisions.endPlanRole({ ...input, today }),
});

// The scheme's broader entries say when a seat is required; they are no seats.
function checkSeats(seats: readonly string[], around: Surroundings) {
  const checked = checkCodes('committee-seats', seats, (at) => `input.seats.${at}`, around);
  const version = versionInForce(around.codeLists, 'committee-seats', around.today);
  const broader = new Set(version?.codes.map(({ parent }) => parent));
  const wrong = seats.flatMap((code, at) =>
    broader.has(code)
      ? refuse('code-unknown', `input.seats.${at}`, { scheme: 'committee-seats', code }).refusals
      : [],
  );
  return { ...checked, refusals: [...checked.refusals, ...wrong] };
}

/** A member takes seats of the advisory committee. */
export const fillCommitteeSeats = command({
  ...onPlan,
  name: 'fillCommitteeSeats',
  async decide(input: FillCommitteeSeatsInput, around) {
    const { listVersion, refusals } = checkSeats(input.seats, around);
    const memberId = around.deriveId('member');
    return (
      firstRefusal(refusals, await checkHolders(input, around)) ??
      decisions.fillCommitteeSeats({ ...input, memberId, listVersion, today: around.today })
    );
  },
});
export type FillCommitteeSeatsInput = PlanInput &
  decisions.Holder & { readonly seats: readonly string[]; readonly filledOn: CivilDate };

/** A member gives up seats. */
export const vacateCommitteeSeats = command({
  ...onPlan,
  name: 'vacateCommitteeSeats',
  decide: (
    input: PlanInput & {
      readonly memberId: string;
      readonly seats: readonly string[];
      readonly vacatedOn: CivilDate;
      readonly reason: Label;
    },
    { today },
  ) => decisions.vacateCommitteeSeats({ ...input, today }),
});

/** Says that the community has no such service, so that a conditional seat stays empty. */
export const exemptCommitteeSeat = command({
  ...onPlan,
  name: 'exemptCommitteeSeat',
  decide(input: PlanInput & { readonly seat: string; readonly reason: Label }, around) {
    const { seat } = input;
    const version = versionInForce(around.codeLists, 'committee-seats', around.today);
    const entry = version?.codes.find(({ code }) => code === seat);
    if (entry?.parent === undefined)
      return refuse('code-unknown', 'input.seat', { scheme: 'committee-seats', code: seat });
    if (entry.parent !== 'required-where-it-exists')
      return refuse('seat-not-conditional', 'input.seat', { seat });
    return decisions.exemptCommitteeSeat(input);
  },
});

/** Records that groups were consulted. */
export const recordConsultation = command({
  ...onPlan,
  name: 'recordConsultation',
  decide(input: RecordConsultationInput, around) {
    const field = (at: number) => `input.groups.${at}`;
    const checked = checkCodes('consultation-groups', input.groups, field, around);
    const { listVersion, refusals } = checked;
    const consultationId = around.deriveId('consultation');
    return (
      firstRefusal(refusals) ??
      decisions.recordConsultation({ ...input, consultationId, listVersion, today: around.today })
    );
  },
});
export type RecordConsultationInput = PlanInput & {
  readonly groups: readonly string[];
  readonly heldOn: CivilDate;
  readonly summary?: Label | undefined;
};

/** Says whom a risk concerns and what shows it. */
export const describeRisk = command({
  ...onPlan,
  name: 'describeRisk',
  decide(input: DescribeRiskInput, around) {
    const field = (at: number) => `input.vulnerableGroups.${at}`;
    const checked = checkCodes('vulnerable-groups', input.vulnerableGroups, field, around);
    const { listVersion, refusals } = checked;
    return firstRefusal(refusals) ?? decisions.describeRisk({ ...input, listVersion });
  },
});
export type DescribeRiskInput = PlanInput & {
  readonly riskId: string;
  readonly vulnerableGroups: readonly string[];
  readonly evidence?: Label | undefined;
};

/** Identifies a protective factor, by a code of the scheme `protective-factors`. */
export const identifyProtectiveFactor = command({
  ...onPlan,
  name: 'identifyProtectiveFactor',
  decide(input: IdentifyProtectiveFactorInput, around) {
    const checked = checkCodes('protective-factors', [input.code], () => 'input.code', around);
    const { listVersion, refusals } = checked;
    const factorId = around.deriveId('factor');
    return (
      firstRefusal(refusals) ??
      decisions.identifyProtectiveFactor({ ...input, factorId, listVersion })
    );
  },
});
export type IdentifyProtectiveFactorInput = PlanInput & {
  readonly code: string;
  readonly risks: readonly string[];
  readonly narrative?: Label | undefined;
};
