import { organizationStream } from '../../domain/identifiers.js';
import type { Label } from '../../domain/text.js';
import type { OrganizationRow } from '../../projections/roster/view.js';
import { once } from '../once.js';
import { labelText } from '../text.build.js';
import type { Organization } from './organization.object.js';

type Organizations = ReadonlyMap<string, OrganizationRow>;

// A record may name an organization whose registration was later found to be in error, and an
// adviser may have a region that is no organization.
const unregistered = (code: string, name: Label = { en: code, fr: code }): Organization => ({
  id: organizationStream(code),
  code,
  kind: null,
  name: labelText(name),
  legalName: null,
  tier: null,
  upperTier: null,
  censusDivision: null,
  sector: null,
  existsFrom: null,
  endedOn: null,
  successor: null,
  population: null,
  censusYear: null,
  obligations: [],
});

// A chain of successors is followed only as far as somebody reads it.
const other = (code: string | undefined, organizations: Organizations) =>
  once(() => (code === undefined ? null : buildOrganization(code, organizations)));

// The read models hand out one roster until it changes: what is built of it serves every request.
const builtOf = new WeakMap<Organizations, Map<string, Organization>>();

/**
 * An organization by its code; related ones are built when they are read.
 * @param name what one that is not registered is called, if it has a name
 */
export function buildOrganization(
  code: string,
  organizations: Organizations,
  name?: Label,
): Organization {
  const row = organizations.get(code);
  if (row === undefined) return unregistered(code, name);
  const built = builtOf.get(organizations) ?? new Map<string, Organization>();
  builtOf.set(organizations, built);
  const organization = built.get(code) ?? build(row, organizations);
  built.set(code, organization);
  return organization;
}

function build(row: OrganizationRow, organizations: Organizations): Organization {
  const { code } = row;
  const upperTier = other(row.upperTier, organizations);
  const successor = other(row.successor, organizations);
  return {
    id: organizationStream(code),
    code,
    kind: row.kind,
    name: labelText(row.name),
    legalName: row.legalName ? labelText(row.legalName) : null,
    tier: row.tier ?? null,
    get upperTier() {
      return upperTier();
    },
    censusDivision: row.censusDivision ?? null,
    sector: row.sector ?? null,
    existsFrom: row.existsFrom ?? null,
    endedOn: row.endedOn ?? null,
    get successor() {
      return successor();
    },
    population: row.population ?? null,
    censusYear: row.censusYear ?? null,
    obligations: row.obligations,
  };
}
