import { createHmac, randomBytes } from 'node:crypto';
import { v7 as newId } from 'uuid';
import type { TextKeys } from '../../domain/text-keys.js';
import { keyBytes, openText, sealText } from './sealing.js';

/** Keeps keys as long as the process lives, for tests and for a hub in memory. */
export function memoryTextKeys(): TextKeys {
  const keys = new Map<string, Uint8Array>();
  const secret = randomBytes(keyBytes);
  return {
    async seal(texts) {
      return texts.map((text) => {
        const [id, key] = [newId(), randomBytes(keyBytes)];
        keys.set(id, key);
        return sealText(text, id, key);
      });
    },
    open: (texts) =>
      texts.map((text) => {
        const key = keys.get(text.key);
        return key && openText(text, key);
      }),
    async destroy(ids) {
      for (const id of ids) keys.delete(id);
    },
    hash: (text) => createHmac('sha256', secret).update(text).digest('hex'),
    async close() {},
  };
}
