import type { CivilDate } from '../../domain/civil-date.js';
import { isConsentInForce, type Grant } from '../../domain/consent/in-force.js';
import type { OrganizationRow } from '../roster/view.js';

/** Somebody who is shown something: in a role, as a member of organizations. */
export type Reader = {
  readonly role: Parameters<typeof isConsentInForce>[1]['role'];
  readonly organizations: readonly string[];
};

/**
 * Codes of the First Nations whose part in plans may not be shown to a reader today. It is what
 * the API decides for callers, for readers who do not call: of the feed and of the mail.
 */
export function withheldFrom(
  { role, organizations }: Reader,
  roster: ReadonlyMap<string, OrganizationRow>,
  consents: ReadonlyMap<string, readonly Grant[]>,
  today: CivilDate,
): ReadonlySet<string> {
  const isMember = role !== 'public' && role !== 'researcher';
  const asked = { role, subject: { kind: 'PLANS' }, level: 'IDENTIFIED', today } as const;
  const withheld = [...roster.values()].filter(
    ({ kind, code }) =>
      kind === 'FIRST_NATION' &&
      !(isMember && organizations.includes(code)) &&
      !isConsentInForce(consents.get(code) ?? [], asked),
  );
  return new Set(withheld.map(({ code }) => code));
}
