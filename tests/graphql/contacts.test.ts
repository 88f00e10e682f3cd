import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../src/domain/authority.js';
import { registerOrganization } from '../../src/domain/organization/commands.js';
import { invitePerson } from '../../src/domain/person/commands.js';
import { administrator } from '../support/command-desk.js';
import { queryHub, type QueryHub } from './query-hub.js';

const [anne, bob] = [`person-${'a'.repeat(32)}`, `person-${'b'.repeat(32)}`];
const partner = (actor: string): Caller => ({ actor, role: 'partner', organizations: ['cmha'] });
const source = `mutation ($input: SetPersonContactInput!) {
  setPersonContact(input: $input) {
    person { id contact { address { en redacted } language notices } } refusals { code field }
  }
}`;

describe('how people are written to', () => {
  let hub: QueryHub;
  beforeAll(async () => {
    hub = await queryHub();
    const named = { kind: 'PARTNER', sector: 'health', name: { en: 'CMHA' } } as const;
    await hub.record(registerOrganization, { code: 'cmha', ...named });
    for (const person of [anne, bob]) await hub.record(invitePerson, { person });
  });
  afterAll(() => hub.close());

  let given = 0;
  const set = (person: string, caller: Caller, address = 'anne@cmha.example') => {
    const idempotencyKey = `set ${(given += 1)}`;
    const input = { idempotencyKey, person, address, language: 'FR', notices: ['DIGEST'] };
    return hub.ask<{ setPersonContact: object }>(source, { input }, { caller });
  };

  it('is set by themselves, and the log holds no address', async () => {
    const { data } = await set(anne, partner(anne));
    expect(data?.setPersonContact).toEqual({
      person: {
        id: anne,
        contact: {
          address: { en: 'anne@cmha.example', redacted: false },
          language: 'FR',
          notices: ['DIGEST'],
        },
      },
      refusals: [],
    });
    expect(JSON.stringify(await hub.everything())).not.toContain('anne@');
  });

  it('is set by administrators for anybody, and by others for nobody else', async () => {
    expect((await set(bob, administrator)).errors).toBeUndefined();
    const { errors } = await set(bob, partner(anne));
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('is refused with something that is no address, which is not repeated', async () => {
    const { data } = await set(anne, partner(anne), 'anne');
    expect(data?.setPersonContact).toMatchObject({
      refusals: [{ code: 'address-invalid', field: 'input.address' }],
    });
  });
});
