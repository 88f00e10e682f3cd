import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { errors, decodeProtectedHeader } from 'jose';
import { IdentityUnavailable } from '../../../src/adapters/identity/identity.js';
import {
  signingKeys,
  type KeysOptions,
  type SigningKeys,
} from '../../../src/adapters/identity/signing-keys.js';
import { openIdProvider, type OpenIdProvider } from '../../support/openid-provider.js';

describe('the keys of a provider', () => {
  let provider: OpenIdProvider;
  let failures: unknown[];
  let clockMs: number;
  beforeEach(async () => {
    provider = await openIdProvider();
    failures = [];
    clockMs = 0;
  });
  afterEach(() => provider.close());

  const keysOf = (more: Partial<KeysOptions> = {}): SigningKeys =>
    signingKeys({
      issuer: provider.issuer,
      freshMs: 600_000,
      staleMsMax: 3_600_000,
      coolDownMs: 10_000,
      answerMsMax: 5_000,
      onFailure: (error) => failures.push(error),
      now: () => clockMs,
      ...more,
    });
  const headerOf = async (kid?: string) => {
    const header = kid === undefined ? {} : { kid };
    return decodeProtectedHeader(await provider.forge({ header })) as { alg: string; kid: string };
  };

  test('are read once, however many tokens come at once', async () => {
    const keys = keysOf();
    const header = await headerOf();
    await Promise.all(Array.from({ length: 100 }, () => keys(header)));
    expect(provider.readings()).toBe(1);
  });

  test('are found without discovery where their address is given', async () => {
    const keys = keysOf({ jwksUrl: `${provider.issuer}/jwks`, issuer: 'http://localhost:1' });
    expect(await keys(await headerOf())).toMatchObject({ type: 'public' });
  });

  test('follow a rotation without a restart, and the old key is forgotten', async () => {
    const keys = keysOf();
    const old = await headerOf();
    await keys(old);
    await provider.rotateKeys('second');
    clockMs = 10_000;
    await keys(await headerOf());
    await expect(keys(old)).rejects.toBeInstanceOf(errors.JWKSNoMatchingKey);
    expect(provider.readings()).toBe(2);
  });

  test('forget a withdrawn key once they are no longer fresh, though no token names a new one', async () => {
    const keys = keysOf();
    const old = await headerOf();
    await keys(old);
    await provider.rotateKeys('second');
    clockMs = 600_001;
    // The old keys serve this once, while the new ones are read.
    await keys(old);
    await keys(await headerOf());
    await expect(keys(old)).rejects.toBeInstanceOf(errors.JWKSNoMatchingKey);
  });

  test('a thousand tokens of unknown keys are one question to the provider per cool-down', async () => {
    const keys = keysOf();
    await keys(await headerOf());
    const ask = async (from: number) => {
      const headers = Array.from({ length: 500 }, (_, at) => ({
        alg: 'ES256',
        kid: `${from + at}`,
      }));
      const results = await Promise.allSettled(headers.map((header) => keys(header)));
      for (const result of results)
        expect(result).toMatchObject({ reason: expect.any(errors.JWKSNoMatchingKey) });
    };
    await ask(0);
    expect(provider.readings()).toBe(1);
    clockMs = 10_000;
    await ask(500);
    expect(provider.readings()).toBe(2);
  });

  test('serve on while the provider is away, until they are stale', async () => {
    const keys = keysOf();
    const header = await headerOf();
    await keys(header);
    provider.goAway();
    clockMs = 3_600_000;
    expect(await keys(header)).toBeDefined();
    clockMs = 3_700_000;
    await expect(keys(header)).rejects.toBeInstanceOf(IdentityUnavailable);
    expect(failures.length).toBeGreaterThan(0);
    provider.comeBack();
    clockMs = 3_710_000;
    expect(await keys(header)).toBeDefined();
  });

  test('that were never read cannot be judged by, and neither can an unknown one meanwhile', async () => {
    provider.goAway();
    const keys = keysOf();
    await expect(keys(await headerOf())).rejects.toBeInstanceOf(IdentityUnavailable);
    const asked = provider.readings();
    await expect(keys(await headerOf())).rejects.toBeInstanceOf(IdentityUnavailable);
    expect(provider.readings()).toBe(asked);
    provider.comeBack();
    clockMs = 10_000;
    await keys(await headerOf());
    provider.goAway();
    clockMs = 20_000;
    await expect(keys(await headerOf('third'))).rejects.toBeInstanceOf(IdentityUnavailable);
  });

  test('of a provider that calls itself otherwise are not taken', async () => {
    const keys = keysOf({ issuer: provider.issuer.replace('127.0.0.1', 'localhost') });
    await expect(keys(await headerOf())).rejects.toBeInstanceOf(IdentityUnavailable);
    expect(String(failures[0])).toContain('is of another issuer');
  });
});
