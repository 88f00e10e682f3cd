import { auditTimeline } from './audit-timeline/project.js';
import { codeLists } from './code-lists/project.js';
import { consents } from './consent/project.js';
import { currentPlan } from './current-plan/project.js';
import { importAttempts } from './import-attempts/project.js';
import { observations } from './observations/project.js';
import { people } from './people/project.js';
import { planRegister } from './plan-register/project.js';
import type { Projection } from './projection.js';
import { provinceOutcomes } from './province-outcomes/project.js';
import { recordedInstants } from './recorded-instants/project.js';
import { redactions } from './redactions/project.js';
import { reporting } from './reporting/project.js';
import { roster } from './roster/project.js';
import { stories } from './stories/project.js';

/**
 * Views that read one another's rows, in the order in which a batch is folded, and that are
 * rebuilt together: province outcomes need the roster and the observations, the register needs
 * the plans before this batch, the timeline those after.
 */
export const viewGroups: readonly (readonly Projection[])[] = [
  [roster, observations, provinceOutcomes],
  [planRegister, currentPlan, auditTimeline],
  [recordedInstants],
  [redactions],
  [people],
  [codeLists],
  [consents],
  [stories],
  [importAttempts],
  [reporting],
];

/** Every view, in the order in which a batch is folded. */
export const projections: readonly Projection[] = viewGroups.flat();

/** Version of all views together, which an answer carries: "roster.1 observations.1 …". */
export const viewVersion: string = projections
  .map(({ name, version }) => `${name}.${version}`)
  .join(' ');
