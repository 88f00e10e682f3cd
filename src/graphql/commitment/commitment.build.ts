import type { CommitmentDocument } from '../../projections/current-plan/view.js';
import type { FreeText } from '../../domain/text.js';
import type { Reading } from '../as-of.js';
import { mayReadActor } from '../authorization.js';
import { buildOrganization } from '../organization/organization.build.js';
import type { Roster } from '../roster.js';
import { freeTextOf } from '../text.build.js';
import type { Commitment } from './commitment.object.js';

type Opened = (text: FreeText | undefined) => Commitment['statement'] | null;

/** Who answers for a commitment; a person is named to those who may know who acts. */
function buildResponsible(
  { responsible, partner }: CommitmentDocument,
  open: Opened,
  { context }: Reading,
): Commitment['responsible'] {
  if (responsible === undefined) return null;
  const { person, position } = responsible;
  const mayRead = person !== undefined && mayReadActor(context.caller, partner);
  return { person: mayRead ? person : null, position: open(position) };
}

/** What was put into a commitment and what was said of it. */
const buildTracking = (document: CommitmentDocument, open: Opened, { context }: Reading) => ({
  resources: document.resources.map(({ id, kind, amountCents, description }) => ({
    id,
    kind,
    amountCents: amountCents === undefined ? null : String(amountCents),
    description: open(description),
  })),
  milestones: document.milestones.map(({ id, name, dueOn, reachedOn, droppedOn }) => ({
    id,
    name: freeTextOf(name, context),
    dueOn,
    reachedOn: reachedOn ?? null,
    droppedOn: droppedOn ?? null,
  })),
  evidence: document.evidence.map(({ title, ...evidence }) => ({
    ...evidence,
    title: freeTextOf(title, context),
  })),
  declarations: document.declarations.map(({ reason, ...declared }) => ({
    ...declared,
    reason: open(reason),
  })),
  progress: document.progress.map(({ note, ...report }) => ({ ...report, note: open(note) })),
});

/** A commitment out of its document. */
export function buildCommitment(
  document: CommitmentDocument,
  { organizations }: Pick<Roster, 'organizations'>,
  reading: Reading,
): Commitment {
  const { context, info } = reading;
  const { id, revision, planId, strategyId, partner, status, madeOn } = document;
  const open: Opened = (text) => (text ? freeTextOf(text, context) : null);
  return {
    reading,
    facts: document,
    id,
    revision,
    planId,
    strategyId,
    partner: buildOrganization(partner, organizations),
    statement: freeTextOf(document.statement, context),
    madeOn,
    dueOn: document.dueOn ?? null,
    status,
    fulfilledOn: document.fulfilledOn ?? null,
    withdrawnOn: document.withdrawnOn ?? null,
    responsible: buildResponsible(document, open, reading),
    ...buildTracking(document, open, reading),
    asOf: info,
  };
}
