import { describe, expect, it } from '@jest/globals';
import {
  grantRole,
  invitePerson,
  revokeRole,
  setContact,
} from '../../../src/domain/person/decide.js';
import * as commands from '../../../src/domain/person/commands.js';
import { person } from '../../../src/domain/person/state.js';
import { plainText } from '../../../src/domain/text.js';
import { deliveredCodeLists } from '../../support/code-lists.js';
import { scenario } from '../../support/scenario.js';
import { decisionOf, surroundings } from '../../support/surroundings.js';

const { given } = scenario(person);
const today = '2024-06-15';
const editing = { role: 'municipal-editor', organization: '3525005' } as const;
const reason = { en: 'Moved to Ottawa', fr: 'Mutation à Ottawa' };
const invited = { type: 'PersonInvited', data: {} } as const;
const granted = { type: 'RoleGranted', data: { ...editing, from: '2024-01-01' } } as const;
const revoked = { type: 'RoleRevoked', data: { ...editing, reason: plainText(reason) } } as const;

describe('inviting a person', () => {
  it('records it, with a name for those who grant roles', () => {
    given()
      .when(invitePerson({ name: { en: 'Planner' } }))
      .then({ type: 'PersonInvited', data: { name: plainText({ en: 'Planner' }) } });
    given().when(invitePerson({})).then(invited);
  });

  it('is refused the second time', () => {
    given(invited).when(invitePerson({})).thenRefused('person-already-invited', 'input.person');
  });

  it('is refused with a blank name', () => {
    given()
      .when(invitePerson({ name: { fr: ' ' } }))
      .thenRefused('text-required', 'input.name');
  });
});

describe('granting a role', () => {
  it('holds from today unless another day is given', () => {
    given(invited)
      .when(grantRole({ ...editing, today }))
      .then({ type: 'RoleGranted', data: { ...editing, from: today } });
  });

  it('again with other days changes them, and after a revocation gives it back', () => {
    const until = '2024-12-31';
    const change = grantRole({ ...editing, from: '2024-01-01', until, today });
    const data = { ...editing, from: '2024-01-01', until };
    given(invited, granted).when(change).then({ type: 'RoleGranted', data });
    given(invited, granted, revoked).when(change).then({ type: 'RoleGranted', data });
  });

  it('is refused when it would change nothing', () => {
    given(invited, granted)
      .when(grantRole({ ...editing, from: '2024-01-01', today }))
      .thenRefused('role-already-granted');
  });

  it('is refused to somebody who was not invited', () => {
    given()
      .when(grantRole({ ...editing, today }))
      .thenRefused('person-unknown', 'input.person');
  });

  it('is refused for days that are over or reversed, and for the public', () => {
    const refuse = (more: object) => given(invited).when(grantRole({ ...editing, today, ...more }));
    refuse({ from: '2024-01-01', until: '2024-06-14' }).thenRefused('role-already-over');
    refuse({ from: '2025-01-02', until: '2025-01-01' }).thenRefused('role-already-over');
    refuse({ from: '2024-02-30' }).thenRefused('date-invalid', 'input.from');
    refuse({ role: 'public' }).thenRefused('role-not-grantable', 'input.role');
  });
});

describe('revoking a role', () => {
  it('is recorded with its reason, whether the role was granted or only claimed', () => {
    given(invited, granted)
      .when(revokeRole({ ...editing, reason }))
      .then(revoked);
    given(invited)
      .when(revokeRole({ ...editing, reason }))
      .then(revoked);
  });

  it('is refused the second time, without a reason, and of strangers', () => {
    given(invited, revoked)
      .when(revokeRole({ ...editing, reason }))
      .thenRefused('role-already-revoked');
    given(invited)
      .when(revokeRole({ ...editing, reason: {} }))
      .thenRefused('text-required', 'input.reason');
    given()
      .when(revokeRole({ ...editing, reason }))
      .thenRefused('person-unknown');
  });
});

