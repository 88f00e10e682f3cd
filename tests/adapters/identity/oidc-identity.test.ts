import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateKeyPair } from 'jose';
import { oidcIdentity, type OidcOptions } from '../../../src/adapters/identity/oidc-identity.js';
import { signingKeys } from '../../../src/adapters/identity/signing-keys.js';
import { openIdProvider, type OpenIdProvider } from '../../support/openid-provider.js';
import { audience } from '../../support/provider-settings.js';
import { planServer, problemOf, type PlanServer } from '../http/plan-server.js';

const hash = (text: string): string => createHmac('sha256', 'secret').update(text).digest('hex');
const invited = { status: 'invited', roles: [] } as const;

let provider: OpenIdProvider;
let server: PlanServer;

const optionsOf = (issuer: string): OidcOptions => ({
  issuer,
  audiences: ['urn:other', audience],
  algorithms: ['ES256', 'RS256'],
  tokenType: 'at+jwt',
  clockSkewMs: 30_000,
  claims: {
    roleClaim: 'hub.roles',
    organizationClaim: 'bodies',
    roleMap: new Map([['planner', 'municipal-editor']]),
    organizationMap: new Map([['Hamilton', '3525005']]),
  },
  keys: signingKeys({
    issuer,
    freshMs: 600_000,
    staleMsMax: 6_000_000,
    coolDownMs: 10_000,
    answerMsMax: 5_000,
  }),
  hash,
  readPerson: async () => invited,
});

beforeAll(async () => {
  provider = await openIdProvider(() => ({ hub: { roles: ['planner'] }, bodies: 'Hamilton' }));
  server = await planServer({ identity: oidcIdentity(optionsOf(provider.issuer)) });
});
afterAll(async () => {
  await server.stop();
  await provider.close();
});

const shown = (token: string, language = 'en') =>
  server.ask('{ who }', {
    headers: { authorization: `Bearer ${token}`, 'accept-language': language },
  });

describe('a token of the provider', () => {
  test('says who signed in, under a pseudonym, with roles by the claims', async () => {
    const { access } = await provider.personTokens('ann@hamilton.ca');
    const reply = await shown(access);
    expect(reply.json().data?.['who']).toMatch(/^person-[0-9a-f]{32} municipal-editor 3525005 -$/);
  });

  test('of a machine is one too, and of another person', async () => {
    const machine = await shown(await provider.machineToken());
    const person = await shown((await provider.personTokens('bob')).access);
    expect(machine.status).toBe(200);
    expect(machine.json().data?.['who']).not.toBe(person.json().data?.['who']);
  });

  test('is good within the skew of the clocks', async () => {
    const now = Math.floor(Date.now() / 1_000);
    for (const claims of [{ exp: now - 20 }, { nbf: now + 20 }])
      expect((await shown(await provider.forge({ claims }))).status).toBe(200);
  });
});

const seconds = (from: number) => Math.floor(Date.now() / 1_000) + from;
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Tokens nobody may come in with, by what is wrong with them. */
const bad: Readonly<Record<string, () => Promise<string>>> = {
  expired: () => provider.forge({ claims: { exp: seconds(-60) } }),
  'not yet valid': () => provider.forge({ claims: { nbf: seconds(60) } }),
  'for another service': () => provider.forge({ claims: { aud: 'urn:somebody' } }),
  'for nobody': () => provider.forge({ claims: { aud: undefined } }),
  'of another issuer': () => provider.forge({ claims: { iss: 'https://evil.example' } }),
  'without an end': () => provider.forge({ claims: { exp: undefined } }),
  'without a subject': () => provider.forge({ claims: { sub: undefined } }),
  'with an empty subject': () => provider.forge({ claims: { sub: '' } }),
  'with a subject without end': () => provider.forge({ claims: { sub: 'x'.repeat(256) } }),
  'of an unknown key': () => provider.forge({ header: { kid: 'nobody' } }),
  'signed by somebody else': async () =>
    provider.forge({ key: (await generateKeyPair('ES256')).privateKey }),
  'an id token': async () => (await provider.personTokens('ann')).id,
  'of no type': () => provider.forge({ header: { typ: 'JWT' } }),
  tampered: async () => {
    const [header, , signature] = (await provider.forge()).split('.');
    return [header, base64({ sub: 'root', aud: audience }), signature].join('.');
  },
  'cut short': async () => (await provider.forge()).slice(0, -4),
  unsigned: async () => {
    const [, payload] = (await provider.forge()).split('.');
    return `${base64({ alg: 'none', typ: 'at+jwt' })}.${payload}.`;
  },
  'signed with the public key as a secret': () =>
    provider.forge({
      header: { alg: 'HS256' },
      key: new TextEncoder().encode(JSON.stringify(provider.publicKey())),
    }),
  'by an algorithm that is not accepted': async () =>
    provider.forge({
      header: { alg: 'PS256' },
      key: (await generateKeyPair('PS256')).privateKey,
    }),
  'no token at all': async () => 'abc.def',
};

