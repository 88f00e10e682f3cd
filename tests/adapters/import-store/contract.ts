import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type {
  ImportStore,
  ImportStoreLimits,
} from '../../../src/adapters/import-store/import-store.js';
import { uploadOf } from '../../support/upload-of.js';

const limits = { reportsBytesMax: 10, uploadsBytesMax: 10, uploadMs: 1_000 };

/** What every store of uploads and reports does, whatever it keeps them in. */
export function importStoreContract(
  name: string,
  openStore: (
    limits: ImportStoreLimits,
    nowMs: () => number,
  ) => Promise<{ readonly store: ImportStore; remove(): Promise<void> }>,
): void {
  describe(`import store, ${name}`, () => {
    let kept: Awaited<ReturnType<typeof openStore>>;
    let store: ImportStore;
    let now: number;
    beforeEach(async () => {
      now = 0;
      kept = await openStore(limits, () => now);
      ({ store } = kept);
    });
    afterEach(async () => {
      await store.close();
      await kept.remove();
    });

    const file = (text: string) => uploadOf('counts.csv', Buffer.from(text));
    const bytesOf = async (organization: string, id: string | undefined) => {
      const upload = await store.upload(organization, id ?? '');
      const chunks: Uint8Array[] = [];
      for await (const chunk of upload?.chunks ?? []) chunks.push(chunk);
      return upload && { name: upload.name, bytes: Buffer.concat(chunks) };
    };
    const textOf = async (organization: string, id: string | undefined) => {
      const upload = await bytesOf(organization, id);
      return upload && `${upload.name} ${upload.bytes.toString()}`;
    };

    test('gives an upload back to the organization it belongs to, and to no other', async () => {
      const id = await store.keepUpload('3525005', file('a,b'));
      expect(await textOf('3525005', id)).toBe('counts.csv a,b');
      expect(await textOf('3506008', id)).toBeUndefined();
      for (const other of ['nothing', `${id}\0`, '\ud800'])
        expect(await textOf('3525005', other)).toBeUndefined();
    });

    test('forgets an upload when its time is over', async () => {
      const id = await store.keepUpload('3525005', file('a,b'));
      now = 999;
      expect(await textOf('3525005', id)).toBe('counts.csv a,b');
      now = 1_000;
      expect(await textOf('3525005', id)).toBeUndefined();
    });

    test('takes no more of an organization than its share, until something expires', async () => {
      expect(await store.keepUpload('3525005', file('123456'))).toBeDefined();
      expect(await store.keepUpload('3525005', file('12345'))).toBeUndefined();
      expect(await store.keepUpload('3506008', file('12345'))).toBeDefined();
      expect(await store.keepUpload('3525005', file('1234'))).toBeDefined();
      now = 1_000;
      expect(await store.keepUpload('3525005', file('1234567890'))).toBeDefined();
    });

    /** A file of which the first half came; the rest is up to the test. */
    function halfArrived(bytesMax: number) {
      const rest = Promise.withResolvers<Uint8Array>();
      const asked = Promise.withResolvers<void>();
      async function* chunks() {
        yield Buffer.from('half');
        asked.resolve();
        yield await rest.promise;
      }
      const id = store.keepUpload('3525005', { name: 'a.csv', bytesMax, chunks: chunks() });
      return { id, rest, asked: asked.promise };
    }

    test('holds room for a file that arrives, and afterwards for as much as came', async () => {
      const { id, rest, asked } = halfArrived(8);
      await asked;
      expect(await store.keepUpload('3525005', file('123'))).toBeUndefined();
      expect(await store.keepUpload('3506008', file('123'))).toBeDefined();
      rest.resolve(Buffer.from('!'));
      expect(await textOf('3525005', await id)).toBe('a.csv half!');
      expect(await store.keepUpload('3525005', file('12345'))).toBeDefined();
    });

    test('keeps nothing of a file that fails to arrive, and says why', async () => {
      const { id, rest, asked } = halfArrived(10);
      await asked;
      rest.reject(new Error('cut off'));
      await expect(id).rejects.toThrow('cut off');
      expect(await store.keepUpload('3525005', file('1234567890'))).toBeDefined();
    });

    test('reads nothing of a file for which there is no room', async () => {
      let isRead = false;
      const chunks = (function* () {
        isRead = true;
        yield Buffer.from('a');
      })();
      const tooMuch = { name: 'a.csv', bytesMax: 11, chunks };
      expect(await store.keepUpload('3525005', tooMuch)).toBeUndefined();
      expect(isRead).toBe(false);
    });

    test('holds no room for a file that has not arrived in two minutes', async () => {
      const { id, rest, asked } = halfArrived(10);
      await asked;
      now = 119_999;
      expect(await store.keepUpload('3525005', file('1'))).toBeUndefined();
      now = 120_000;
      expect(await store.keepUpload('3525005', file('1'))).toBeDefined();
      rest.reject(new Error('cut off'));
      await expect(id).rejects.toThrow('cut off');
    });

    test('keeps a report under its SHA-256, the same bytes once', async () => {
      const hash = await store.keepReport(Buffer.from('abc'));
      expect(hash).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
      expect(await store.keepReport(Buffer.from('abc'))).toBe(hash);
      expect(Buffer.from((await store.report(hash)) ?? []).toString()).toBe('abc');
      expect(await store.report('0')).toBeUndefined();
    });

    test('lets the oldest reports make room, and always keeps the newest', async () => {
      const first = await store.keepReport(Buffer.from('1111'));
      const second = await store.keepReport(Buffer.from('2222'));
      const third = await store.keepReport(Buffer.from('3333'));
      expect(await store.report(first)).toBeUndefined();
      expect(await store.report(second)).toBeDefined();
      expect(await store.report(third)).toBeDefined();
      const large = await store.keepReport(Buffer.from('12345678901'));
      expect(await store.report(third)).toBeUndefined();
      expect(await store.report(large)).toBeDefined();
    });

    test('gives back files of any length byte for byte', async () => {
      await store.close();
      await kept.remove();
      const roomy = { ...limits, reportsBytesMax: 4_000_000, uploadsBytesMax: 4_000_000 };
      kept = await openStore(roomy, () => now);
      ({ store } = kept);
      for (const length of [0, 1, 262_144, 262_145, 1_000_003]) {
        const bytes = Buffer.from(Uint8Array.from({ length }, (_, at) => (at * 31) % 251));
        const whole = uploadOf('counts.csv', bytes);
        for (const chunks of [[bytes], [bytes.subarray(0, 5), bytes.subarray(5)]]) {
          const id = await store.keepUpload('3525005', { ...whole, chunks });
          expect((await bytesOf('3525005', id))?.bytes.equals(bytes)).toBe(true);
        }
        const report = await store.report(await store.keepReport(bytes));
        expect(report && bytes.equals(report)).toBe(true);
      }
    });

    test('gives an organization one turn at a time, beside the turns of others', async () => {
      const turn = await store.takeTurn('3525005');
      expect(turn).toBeDefined();
      expect(await store.takeTurn('3525005')).toBeUndefined();
      const other = await store.takeTurn('3506008');
      expect(other).toBeDefined();
      await turn?.[Symbol.asyncDispose]();
      const next = await store.takeTurn('3525005');
      expect(next).toBeDefined();
      await Promise.all([next, other].map((each) => each?.[Symbol.asyncDispose]()));
    });
  });
}
