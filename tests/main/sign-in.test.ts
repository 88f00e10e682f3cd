import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { HttpServer } from '../../src/adapters/http/start-http.js';
import { readConfiguration } from '../../src/main/configuration.js';
import { openHub, type Hub } from '../../src/main/open-hub.js';
import { openIdProvider, type OpenIdProvider } from '../support/openid-provider.js';
import { audience } from '../support/provider-settings.js';
import { dataFolder } from '../support/hub-process.js';

type Payload = { readonly refusals: readonly { code: string }[] };
type Body = {
  readonly data?: Readonly<Record<string, never>>;
  readonly errors?: readonly { readonly extensions: { code: string; reason: string } }[];
};

const { folder, remove } = dataFolder();
let provider: OpenIdProvider;
let hub: Hub;
let server: HttpServer;
let administrator: string;
let planner: string;

/** What the provider says of some of its accounts. */
const claims: Readonly<Record<string, object>> = {
  claimant: { roles: ['municipal-editor'], bodies: ['3506008'] },
  northerner: { roles: ['regional-adviser'], bodies: ['region-of-algoma'] },
};

/** A hub that trusts a provider and its own tokens, with a ministry and two towns. */
beforeAll(async () => {
  provider = await openIdProvider((account) => claims[account] ?? {});
  const reading = readConfiguration({
    JALON_EVENT_LOG: 'memory',
    JALON_DATA_DIR: folder,
    JALON_PORT: '0',
    JALON_OIDC_ISSUER: provider.issuer,
    JALON_OIDC_AUDIENCE: audience,
    JALON_OIDC_ROLE_CLAIM: 'roles',
    JALON_OIDC_ORGANIZATION_CLAIM: 'bodies',
    JALON_OIDC_ORGANIZATION_MAP: 'region-of-algoma=3557',
    JALON_OIDC_COOL_DOWN_MS: '100ms',
  });
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  hub = await openHub(reading.configuration);
  server = await hub.listen(pino({ level: 'silent' }));
  const order = { role: 'administrator', organizations: ['solgen'] } as const;
  administrator = (await hub.identity.issueToken(order)).token;
  const name = { en: 'Somewhere' };
  const town = { kind: 'MUNICIPALITY', tier: 'SINGLE', name };
  await give('registerOrganization', { code: 'solgen', kind: 'MINISTRY', name });
  await give('registerOrganization', { code: '3525005', ...town });
  await give('registerOrganization', { code: '3506008', ...town });
  planner = (await provider.personTokens('planner@hamilton.ca')).access;
});
afterAll(async () => {
  await server.stop();
  await hub.close();
  await provider.close();
  remove();
});

async function ask(token: string, query: string, variables: object = {}, headers: object = {}) {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, body: (await response.json()) as Body };
}

