import type { TextKeys } from '../text-keys.js';
import type { StreamName } from '../identifiers.js';

/**
 * Pseudonym of the person whom an OpenID provider calls by a subject. Subjects can be e-mail
 * addresses, so the hash is keyed: without the hub's secret nobody can tell whose it is.
 */
export const personId = (
  hash: TextKeys['hash'],
  issuer: string,
  subject: string,
): StreamName & `person-${string}` =>
  `person-${hash(`person ${JSON.stringify([issuer, subject])}`).slice(0, 32)}`;
