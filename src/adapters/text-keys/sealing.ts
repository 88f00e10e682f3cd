import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { PlainText, SealedText } from '../../domain/text.js';

/** Bytes of an AES-256 key. */
export const keyBytes = 32;

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Encrypts a text under a key of its own (AES-256-GCM, NIST SP 800-38D). The key's id is
 * authenticated with it, so a sealed text cannot be passed off as another.
 */
export function sealText({ kind: _, language, ...words }: PlainText, id: string, key: Uint8Array) {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(id));
  const body = [cipher.update(JSON.stringify(words), 'utf8'), cipher.final()];
  const data = Buffer.concat([nonce, ...body, cipher.getAuthTag()]).toString('base64url');
  return { kind: 'sealed', language, key: id, data } satisfies SealedText;
}

/** Decrypts a text. @throws Error when it was not sealed under this key and id */
export function openText({ language, key: id, data }: SealedText, key: Uint8Array): PlainText {
  const bytes = Buffer.from(data, 'base64url');
  const nonce = bytes.subarray(0, nonceBytes);
  const body = bytes.subarray(nonceBytes, -tagBytes);
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
    .setAAD(Buffer.from(id))
    .setAuthTag(bytes.subarray(-tagBytes));
  const json = Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  return { kind: 'plain', language, ...(JSON.parse(json) as Pick<PlainText, 'en' | 'fr'>) };
}
