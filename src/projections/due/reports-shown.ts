import { isConsentInForce, type Grant } from '../../domain/consent/in-force.js';
import type { CivilDate } from '../../domain/civil-date.js';
import type { OrganizationRow } from '../roster/view.js';

/** What may be told of reports to the ministry. */
export type ReportsShown = {
  /** True for an organization of which it may be told what it reported, answered and was asked. */
  knows(organization: string): boolean;
  /** True when a number of a body may be shown under its name. */
  showsNumber(body: string, indicator: string): boolean;
};

/** For one who is then shown their own organization's alone. */
export const everyReport: ReportsShown = { knows: () => true, showsNumber: () => true };

/** For the public: deadlines alone, those of First Nations only where all may read the numbers. */
export const deadlinesForAll = (
  roster: ReadonlyMap<string, OrganizationRow>,
  consents: ReadonlyMap<string, readonly Grant[]>,
  today: CivilDate,
): ReportsShown => ({
  knows: () => false,
  showsNumber: (body, indicator) =>
    roster.get(body)?.kind !== 'FIRST_NATION' ||
    isConsentInForce(consents.get(body) ?? [], {
      role: 'public',
      subject: { kind: 'NUMBERS', indicator },
      level: 'IDENTIFIED',
      today,
    }),
});
