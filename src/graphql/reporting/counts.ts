import type { Standing } from '../../domain/submission/standing.js';
import type { BodyReport } from './body-reports.js';
import type { SubmissionCounts } from './cycle.object.js';

/** How many of some reports stand where. */
export function countReports(reports: readonly BodyReport[]): SubmissionCounts {
  const inState = (state: Standing): number =>
    reports.filter((report) => report.state === state).length;
  const at = (timeliness: BodyReport['timing']['timeliness']): number =>
    reports.filter(({ timing }) => timing.timeliness === timeliness).length;
  return {
    expected: reports.length,
    notStarted: inState('NOT_STARTED'),
    draft: inState('DRAFT'),
    submitted: inState('SUBMITTED'),
    returned: inState('RETURNED'),
    accepted: inState('ACCEPTED'),
    reopened: inState('REOPENED'),
    onTime: at('ON_TIME'),
    withinGrace: at('WITHIN_GRACE'),
    late: at('LATE'),
  };
}
