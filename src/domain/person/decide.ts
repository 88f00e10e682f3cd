import type { Role } from '../authority.js';
import { checkDate } from '../calendar-rules.js';
import type { CivilDate } from '../civil-date.js';
import { accept, refuse, type Decision } from '../decision.js';
import { checkText, firstRefusal } from '../text-rules.js';
import { plainText, type Label, type Language } from '../text.js';
import type { NoticeKind, PersonEvents } from './events.js';
import type { PersonState, RecordedRole } from './state.js';

type PersonDecision = Decision<PersonEvents>;

/** A role in an organization. */
export type RoleDetails = {
  readonly role: Role;
  readonly organization: string;
};

const whenInvited =
  (decide: (recorded: (of: RoleDetails) => RecordedRole | undefined) => PersonDecision) =>
  (state: PersonState): PersonDecision =>
    state.status === 'none'
      ? refuse('person-unknown', 'input.person')
      : decide(({ role, organization }) =>
          state.roles.find((each) => each.role === role && each.organization === organization),
        );

/** Invites a person, who holds no role yet. */
export const invitePerson =
  ({ name }: { readonly name?: Label | undefined }) =>
  (state: PersonState): PersonDecision => {
    if (state.status !== 'none') return refuse('person-already-invited', 'input.person');
    return (
      firstRefusal(name ? checkText(name, 'input.name', 200) : []) ??
      accept({ type: 'PersonInvited', data: name ? { name: plainText(name) } : {} })
    );
  };

/** Grants a role from a day on, or changes the days of one that was granted. */
export const grantRole = (
  details: RoleDetails & {
    readonly from?: CivilDate | undefined;
    readonly until?: CivilDate | undefined;
    readonly today: CivilDate;
  },
) =>
  whenInvited((recorded) => {
    const { role, organization, today, from = today, until } = details;
    if (role === 'public') return refuse('role-not-grantable', 'input.role');
    const refusal = firstRefusal(checkDate(from, 'input.from'), checkDate(until, 'input.until'));
    if (refusal) return refusal;
    if (until !== undefined && (until < from || until < today))
      return refuse('role-already-over', 'input.until', { until });
    const last = recorded(details);
    if (last?.status === 'granted' && last.from === from && last.until === until)
      return refuse('role-already-granted', 'input.role', { role, organization });
    return accept({ type: 'RoleGranted', data: { role, organization, from, until } });
  });

/** Revokes a role, granted or claimed by a token, until it is granted again. */
export const revokeRole = (details: RoleDetails & { readonly reason: Label }) =>
  whenInvited((recorded) => {
    const { role, organization, reason } = details;
    const refusal = firstRefusal(checkText(reason, 'input.reason'));
    if (refusal) return refusal;
    if (recorded(details)?.status === 'revoked')
      return refuse('role-already-revoked', 'input.role', { role, organization });
    return accept({
      type: 'RoleRevoked',
      data: { role, organization, reason: plainText(reason) },
    });
  });

const addressMax = 254;
// No spaces, brackets or separators: an address can say nothing but who it is for.
const addressPattern = /^[^\s@<>()[\]\\,;:"]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+$/i;

/** Sets how a person is written to, and about what; without an address not at all. */
export const setContact = (details: {
  readonly address?: string | undefined;
  readonly language: Language;
  readonly notices: readonly NoticeKind[];
}) =>
  whenInvited(() => {
    const { address, language, notices } = details;
    if (address !== undefined && (address.length > addressMax || !addressPattern.test(address)))
      return refuse('address-invalid', 'input.address');
    return accept({
      type: 'PersonContactSet',
      data: {
        ...(address !== undefined && { address: plainText({ en: address }) }),
        language,
        notices: [...new Set(notices)],
      },
    });
  });