let given = 0;
async function give(mutation: string, input: object, token = administrator): Promise<Payload> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${mutation}(input: $input) { refusals { code } } }`;
  const idempotencyKey = `given ${(given += 1)}`;
  const { body } = await ask(token, query, { input: { idempotencyKey, ...input } });
  const [error] = body.errors ?? [];
  if (error !== undefined) throw new Error(error.extensions.code);
  return body.data?.[mutation] as unknown as Payload;
}

const viewer = async (token: string, headers: object = {}) =>
  (
    await ask(
      token,
      '{ viewer { role organizations actingFor person memberships { role organizations } } }',
      {},
      headers,
    )
  ).body.data?.['viewer'] as unknown as { role: string; organizations: string[]; person: string };

const openPlan = (token: string, code = '3525005') =>
  give('openPlan', { title: { en: 'A safer town' }, bodies: [code] }, token);

describe('somebody who signs in with the provider', () => {
  it('is the public until granted a role, and sees the pseudonym to be granted one under', async () => {
    expect(await viewer(planner)).toMatchObject({
      role: 'PUBLIC',
      organizations: [],
      person: expect.stringMatching(/^person-[0-9a-f]{32}$/),
    });
    await expect(openPlan(planner)).rejects.toThrow('FORBIDDEN');
  });

  it('holds a role from the request after the grant to the request after the revocation', async () => {
    const { person } = await viewer(planner);
    const editing = { person, role: 'MUNICIPAL_EDITOR', organization: '3525005' };
    expect(await give('invitePerson', { person })).toEqual({ refusals: [] });
    expect(await give('grantRole', editing)).toEqual({ refusals: [] });
    expect(await viewer(planner)).toMatchObject({
      role: 'MUNICIPAL_EDITOR',
      organizations: ['3525005'],
    });
    expect(await openPlan(planner)).toEqual({ refusals: [] });
    await expect(openPlan(planner, '3506008')).rejects.toThrow('FORBIDDEN');
    const reason = { en: 'Left the town' };
    expect(await give('revokeRole', { ...editing, reason })).toEqual({ refusals: [] });
    await expect(openPlan(planner)).rejects.toThrow('FORBIDDEN');
    expect(await viewer(planner)).toMatchObject({ role: 'PUBLIC', memberships: [] });
  });

  it('can be invited by the subject before ever signing in', async () => {
    const subject = 'newcomer@ottawa.ca';
    expect(await give('invitePerson', { subject, name: { en: 'Newcomer' } })).toEqual({
      refusals: [],
    });
    const { access } = await provider.personTokens(subject);
    const { person } = await viewer(access);
    expect(await give('invitePerson', { person })).toEqual({
      refusals: [{ code: 'person-already-invited' }],
    });
    expect(await give('invitePerson', { person, subject })).toEqual({
      refusals: [{ code: 'person-unnamed' }],
    });
    expect(await give('invitePerson', {})).toEqual({ refusals: [{ code: 'person-unnamed' }] });
  });

  it('asks in one role at a time, and may choose it or the organization to act for', async () => {
    const { access } = await provider.personTokens('adviser');
    const { person } = await viewer(access);
    await give('invitePerson', { person });
    for (const organization of ['3525005', '3506008'])
      await give('grantRole', { person, role: 'REGIONAL_ADVISER', organization });
    await give('grantRole', { person, role: 'MINISTRY_ANALYST', organization: 'solgen' });
    const advising = { role: 'REGIONAL_ADVISER', organizations: ['3525005', '3506008'] };
    expect(await viewer(access)).toMatchObject({
      role: 'MINISTRY_ANALYST',
      actingFor: null,
      memberships: [{ role: 'MINISTRY_ANALYST' }, advising],
    });
    expect(await viewer(access, { 'jalon-role': 'regional-adviser' })).toMatchObject(advising);
    expect(await viewer(access, { 'jalon-acting-for': '3506008' })).toMatchObject({
      ...advising,
      actingFor: '3506008',
    });
    const refused = await ask(access, '{ viewer { role } }', {}, { 'jalon-role': 'administrator' });
    expect(refused).toMatchObject({
      status: 403,
      body: { errors: [{ extensions: { code: 'FORBIDDEN', reason: 'role-not-held' } }] },
    });
  });

  it('whose role a claim says loses it when the hub revokes it', async () => {
    const { access } = await provider.personTokens('claimant');
    expect(await openPlan(access, '3506008')).toEqual({ refusals: [] });
    const { person } = await viewer(access);
    await give('invitePerson', { person });
    const editing = { person, role: 'MUNICIPAL_EDITOR', organization: '3506008' };
    await give('revokeRole', { ...editing, reason: { en: 'Under inquiry' } });
    await expect(openPlan(access, '3506008')).rejects.toThrow('FORBIDDEN');
    await give('grantRole', editing);
    expect(await openPlan(access, '3506008')).toEqual({ refusals: [] });
  });

  it('leaves nothing in the log that names anybody, and the pseudonym on every event', async () => {
    const events = [];
    for await (const batch of hub.desk.log.readAll()) events.push(...batch);
    const text = JSON.stringify(events);
    for (const name of ['planner@', 'hamilton.ca', 'newcomer', 'Newcomer', 'claimant', 'adviser@'])
      expect(text).not.toContain(name);
    const opened = events.filter(({ type }) => type === 'PlanOpened');
    expect(opened.length).toBeGreaterThan(2);
    for (const { metadata } of opened) {
      expect(metadata.actor).toMatch(/^person-/);
      expect(metadata.actingFor).toMatch(/^35/);
    }
  });

  it('is served while keys rotate and while the provider is away, as are local tokens', async () => {
    await provider.rotateKeys('second');
    const { access } = await provider.personTokens('planner@hamilton.ca');
    expect((await ask(access, '{ viewer { role } }')).status).toBe(200);
    provider.goAway();
    expect((await ask(access, '{ viewer { role } }')).status).toBe(200);
    expect((await ask(administrator, '{ viewer { role } }')).status).toBe(200);
    expect((await ask(planner, '{ viewer { role } }')).status).not.toBe(200);
    provider.comeBack();
  });
});

it('an adviser whose region the provider names reads for its municipalities alone', async () => {
  const name = { en: 'Sault Ste. Marie' };
  const town = { kind: 'MUNICIPALITY', tier: 'SINGLE', censusDivision: '3557', name };
  await give('registerOrganization', { code: '3557061', ...town });
  const { access } = await provider.personTokens('northerner');
  expect(await viewer(access)).toMatchObject({ role: 'REGIONAL_ADVISER', organizations: ['3557'] });
  const reading = (code: string) =>
    ask(access, `{ importAttempts(organization: "${code}") { edges { cursor } } }`);
  expect((await reading('3557061')).body.errors).toBeUndefined();
  expect((await reading('3525005')).body.errors).toMatchObject([
    { extensions: { code: 'FORBIDDEN', reason: 'not-permitted' } },
  ]);
});
