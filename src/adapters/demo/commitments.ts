import {
  fulfillCommitment,
  makeCommitment,
  reportCommitmentProgress,
  withdrawCommitment,
} from '../../domain/commitment/commands.js';
import {
  pledgeCommitmentResource,
  reachCommitmentMilestone,
  setCommitmentMilestone,
} from '../../domain/commitment/tracking-commands.js';
import type { CommitmentEntry } from './plan-file.js';
import type { Opened } from './plan-life.js';
import { idIn } from './step.js';

type Made = { readonly commitmentId: string; readonly key: string; readonly partner: string };

/** What is given for a commitment, and the steps by which it is to be kept. */
async function loadTracking(
  { milestones = [], resources = [] }: CommitmentEntry,
  { commitmentId, key, partner }: Made,
  { openedOn: effectiveOn, writer }: Opened,
): Promise<void> {
  for (const [at, resource] of resources.entries()) {
    const pledge = { commitmentId, ...resource, effectiveOn };
    await writer.write(pledgeCommitmentResource, `${key} resource ${at}`, pledge, partner);
  }
  for (const [at, { name, dueOn, reachedOn }] of milestones.entries()) {
    const set = { commitmentId, name, dueOn, effectiveOn };
    const accepted = await writer.write(
      setCommitmentMilestone,
      `${key} milestone ${at}`,
      set,
      partner,
    );
    if (reachedOn === undefined) continue;
    const milestoneId = idIn(accepted, 'milestoneId');
    const reach = { commitmentId, milestoneId, reachedOn, effectiveOn: reachedOn };
    await writer.write(reachCommitmentMilestone, `${key} milestone ${at} reached`, reach, partner);
  }
}

/** A commitment of a demonstration plan, and what became of it. */
export async function loadCommitment(
  entry: CommitmentEntry,
  place: { readonly strategyId: string; readonly key: string },
  plan: Opened,
): Promise<void> {
  const { planId, openedOn: effectiveOn, writer } = plan;
  const { partner, statement, dueOn, progress, fulfilledOn, withdrawn } = entry;
  const { strategyId, key } = place;
  const make = { planId, strategyId, partner, statement, dueOn: dueOn ?? undefined, effectiveOn };
  const { stream: commitmentId } = await writer.write(makeCommitment, key, make, partner);
  await loadTracking(entry, { commitmentId, key, partner }, plan);
  for (const { reportedOn, percent } of progress) {
    const report = { commitmentId, reportedOn, percent, effectiveOn: reportedOn };
    await writer.write(reportCommitmentProgress, `${key} ${reportedOn}`, report, partner);
  }
  if (fulfilledOn !== undefined) {
    const fulfil = { commitmentId, fulfilledOn, effectiveOn: fulfilledOn };
    await writer.write(fulfillCommitment, `${key} fulfilled`, fulfil, partner);
  }
  if (withdrawn !== undefined) {
    const withdraw = { commitmentId, reason: withdrawn };
    await writer.write(withdrawCommitment, `${key} withdrawn`, withdraw, partner);
  }
}
