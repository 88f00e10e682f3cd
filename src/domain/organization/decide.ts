import type { z } from 'zod';
import { checkDate } from '../calendar-rules.js';
import type { CivilDate } from '../civil-date.js';
import { accept, refuse, type Decision, type Refusal } from '../decision.js';
import { isCode } from '../identifiers.js';
import { checkText, firstRefusal } from '../text-rules.js';
import type { Label } from '../text.js';
import type { Duty, OrganizationEvents } from './events.js';
import type { OrganizationState } from './state.js';

type OrganizationDecision = Decision<OrganizationEvents>;
type Registered = Extract<OrganizationState, { status: 'registered' }>;

// Codes match exactly: another spelling may reach the stream, but it names nobody.
const whenRegistered =
  (organization: string, decide: (registered: Registered) => OrganizationDecision) =>
  (state: OrganizationState): OrganizationDecision =>
    state.status === 'none' || state.code !== organization
      ? refuse('organization-unknown', 'input.organization', { organization })
      : decide(state);

const checkNames = (name: Label, legalName: Label | undefined): readonly Refusal[] => [
  ...checkText(name, 'input.name', 300),
  ...(legalName ? checkText(legalName, 'input.legalName', 300) : []),
];

const checkCode = (code: string | undefined, field: string): readonly Refusal[] =>
  code === undefined || isCode(code) ? [] : refuse('code-invalid', field, { code }).refusals;

/** What an organization is registered with. */
export type OrganizationDetails = Readonly<z.infer<OrganizationEvents['OrganizationRegistered']>>;

/** A municipality has a tier, a lower-tier one an upper tier, and a partner a sector. */
function checkKind({ kind, tier, upperTier, sector }: OrganizationDetails): readonly Refusal[] {
  if (kind === 'MUNICIPALITY' && tier === undefined)
    return refuse('tier-required', 'input.tier').refusals;
  if (kind !== 'MUNICIPALITY' && tier !== undefined)
    return refuse('tier-not-expected', 'input.tier').refusals;
  if (tier !== 'LOWER' && upperTier !== undefined)
    return refuse('tier-not-expected', 'input.upperTier').refusals;
  if (kind === 'PARTNER' && sector === undefined)
    return refuse('sector-required', 'input.sector').refusals;
  return [];
}

/** Registers an organization under a code nobody has. */
export const registerOrganization =
  (details: OrganizationDetails) =>
  (state: OrganizationState): OrganizationDecision => {
    const { code, kind, name, legalName, tier, upperTier } = details;
    const { censusDivision, sector, existsFrom } = details;
    if (!isCode(code)) return refuse('code-invalid', 'input.code', { code });
    if (state.status !== 'none') return refuse('organization-exists', 'input.code', { code });
    const refusal = firstRefusal(
      checkKind(details),
      checkNames(name, legalName),
      checkCode(upperTier, 'input.upperTier'),
      checkCode(censusDivision, 'input.censusDivision'),
      checkDate(existsFrom, 'input.existsFrom'),
    );
    if (refusal) return refusal;
    const place = { tier, upperTier, censusDivision };
    return accept({
      type: 'OrganizationRegistered',
      data: { code, kind, name, legalName, ...place, sector, existsFrom },
    });
  };

/** Gives an organization that still exists another name. */
export const renameOrganization = (details: {
  readonly organization: string;
  readonly name: Label;
  readonly legalName?: Label | undefined;
  readonly today: CivilDate;
}) =>
  whenRegistered(details.organization, ({ endedOn }) => {
    const { organization, name, legalName, today } = details;
    if (endedOn !== undefined && endedOn <= today)
      return refuse('organization-ended', 'input.organization', { organization });
    return (
      firstRefusal(checkNames(name, legalName)) ??
      accept({ type: 'OrganizationRenamed', data: { name, legalName } })
    );
  });

/** Records the persons a census counted. */
export const countPopulation = (details: {
  readonly organization: string;
  readonly population: number;
  readonly censusYear: number;
  readonly today: CivilDate;
}) =>
  whenRegistered(details.organization, () => {
    const { population, censusYear, today } = details;
    if (!Number.isSafeInteger(population) || population < 0)
      return refuse('population-invalid', 'input.population', { population });
    const thisYear = Number(today.slice(0, 4));
    if (!Number.isInteger(censusYear) || censusYear < 1900 || censusYear > thisYear)
      return refuse('population-invalid', 'input.censusYear', { censusYear });
    return accept({ type: 'PopulationCounted', data: { population, censusYear } });
  });

/** Sets who must plan from a day on; duties are set in the order of their days. */
export const setObligation = (details: {
  readonly organization: string;
  readonly duty: Duty;
  readonly from: CivilDate;
  readonly rule: string;
}) =>
  whenRegistered(details.organization, ({ kind, obligations, endedOn }) => {
    const { organization, duty, from, rule } = details;
    if (kind !== 'MUNICIPALITY' && kind !== 'FIRST_NATION')
      return refuse('organization-not-a-plan-body', 'input.organization', { organization });
    const refusal = firstRefusal(checkDate(from, 'input.from'), checkCode(rule, 'input.rule'));
    if (refusal) return refusal;
    if (endedOn !== undefined && endedOn <= from)
      return refuse('organization-ended', 'input.from', { organization });
    const last = obligations.at(-1);
    if (last !== undefined && from < last.from)
      return refuse('obligation-before-last', 'input.from', { last: last.from });
    return accept({ type: 'ObligationSet', data: { duty, from, rule } });
  });

/** Ends an organization whose place another takes: an amalgamation or annexation. */
export const succeedOrganization = (details: {
  readonly organization: string;
  readonly successor: string;
  readonly endedOn: CivilDate;
}) =>
  whenRegistered(details.organization, (registered) => {
    const { organization, successor, endedOn } = details;
    if (successor === organization)
      return refuse('organization-succeeds-itself', 'input.successor', { organization });
    if (registered.endedOn !== undefined)
      return refuse('organization-ended', 'input.organization', { organization });
    const refusal = firstRefusal(checkDate(endedOn, 'input.endedOn'));
    if (refusal) return refusal;
    if (registered.existsFrom !== undefined && endedOn < registered.existsFrom)
      return refuse('date-invalid', 'input.endedOn', { date: endedOn });
    return accept({ type: 'OrganizationSucceeded', data: { successor, endedOn } });
  });
