import type { ImportDocument } from '../../projections/import-attempts/view.js';
import { mayReadActor } from '../authorization.js';
import type { Reading } from '../as-of.js';
import { buildOrganization } from '../organization/organization.build.js';
import type { Roster } from '../roster.js';
import { openText } from '../text.build.js';
import type { ImportAttempt } from './import.object.js';

/** An attempt out of its document; its report is got at a path of its own. */
export function buildImportAttempt(
  { id, organization, actor, kind, fileName, fileHash, mappingHash, ...attempt }: ImportDocument,
  organizations: Roster['organizations'],
  { context }: Reading,
): ImportAttempt {
  const { begunAt, finished } = attempt;
  const name = openText(fileName, context);
  return {
    id,
    organization: buildOrganization(organization, organizations),
    actor: mayReadActor(context.caller, organization) ? actor : null,
    kind,
    fileName: name?.en ?? name?.fr ?? null,
    fileHash,
    mappingHash: mappingHash ?? null,
    begunAt,
    finishedAt: finished?.at ?? null,
    result: finished ?? null,
    reportHash: finished?.reportHash ?? null,
    reportPath: finished === undefined ? null : `/imports/${id}/report.csv`,
    workbookHash: finished?.workbookHash ?? null,
    workbookPath: finished?.workbookHash === undefined ? null : `/imports/${id}/report.xlsx`,
  };
}
