/**
 * What a failure of the client means for the one who called. `dropped` is a call that the server
 * gave up, as it does a subscription that was too slow while live; `passing` is anything else that
 * trying again may mend.
 */
export type Fault = 'conflict' | 'too-large' | 'dropped' | 'lasting' | 'passing';

const byType: Readonly<Record<string, Fault>> = {
  'wrong-expected-version': 'conflict',
  'maximum-append-size-exceeded': 'too-large',
  timeout: 'dropped',
  'stream-deleted': 'lasting',
  'access-denied': 'lasting',
  unsupported: 'lasting',
  'invalid-argument': 'lasting',
};

// Status codes of gRPC: invalid argument, permission denied, unimplemented, unauthenticated.
const lastingCodes: readonly unknown[] = [3, 7, 12, 16];

const property = (error: unknown, name: 'type' | 'code' | 'message'): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;

/**
 * Judges a failure by the client's type and by its gRPC code, because not all failures have a
 * type: a server that is down gives a plain error, and so does a discovery that failed.
 */
export function faultOf(error: unknown): Fault {
  const type = property(error, 'type');
  const known = typeof type === 'string' ? byType[type] : undefined;
  if (known !== undefined) return known;
  const isRefused = String(property(error, 'message')).includes('BadRequest');
  return isRefused || lastingCodes.includes(property(error, 'code')) ? 'lasting' : 'passing';
}

// What gRPC says around the failure of a connection, and the time it adds to it.
const aroundFailure = /^.*Last error: (?:Error: )?(.*?)\.? ?Resolution note: .*$/s;
const time = / \(\d{4}-[\dT:.-]+Z\)/;

/** What went wrong in a few words of the client's, which hold no password. */
export function reasonOf(error: unknown): string {
  const message = String(property(error, 'message') ?? '');
  const said = message
    .replace(aroundFailure, '$1')
    .replace(time, '')
    .replace(/[.\s]+$/, '');
  return said === '' ? String(property(error, 'type') ?? 'unknown') : said.slice(0, 200);
}
