import type { CommitmentDocument } from '../../projections/current-plan/view.js';
import type { Reading } from '../as-of.js';
import { buildOrganization } from '../organization/organization.build.js';
import type { Roster } from '../roster.js';
import { freeTextOf } from '../text.build.js';
import type { Commitment } from './commitment.object.js';

/** A commitment out of its document. */
export function buildCommitment(
  document: CommitmentDocument,
  { organizations }: Roster,
  reading: Reading,
): Commitment {
  const { context, info } = reading;
  const { id, revision, planId, strategyId, partner, status } = document;
  return {
    reading,
    id,
    revision,
    planId,
    strategyId,
    partner: buildOrganization(partner, organizations),
    statement: freeTextOf(document.statement, context),
    dueOn: document.dueOn ?? null,
    status,
    fulfilledOn: document.fulfilledOn ?? null,
    progress: document.progress.map(({ reportedOn, percent, note }) => ({
      reportedOn,
      percent,
      note: note ? freeTextOf(note, context) : null,
    })),
    asOf: info,
  };
}
