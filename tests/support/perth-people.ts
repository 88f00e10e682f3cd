import type { HubProcess } from './hub-process.js';

/** Municipalities of Perth County, by code. */
export const perth = {
  stratford: '3531011',
  perthSouth: '3531013',
  stMarys: '3531016',
  westPerth: '3531025',
  perthEast: '3531030',
} as const;

/** A partner of all of them. */
export const publicHealth = 'huron-perth-public-health';

/** A person by role and organization, "municipal-editor 3531011". */
export type PerthPerson = `${string} ${string}`;

/** Stratford's editor, who coordinates the plan. */
export const coordinator: PerthPerson = `municipal-editor ${perth.stratford}`;
/** The clerk of a council. */
export const clerkOf = (body: string): PerthPerson => `municipal-approver ${body}`;
/** Who reports for the partner. */
export const partner: PerthPerson = `partner ${publicHealth}`;
/** Who looks on from the ministry. */
export const reviewer: PerthPerson = 'ministry-reviewer solgen';

/** What only the clerk of a council records, for that council; the rest is the coordinator's. */
const ofClerks: ReadonlySet<string> = new Set([
  'adoptPlan',
  'publishPlan',
  'publishEffectReport',
  'completeReview',
  'markRecordedInError',
]);

/** Who records a decision about the plan. */
export const speakerOf = (mutation: string, body: string): PerthPerson =>
  ofClerks.has(mutation) ? clerkOf(body) : coordinator;

const registration = `mutation ($input: RegisterOrganizationInput!) {
  registerOrganization(input: $input) { refusals { code } }
}`;

/** An entry of the plan's history: who recorded what. */
export type RecordedEntry = {
  readonly type: string;
  readonly actor: string;
  readonly recordedInError: boolean;
  readonly actingFor: { readonly code: string };
};

/** Registers the partner and gives each of these people a token. */
export async function perthPeople(
  hub: HubProcess,
  issue: (role: string, organization: string) => Promise<string>,
): Promise<ReadonlyMap<PerthPerson, string>> {
  const administrator: PerthPerson = 'administrator solgen';
  const token = hub.tokens.get(administrator) ?? '';
  const name = { en: 'Huron Perth Public Health', fr: 'Santé publique de Huron Perth' };
  const input = { code: publicHealth, kind: 'PARTNER', sector: 'public-health', name };
  const keyed = { idempotencyKey: publicHealth, ...input };
  await hub.ask(registration, { input: keyed }, { token });
  const people = new Map<PerthPerson, string>([[administrator, token]]);
  for (const person of [coordinator, ...Object.values(perth).map(clerkOf), partner, reviewer]) {
    const [role = '', organization = ''] = person.split(' ');
    people.set(person, await issue(role, organization));
  }
  return people;
}
