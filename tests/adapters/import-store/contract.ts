import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type {
  ImportStore,
  ImportStoreLimits,
} from '../../../src/adapters/import-store/import-store.js';

const limits = { reportsBytesMax: 10, uploadsBytesMax: 10, uploadMs: 1_000 };

/** What every store of uploads and reports does, whatever it keeps them in. */
export function importStoreContract(
  name: string,
  openStore: (
    limits: ImportStoreLimits,
    nowMs: () => number,
  ) => { readonly store: ImportStore; remove(): void },
): void {
  describe(`import store, ${name}`, () => {
    let kept: ReturnType<typeof openStore>;
    let store: ImportStore;
    let now: number;
    beforeEach(() => {
      now = 0;
      kept = openStore(limits, () => now);
      ({ store } = kept);
    });
    afterEach(() => {
      store.close();
      kept.remove();
    });

    const file = (text: string) => ({ name: 'counts.csv', bytes: Buffer.from(text) });
    const textOf = (organization: string, id: string | undefined) => {
      const upload = store.upload(organization, id ?? '');
      return upload && `${upload.name} ${Buffer.from(upload.bytes).toString()}`;
    };

    test('gives an upload back to the organization it belongs to, and to no other', () => {
      const id = store.keepUpload('3525005', file('a,b'));
      expect(textOf('3525005', id)).toBe('counts.csv a,b');
      expect(textOf('3506008', id)).toBeUndefined();
      expect(textOf('3525005', 'nothing')).toBeUndefined();
    });

    test('forgets an upload when its time is over', () => {
      const id = store.keepUpload('3525005', file('a,b'));
      now = 999;
      expect(textOf('3525005', id)).toBe('counts.csv a,b');
      now = 1_000;
      expect(textOf('3525005', id)).toBeUndefined();
    });

    test('takes no more of an organization than its share, until something expires', () => {
      expect(store.keepUpload('3525005', file('123456'))).toBeDefined();
      expect(store.keepUpload('3525005', file('12345'))).toBeUndefined();
      expect(store.keepUpload('3506008', file('12345'))).toBeDefined();
      expect(store.keepUpload('3525005', file('1234'))).toBeDefined();
      now = 1_000;
      expect(store.keepUpload('3525005', file('1234567890'))).toBeDefined();
    });

    test('keeps a report under its SHA-256, the same bytes once', () => {
      const hash = store.keepReport(Buffer.from('abc'));
      expect(hash).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
      expect(store.keepReport(Buffer.from('abc'))).toBe(hash);
      expect(Buffer.from(store.report(hash) ?? []).toString()).toBe('abc');
      expect(store.report('0')).toBeUndefined();
    });

    test('lets the oldest reports make room, and always keeps the newest', () => {
      const [first, second, third] = ['1111', '2222', '3333'].map((text) =>
        store.keepReport(Buffer.from(text)),
      ) as [string, string, string];
      expect(store.report(first)).toBeUndefined();
      expect(store.report(second)).toBeDefined();
      expect(store.report(third)).toBeDefined();
      const large = store.keepReport(Buffer.from('12345678901'));
      expect(store.report(third)).toBeUndefined();
      expect(store.report(large)).toBeDefined();
    });
  });
}
