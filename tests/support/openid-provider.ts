import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { Provider } from 'oidc-provider';
import * as client from 'openid-client';
import { audience, callbackUrl, providerSettings, scope } from './provider-settings.js';

type SigningKey = { readonly secret: CryptoKey; readonly jwk: JWK; readonly kid: string };

/** What differs from a token as the provider makes them. */
export type Changes = {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly key?: CryptoKey | Uint8Array;
};

async function newKey(kid: string): Promise<SigningKey> {
  const { privateKey: secret } = await generateKeyPair('ES256', { extractable: true });
  return { secret, kid, jwk: { ...(await exportJWK(secret)), kid, alg: 'ES256', use: 'sig' } };
}

/** Signs in whoever `login_hint` names, without asking. */
async function signIn(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  const { params } = await provider.interactionDetails(request, response);
  const { login_hint: accountId = '', client_id: clientId = '', scope: wanted = '' } = params;
  const grant = new provider.Grant({ accountId, clientId });
  grant.addOIDCScope(wanted);
  grant.addResourceScope(audience, scope);
  const result = { login: { accountId }, consent: { grantId: await grant.save() } };
  const options = { mergeWithLastSubmission: false };
  await provider.interactionFinished(request, response, result, options);
}

const insecure = { execute: [client.allowInsecureRequests] };

/** Follows redirects as a browser does, until the console would be called back. */
async function browse(from: URL): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = from;
  while (!url.href.startsWith(callbackUrl)) {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const { headers, status } = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const set of headers.getSetCookie()) {
      const [name = '', ...value] = String(set.split(';')[0]).split('=');
      cookies.set(name, value.join('='));
    }
    const next = headers.get('location');
    if (next === null) throw new Error(`${url.pathname} answered ${status}`);
    url = new URL(next, url);
  }
  return url;
}

/** A real OpenID provider on this machine, with keys that can be changed and an off switch. */
export async function openIdProvider(claimsOf: (account: string) => object = () => ({})) {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let key = await newKey('first');
  const providerOf = ({ jwk }: SigningKey) =>
    new Provider(issuer, providerSettings([jwk], claimsOf));
  let provider = providerOf(key);
  let isAway = false;
  let readings = 0;
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '', issuer);
    if (pathname === '/jwks') readings += 1;
    if (isAway) request.socket.destroy();
    else if (pathname.startsWith('/interaction/')) void signIn(provider, request, response);
    else void provider.callback()(request, response);
  });

  return {
    issuer,
    /** How often somebody asked for the keys. */
    readings: () => readings,
    goAway: () => void (isAway = true),
    comeBack: () => void (isAway = false),
    /** From now on everything is signed with another key, and the old one is gone. */
    async rotateKeys(kid: string) {
      key = await newKey(kid);
      provider = providerOf(key);
    },
    publicKey: () => key.jwk,
    /** A token of the machine `importer`. */
    async machineToken() {
      const url = new URL(issuer);
      const auth = client.ClientSecretBasic('of a test');
      const importer = await client.discovery(url, 'importer', undefined, auth, insecure);
      return (await client.clientCredentialsGrant(importer, { scope, resource: audience }))
        .access_token;
    },
    /** Signs somebody in by code and PKCE, as the console does. */
    async personTokens(account: string) {
      const web = await client.discovery(
        new URL(issuer),
        'console',
        undefined,
        client.None(),
        insecure,
      );
      const pkceCodeVerifier = client.randomPKCECodeVerifier();
      const expectedState = client.randomState();
      const url = client.buildAuthorizationUrl(web, {
        redirect_uri: callbackUrl,
        scope: `openid ${scope}`,
        code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
        code_challenge_method: 'S256',
        state: expectedState,
        login_hint: account,
      });
      const checks = { pkceCodeVerifier, expectedState };
      const tokens = await client.authorizationCodeGrant(web, await browse(url), checks);
      return { access: tokens.access_token, id: tokens.id_token ?? '' };
    },
    /** A token as the provider could have signed it, with changes. */
    async forge(changes: Changes = {}, atMs = Date.now()) {
      const now = Math.floor(atMs / 1_000);
      const claims = { iss: issuer, aud: audience, sub: 'ann', iat: now, exp: now + 300 };
      const header = { alg: 'ES256', kid: key.kid, typ: 'at+jwt', ...changes.header };
      return new SignJWT({ ...claims, ...changes.claims })
        .setProtectedHeader(header)
        .sign(changes.key ?? key.secret);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type OpenIdProvider = Awaited<ReturnType<typeof openIdProvider>>;
