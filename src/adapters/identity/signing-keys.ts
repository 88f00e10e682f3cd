import {
  createLocalJWKSet,
  errors,
  type CryptoKey,
  type JSONWebKeySet,
  type JWTHeaderParameters,
  type LocalJWKSet,
} from 'jose';
import { IdentityUnavailable } from './identity.js';
import { readJson } from './read-json.js';
import { isSafeUrl } from './safe-url.js';

/** Where the keys of a provider are, and how long they are relied on. */
export type KeysOptions = {
  readonly issuer: string;
  /** Address of the keys; found by discovery when it is not given. */
  readonly jwksUrl?: string | undefined;
  /** Keys older than this are read again, while the old ones serve. */
  readonly freshMs: number;
  /** Keys older than this no longer serve. */
  readonly staleMsMax: number;
  /** Least time between two readings, whatever tokens are shown and whatever went wrong. */
  readonly coolDownMs: number;
  readonly answerMsMax: number;
  /** Told when the keys could not be read. */
  readonly onFailure?: (error: unknown) => void;
  /** Milliseconds that never go back. */
  readonly now?: () => number;
};

/** Finds the key that a token names. @throws JWKSNoMatchingKey, IdentityUnavailable */
export type SigningKeys = (header: JWTHeaderParameters) => Promise<CryptoKey>;

type KnownKeys = { readonly find: LocalJWKSet; readonly readAt: number };

/** Address of the keys as the provider itself states it (OpenID Connect Discovery 1.0). */
async function discover(issuer: string, answerMsMax: number): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const stated = Object(await readJson(address, answerMsMax)) as Record<string, unknown>;
  if (stated['issuer'] !== issuer) throw new Error(`${address} is of another issuer`);
  const { jwks_uri: keys } = stated;
  if (typeof keys !== 'string' || !isSafeUrl(keys))
    throw new Error(`${address} names no jwks_uri of https`);
  return keys;
}

async function readKeys({ issuer, jwksUrl, answerMsMax }: KeysOptions): Promise<LocalJWKSet> {
  const url = jwksUrl ?? (await discover(issuer, answerMsMax));
  return createLocalJWKSet((await readJson(url, answerMsMax)) as JSONWebKeySet);
}

/** Runs a task for one caller at a time, and never sooner than a while after it last began. */
function coolingDown(task: () => Promise<void>, coolDownMs: number, now: () => number) {
  let begunAt = -Infinity;
  let running: Promise<void> | undefined;
  return async (): Promise<void> => {
    if (running === undefined && now() - begunAt < coolDownMs) return;
    if (running === undefined) {
      begunAt = now();
      running = task().finally(() => (running = undefined));
    }
    await running;
  };
}

/**
 * Keeps the keys of a provider. They are read when a token first needs them, when they are no
 * longer fresh, and when a token names one that is not among them; by one reader at a time, and
 * never sooner than the cool-down after the last, so that no flood of tokens becomes a flood of
 * readings. While the provider is away the keys that are known go on serving.
 */
export function signingKeys(options: KeysOptions): SigningKeys {
  const { freshMs, staleMsMax, coolDownMs, onFailure = () => undefined } = options;
  const { issuer, now = () => performance.now() } = options;
  let known: KnownKeys | undefined;
  let hasFailed = false;

  const ageMs = (): number => (known === undefined ? Infinity : now() - known.readAt);
  const refresh = coolingDown(
    async () => {
      try {
        known = { find: await readKeys(options), readAt: now() };
        hasFailed = false;
      } catch (error) {
        hasFailed = true;
        onFailure(error);
      }
    },
    coolDownMs,
    now,
  );
  async function find(header: JWTHeaderParameters): Promise<CryptoKey> {
    if (known === undefined || ageMs() > staleMsMax) throw new IdentityUnavailable(issuer);
    return known.find(header);
  }

  return async (header) => {
    const refreshed = ageMs() > freshMs ? refresh() : undefined;
    if (ageMs() > staleMsMax) await refreshed;
    try {
      return await find(header);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
    }
    await refresh();
    // Whether the provider has such a key by now cannot be told while it is away.
    if (hasFailed) throw new IdentityUnavailable(issuer);
    return find(header);
  };
}