describe('a token is refused in both languages when it is', () => {
  test.each(Object.keys(bad))('%s', async (what) => {
    const token = (await bad[what]?.()) ?? '';
    const { executed } = server.stage;
    const en = await shown(token, 'en');
    const fr = await shown(token, 'fr');
    for (const reply of [en, fr])
      expect(problemOf(reply)).toBe('401 UNAUTHENTICATED token-invalid');
    expect(en.json().errors?.[0]?.message).toMatch(/^The token/);
    expect(fr.json().errors?.[0]?.message).toMatch(/^Le jeton/);
    expect(en.headers['www-authenticate']).toContain('invalid_token');
    expect(server.stage.executed).toBe(executed);
  });

  test('and the same token without the fault is not', async () => {
    expect((await shown(await provider.forge())).status).toBe(200);
  });
});

describe('roles', () => {
  const whoWith = async (claims: object, changes: Partial<OidcOptions> = {}) => {
    const identity = oidcIdentity({ ...optionsOf(provider.issuer), ...changes });
    const caller = await identity.authenticate(await provider.forge({ claims: { ...claims } }));
    return caller?.memberships;
  };

  test('are held in each of the organizations claimed, the farthest-reaching first', async () => {
    const hub = { roles: ['planner', 'municipal-approver', 'king'] };
    expect(await whoWith({ hub, bodies: ['Hamilton', '3506008', 'No Code'] })).toEqual([
      { role: 'municipal-approver', organizations: ['3525005', '3506008'] },
      { role: 'municipal-editor', organizations: ['3525005', '3506008'] },
    ]);
  });

  test.each([
    ['no organization', { hub: { roles: ['administrator'] } }],
    ['no role', { bodies: ['3525005'] }],
    ['roles that are no texts', { hub: { roles: [1, null, {}] }, bodies: ['3525005'] }],
    ['roles of the wrong shape', { hub: 'administrator', bodies: ['3525005'] }],
  ])('are none when a token claims %s', async (_, claims) => {
    expect(await whoWith(claims)).toEqual([]);
  });

  test('are taken from a claim by its own name, dots and all', async () => {
    const { claims } = optionsOf(provider.issuer);
    const roleClaim = 'https://hub.example/roles';
    const held = { [roleClaim]: 'researcher partner', bodies: 'Hamilton' };
    expect(await whoWith(held, { claims: { ...claims, roleClaim } })).toEqual([
      { role: 'partner', organizations: ['3525005'] },
      { role: 'researcher', organizations: ['3525005'] },
    ]);
  });

  test('come from no token where no claim is trusted with them', async () => {
    const { claims } = optionsOf(provider.issuer);
    const untrusting = { ...claims, roleClaim: undefined };
    const claimed = { hub: { roles: ['administrator'] }, bodies: 'Hamilton' };
    expect(await whoWith(claimed, { claims: untrusting })).toEqual([]);
  });
});
