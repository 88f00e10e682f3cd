import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { IdentityUnavailable } from '../../../src/adapters/identity/identity.js';
import { planServer, problemOf, withServer, type PlanServer } from './plan-server.js';

let server: PlanServer;

beforeAll(async () => {
  server = await planServer();
});
afterAll(() => server.stop());

const who = async (headers: Readonly<Record<string, string>>) =>
  (await server.ask('{ who }', { headers })).json().data?.['who'];

test('without a token one is the public', async () => {
  expect(await who({})).toBe('public public -');
});

test('a token says who one is', async () => {
  expect(await who({ authorization: 'Bearer analyst' })).toBe('ann ministry-analyst solgen -');
  expect(await who({ authorization: 'bearer  editor' })).toBe('ed municipal-editor 3560010 -');
});

test.each([
  ['no scheme', 'analyst', 'token-malformed'],
  ['another scheme', 'Basic YTpi', 'token-malformed'],
  ['nothing after the scheme', 'Bearer ', 'token-malformed'],
  ['two tokens', 'Bearer analyst editor', 'token-malformed'],
  ['an unknown token', 'Bearer nobody', 'token-invalid'],
])('%s is refused, on a query too', async (_, authorization, reason) => {
  const { executed } = server.stage;
  const reply = await server.ask('{ who }', { headers: { authorization } });
  expect(problemOf(reply)).toBe(`401 UNAUTHENTICATED ${reason}`);
  expect(reply.headers['www-authenticate']).toContain('Bearer');
  expect(server.stage.executed).toBe(executed);
});

test('a token that was revoked no longer opens what it opened before', async () => {
  const headers = { authorization: 'Bearer colleague' };
  expect((await server.ask('{ who }', { headers })).status).toBe(200);
  server.revoked.add('colleague');
  expect(problemOf(await server.ask('{ who }', { headers }))).toBe(
    '401 UNAUTHENTICATED token-invalid',
  );
  server.revoked.clear();
});

test('a token in the query string is ignored', async () => {
  const reply = await server.send({
    method: 'POST',
    path: '/graphql?access_token=analyst&authorization=Bearer%20analyst',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ who }"}',
  });
  expect(reply.json().data?.['who']).toBe('public public -');
});

test('one may ask to act for an organization, by its code', async () => {
  const authorization = 'Bearer colleague';
  expect(await who({ authorization, 'jalon-acting-for': '3560027' })).toMatch(/ 3560027$/);
  const headers = { authorization, 'jalon-acting-for': 'No Code' };
  expect(problemOf(await server.ask('{ who }', { headers }))).toBe(
    '400 BAD_USER_INPUT acting-for-invalid',
  );
});

test('one asks in a role one holds, by the header jalon-role', async () => {
  const authorization = 'Bearer editor';
  expect(await who({ authorization, 'jalon-role': 'municipal-editor' })).toMatch(/^ed municipal/);
  const headers = { authorization, 'jalon-role': 'administrator' };
  expect(problemOf(await server.ask('{ who }', { headers }))).toBe('403 FORBIDDEN role-not-held');
});

test('while nobody can tell whether a token is good, it is neither accepted nor refused', async () => {
  const authenticate = () => Promise.reject(new IdentityUnavailable('away'));
  await withServer({ identity: { authenticate } }, async (lost) => {
    const headers = { authorization: 'Bearer analyst' };
    const reply = await lost.ask('{ who }', { headers });
    expect(problemOf(reply)).toBe('503 SERVICE_UNAVAILABLE identity-unavailable');
    expect(reply.headers['retry-after']).toBe('1');
    const french = { ...headers, 'accept-language': 'fr' };
    expect((await lost.ask('{ who }', { headers: french })).text).toContain('ne répond pas');
    expect((await lost.ask('{ who }')).status).toBe(200);
  });
});

test.each([
  [undefined, 'en'],
  ['fr', 'fr'],
  ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
  ['en-CA, fr;q=0.5', 'en'],
  ['fr;q=0.4, en;q=0.6', 'en'],
  ['de, fr;q=0', 'en'],
  ['*', 'en'],
])('Accept-Language %s reads as %s', async (header, language) => {
  const headers = header === undefined ? {} : { 'accept-language': header };
  const reply = await server.ask('{ language }', { headers });
  expect(reply.json().data?.['language']).toBe(language);
});

test('every answer carries a correlation id, one’s own where it is fit for it', async () => {
  const idOf = async (own: string) => {
    const headers = { 'x-request-id': own };
    return (await server.ask('{ who }', { headers })).headers['x-request-id'];
  };
  expect(await idOf('import-2026-01-05')).toBe('import-2026-01-05');
  const made = await idOf('short');
  expect(made).toMatch(/^[\da-f-]{36}$/);
  expect(await idOf('bad id with spaces')).not.toBe(made);
});
