import type { AreaRow } from '../../projections/roster/view.js';
import { buildOrganization } from '../organization/organization.build.js';
import type { Roster } from '../roster.js';
import { labelText } from '../text.build.js';
import type { ReportingArea } from './reporting-area.object.js';

/** A reporting area out of its row. */
export function buildReportingArea(
  { code, kind, name, boundaries, endedOn, successor }: AreaRow,
  organizations: Roster['organizations'],
): ReportingArea {
  const named = (codes: readonly string[]) =>
    codes.map((each) => buildOrganization(each, organizations));
  return {
    code,
    kind,
    name: labelText(name),
    boundaries: boundaries.map(({ members, crosses, source, population, ...drawn }) => ({
      ...drawn,
      members: named(members),
      crosses: named(crosses),
      source: labelText(source),
      population: population ?? null,
    })),
    endedOn: endedOn ?? null,
    successor: successor ?? null,
  };
}
