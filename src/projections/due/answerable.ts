import type { CivilDate } from '../../domain/civil-date.js';
import { speakerOn } from '../../domain/organization/succession.js';
import type { OrganizationRow } from '../roster/view.js';

/** Who has to do on a day what a body owes: itself and, once it ended, its successor. */
export function answerableFor(
  code: string,
  on: CivilDate,
  organizations: ReadonlyMap<string, OrganizationRow>,
): readonly string[] {
  const speaker = speakerOn(code, on, (each) => organizations.get(each));
  return speaker === code ? [code] : [code, speaker];
}
