import { describe, expect, it } from '@jest/globals';
import { callerAs, callerWith } from '../../../src/domain/authority.js';
import { heldRoles } from '../../../src/domain/person/held-roles.js';
import { personId } from '../../../src/domain/person/person-id.js';
import type { RecordedRole } from '../../../src/domain/person/state.js';

const editing = { role: 'municipal-editor', organization: '3525005' } as const;
const held = [{ role: 'municipal-editor', organizations: ['3525005'] }];

const on = (today: string, claimed: readonly (typeof editing)[], ...roles: RecordedRole[]) =>
  heldRoles({ status: 'invited', roles }, claimed, today);

describe('the roles a person holds', () => {
  const granted = {
    ...editing,
    status: 'granted',
    from: '2024-01-01',
    until: '2024-12-31',
  } as const;

  it('are those granted, from the first day to the last', () => {
    expect(on('2023-12-31', [], granted)).toEqual([]);
    expect(on('2024-01-01', [], granted)).toEqual(held);
    expect(on('2024-12-31', [], granted)).toEqual(held);
    expect(on('2025-01-01', [], granted)).toEqual([]);
  });

  it('are those a token claims about which nothing was decided', () => {
    expect(on('2024-06-15', [editing])).toEqual(held);
    expect(heldRoles({ status: 'none' }, [editing], '2024-06-15')).toEqual(held);
  });

  it('are none that was revoked or is over, whatever a token claims', () => {
    expect(on('2024-06-15', [editing], { ...editing, status: 'revoked' })).toEqual([]);
    expect(on('2025-06-15', [editing], granted)).toEqual([]);
  });

  it('in another organization are untouched by it', () => {
    const elsewhere = { ...editing, organization: '3506008' } as const;
    const revoked = { ...elsewhere, status: 'revoked' } as const;
    expect(on('2024-06-15', [editing], revoked)).toEqual(held);
  });
});

describe('somebody with several roles', () => {
  const ann = callerWith('ann', [
    { role: 'municipal-editor', organizations: ['3525005'] },
    { role: 'municipal-approver', organizations: ['3506008'] },
    { role: 'municipal-editor', organizations: ['3551034', '3525005'] },
  ]);

  it('asks in the farthest-reaching one', () => {
    expect(ann).toMatchObject({ role: 'municipal-approver', organizations: ['3506008'] });
  });

  it('may ask in another, by naming it or the organization', () => {
    const editor = { role: 'municipal-editor', organizations: ['3525005', '3551034'] };
    expect(callerAs(ann, { role: 'municipal-editor' })).toMatchObject(editor);
    expect(callerAs(ann, { actingFor: '3551034' })).toMatchObject({
      ...editor,
      actingFor: '3551034',
    });
  });

  it('may not ask in a role not held', () => {
    expect(callerAs(ann, { role: 'administrator' })).toBeUndefined();
    expect(callerAs(callerWith('bob', []), { role: 'administrator' })).toBeUndefined();
  });

  it('is the public with none', () => {
    expect(callerWith('bob', [])).toMatchObject({ role: 'public', organizations: [] });
    expect(callerAs(callerWith('bob', []), {})).toMatchObject({ actor: 'bob', role: 'public' });
  });
});

describe('the pseudonym of a person', () => {
  const hash = (text: string) => Buffer.from(text).toString('hex').padEnd(64, '0');

  it('is another for another issuer, subject or secret, and says neither', () => {
    const whole = (text: string) => hash(text.slice(text.indexOf('[')));
    const ids = [
      personId(whole, 'https://a', 'ann'),
      personId(whole, 'https://b', 'ann'),
      personId((text) => hash(`2${text}`), 'https://a', 'ann'),
    ];
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^person-[0-9a-f]{32}$/);
  });
});
