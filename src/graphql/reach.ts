import { readsForSome, type Caller } from '../domain/authority.js';
import type { CivilDate } from '../domain/civil-date.js';
import { isInRegion } from '../domain/organization/region.js';
import { speakerOn } from '../domain/organization/succession.js';
import type { OrganizationRow } from '../projections/roster/view.js';

type Organizations = ReadonlyMap<string, OrganizationRow>;

/**
 * The caller with the bodies it reads for besides its own organizations: those whose place one
 * of them took and, for a regional adviser, the municipalities of its region. Authority holds
 * now, so it follows the register of today whatever past is read.
 */
export function reaching(caller: Caller, organizations: Organizations, today: CivilDate): Caller {
  if (!readsForSome(caller)) return caller;
  const { role, organizations: own } = caller;
  const find = (code: string) => organizations.get(code);
  const advises = (body: OrganizationRow): boolean =>
    role === 'regional-adviser' && own.some((region) => isInRegion(body, region));
  const readsFor = [...organizations.values()].filter(
    (body) =>
      !own.includes(body.code) &&
      (advises(body) || (body.endedOn && own.includes(speakerOn(body.code, today, find)))),
  );
  return { ...caller, readsFor: readsFor.map(({ code }) => code) };
}

/** Tags of what `reaching` follows: the register, and the day while somebody is yet to end. */
export function reachTags(organizations: Organizations, today: CivilDate): readonly string[] {
  const isToEnd = [...organizations.values()].some(({ endedOn }) => endedOn && endedOn > today);
  return ['organizations', ...(isToEnd ? [`day:${today}`] : [])];
}
