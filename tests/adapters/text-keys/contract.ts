import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TextKeys } from '../../../src/domain/text-keys.js';
import { plainText, type SealedText } from '../../../src/domain/text.js';

const statement = plainText({ en: 'Meet every family within two weeks', fr: 'Rencontrer' });
const reason = plainText({ fr: 'Élargi à l’échelle du comté' });

/** What every keeper of text keys does, whatever it keeps them in. */
export function textKeysContract(
  name: string,
  openKeys: () => Promise<{ readonly keys: TextKeys; remove(): Promise<void> | void }>,
): void {
  describe(`text keys, ${name}`, () => {
    let kept: Awaited<ReturnType<typeof openKeys>>;
    let keys: TextKeys;
    beforeEach(async () => {
      kept = await openKeys();
      keys = kept.keys;
    });
    afterEach(async () => {
      await keys.close();
      await kept.remove();
    });

    const sealOne = async (text = statement): Promise<SealedText> =>
      (await keys.seal([text]))[0] as SealedText;

    test('a sealed text opens again, in each language it was written in', async () => {
      const sealed = await keys.seal([statement, reason]);
      expect(keys.open(sealed)).toEqual([statement, reason]);
    });

    test('a sealed text says its language and nothing else in clear', async () => {
      const sealed = await sealOne();
      expect(sealed).toMatchObject({ kind: 'sealed', language: 'en' });
      expect(JSON.stringify(sealed)).not.toContain('family');
    });

    test('the same text sealed twice has two keys and two ciphertexts', async () => {
      const [first, second] = await keys.seal([statement, statement]);
      expect(first?.key).not.toEqual(second?.key);
      expect(first?.data).not.toEqual(second?.data);
    });

    test('many callers at once each get their own texts', async () => {
      const texts = Array.from({ length: 64 }, (_, at) => plainText({ en: `Strategy ${at}` }));
      const sealed = await Promise.all(texts.map(sealOne));
      expect(keys.open(sealed)).toEqual(texts);
    });

    test('a text is gone once its key is destroyed, and others stay', async () => {
      const [first, second] = (await keys.seal([statement, reason])) as [SealedText, SealedText];
      await keys.destroy([first.key]);
      expect(keys.open([first, second])).toEqual([undefined, reason]);
    });

    test('a key may be destroyed twice, and an unknown one is ignored', async () => {
      const sealed = await sealOne();
      await keys.destroy([sealed.key, 'nobody']);
      await keys.destroy([sealed.key]);
      expect(keys.open([sealed])).toEqual([undefined]);
    });

    test('a ciphertext does not open under the key of another text', async () => {
      const [first, second] = (await keys.seal([statement, reason])) as [SealedText, SealedText];
      expect(() => keys.open([{ ...first, key: second.key }])).toThrow();
    });

    test('a ciphertext that was tampered with does not open', async () => {
      const sealed = await sealOne();
      const at = sealed.data.length >> 1;
      const other = sealed.data[at] === 'A' ? 'B' : 'A';
      const data = sealed.data.slice(0, at) + other + sealed.data.slice(at + 1);
      expect(() => keys.open([{ ...sealed, data }])).toThrow();
    });

    test('the keyed hash is stable, differs by text, and is not the plain hash', () => {
      const [once, again, other] = ['a', 'a', 'b'].map((text) => keys.hash(text));
      expect(once).toMatch(/^[0-9a-f]{64}$/);
      expect(again).toBe(once);
      expect(other).not.toBe(once);
      expect(once).not.toBe('ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb');
    });
  });
}