describe('a role and the organization it is held in', () => {
  const registered = (code: string, kind: string) => [
    { type: 'OrganizationRegistered', data: { code, kind, name: { en: code } } },
  ];
  const around = surroundings(
    {
      'organization-3525005': registered('3525005', 'MUNICIPALITY'),
      'organization-solgen': registered('solgen', 'MINISTRY'),
      'organization-police': registered('police', 'PARTNER'),
    },
    deliveredCodeLists,
  );
  const attempt = async (role: string, organization: string) => {
    const input = { person: 'person-1', role: role as 'partner', organization };
    const decide = await decisionOf(commands.grantRole, input, around);
    return decide({ status: 'invited', roles: [] });
  };

  it.each([
    ['municipal-approver', '3525005'],
    ['regional-adviser', '3525005'],
    ['regional-adviser', '3557'],
    ['ministry-analyst', 'solgen'],
    ['administrator', 'solgen'],
    ['partner', 'police'],
    ['partner', '3525005'],
    ['researcher', 'police'],
  ])('%s fits %s', async (role, organization) => {
    expect(await attempt(role, organization)).toMatchObject({
      accepted: true,
      events: [{ type: 'RoleGranted', data: { role, organization, from: today } }],
    });
  });

  it.each([
    ['administrator', '3525005', 'role-not-for-organization'],
    ['ministry-reviewer', 'police', 'role-not-for-organization'],
    ['municipal-editor', 'solgen', 'role-not-for-organization'],
    ['regional-adviser', 'solgen', 'role-not-for-organization'],
    ['regional-adviser', '35', 'organization-unknown'],
    ['regional-adviser', '3599', 'organization-unknown'],
    ['municipal-editor', '3557', 'organization-unknown'],
    ['partner', 'nobody', 'organization-unknown'],
  ])('%s does not fit %s', async (role, organization, code) => {
    expect(await attempt(role, organization)).toMatchObject({ refusals: [{ code }] });
  });
});

describe('how a person is written to', () => {
  const contact = { language: 'fr', notices: ['DIGEST', 'DIGEST', 'HANDOVER'] } as const;

  it('is set with an address and each notice once, and unset without an address', () => {
    given(invited)
      .when(setContact({ ...contact, address: 'marie.roy@ville.example.ca' }))
      .then({
        type: 'PersonContactSet',
        data: {
          address: plainText({ en: 'marie.roy@ville.example.ca' }),
          language: 'fr',
          notices: ['DIGEST', 'HANDOVER'],
        },
      });
    given(invited)
      .when(setContact({ language: 'en', notices: [] }))
      .then({ type: 'PersonContactSet', data: { language: 'en', notices: [] } });
    given().when(setContact(contact)).thenRefused('person-unknown', 'input.person');
  });

  it.each([
    'nobody',
    'a@b',
    'a@b.ca, c@d.ca',
    'A <a@b.ca>',
    'a@b.ca\nBcc: c@d.ca',
    ' a@b.ca',
    `${'a'.repeat(65)}@b.ca`,
    `a@${'b.'.repeat(130)}ca`,
  ])('is refused with the address %j', (address) => {
    given(invited)
      .when(setContact({ ...contact, address }))
      .thenRefused('address-invalid', 'input.address');
  });

  it('is set by the person or by an administrator, and by nobody else', async () => {
    const around = surroundings({});
    const input = { person: 'person-1', ...contact, idempotencyKey: 'k' };
    const caller = (actor: string) =>
      ({ actor, role: 'partner', organizations: ['cmha'] }) as const;
    const { parties, roles } = commands.setOwnContact;
    expect(await parties(input, around, caller('person-1'))).toEqual(['cmha']);
    expect(await parties(input, around, caller('person-2'))).toEqual([]);
    expect(roles).not.toContain('public');
    expect(commands.setPersonContact.roles).toEqual(['administrator']);
  });
});
