import type { z } from 'zod';
import type { Role } from '../authority.js';
import type { CivilDate } from '../civil-date.js';
import type { Audience, ConsentEvents, ConsentLevel } from './events.js';

/** What one grant covers. */
export type ConsentTerms = Readonly<
  Omit<z.infer<ConsentEvents['ConsentGranted']>, 'grantId' | 'firstNation'>
>;

/** A grant as it stands; a withdrawn one stays on the record. */
export type Grant = ConsentTerms & { readonly withdrawn: boolean };

/**
 * What somebody wants to read of a First Nation: its part in plans, one indicator, or the files
 * it tried to bring in, which may be about anything.
 */
export type ConsentSubject =
  | { readonly kind: 'PLANS' }
  | { readonly kind: 'NUMBERS'; readonly indicator: string }
  | { readonly kind: 'FILES' };

/** The audience that each role belongs to; a new role does not compile until it has one. */
const audienceOf: Readonly<Record<Role, Audience>> = {
  public: 'PUBLIC',
  partner: 'PARTNERS',
  'municipal-editor': 'PARTNERS',
  'municipal-approver': 'PARTNERS',
  'ministry-analyst': 'MINISTRY',
  'ministry-reviewer': 'MINISTRY',
  'regional-adviser': 'MINISTRY',
  administrator: 'MINISTRY',
  researcher: 'RESEARCHERS',
};

function covers({ plans, indicators }: Grant, subject: ConsentSubject): boolean {
  switch (subject.kind) {
    case 'PLANS':
      return plans;
    case 'NUMBERS':
      return indicators === undefined || indicators.includes(subject.indicator);
    case 'FILES':
      return plans && indicators === undefined;
  }
}

/**
 * True when one of a First Nation's grants lets a role see a subject today. There is no other
 * day to ask about: consent holds now or not at all, also for what was recorded in the past.
 */
export const isConsentInForce = (
  grants: readonly Grant[],
  asked: {
    readonly role: Role;
    readonly subject: ConsentSubject;
    readonly level: ConsentLevel;
    readonly today: CivilDate;
  },
): boolean =>
  grants.some(
    (grant) =>
      !grant.withdrawn &&
      (grant.until === undefined || asked.today <= grant.until) &&
      (grant.audiences.includes('PUBLIC') || grant.audiences.includes(audienceOf[asked.role])) &&
      (asked.level === 'AGGREGATED' || grant.level === 'IDENTIFIED') &&
      covers(grant, asked.subject),
  );
