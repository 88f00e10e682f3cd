import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  embeddedIdentity,
  type EmbeddedIdentity,
  type TokenStore,
} from '../../../src/adapters/identity/embedded-identity.js';

/** What the embedded identity does, whatever it keeps its tokens in. */
export function embeddedIdentityContract(
  name: string,
  openStore: () => Promise<{ readonly store: TokenStore; remove(): Promise<void> | void }>,
): void {
  describe(`embedded identity, ${name}`, () => {
    let kept: Awaited<ReturnType<typeof openStore>>;
    let identity: EmbeddedIdentity;
    let now: string;
    beforeEach(async () => {
      now = '2026-01-01T00:00:00.000Z';
      kept = await openStore();
      identity = embeddedIdentity(kept.store, () => new Date(now));
    });
    afterEach(async () => {
      await identity.close();
      await kept.remove();
    });

    const editor = { role: 'municipal-editor', organizations: ['3525005'] } as const;

    test('a token names its caller with role and organizations', async () => {
      const { token, record } = await identity.issueToken(editor);
      expect(await identity.authenticate(token)).toEqual({
        actor: `token:${record.id}`,
        ...editor,
      });
    });

    test('a token has 256 random bits behind its prefix, and no two are the same', async () => {
      const issuing = Array.from({ length: 50 }, () => identity.issueToken(editor));
      const tokens = (await Promise.all(issuing)).map(({ token }) => token);
      for (const token of tokens) expect(token).toMatch(/^jalon_[A-Za-z0-9_-]{43}$/);
      expect(new Set(tokens).size).toBe(50);
    });

    test('a token expires after 90 days unless another life was asked for', async () => {
      const usual = await identity.issueToken(editor);
      const short = await identity.issueToken({ ...editor, validMs: 3_600_000 });
      expect(usual.record.expiresAt).toBe('2026-04-01T00:00:00.000Z');
      now = '2026-01-01T01:00:00.000Z';
      expect(await identity.authenticate(short.token)).toBeUndefined();
      expect(await identity.authenticate(usual.token)).toBeDefined();
      now = '2026-04-01T00:00:00.000Z';
      expect(await identity.authenticate(usual.token)).toBeUndefined();
    });

    test('a revoked token names nobody, and the others stay', async () => {
      const [lost, kept_] = [await identity.issueToken(editor), await identity.issueToken(editor)];
      expect(await identity.revokeToken(lost.record.id)).toBe(true);
      expect(await identity.authenticate(lost.token)).toBeUndefined();
      expect(await identity.authenticate(kept_.token)).toBeDefined();
      expect(await identity.revokeToken(lost.record.id)).toBe(false);
      expect(await identity.revokeToken('nobody')).toBe(false);
    });

    test.each([
      ['nothing', () => ''],
      ['another kind of text', () => 'Bearer abc'],
      ['an unknown token', () => `jalon_${'A'.repeat(43)}`],
      ['a token cut short', (token: string) => token.slice(0, -1)],
      ['a token with a space behind it', (token: string) => `${token} `],
      ['a token in capitals', (token: string) => token.toUpperCase()],
      ['a token of a megabyte', (token: string) => token.repeat(20_000)],
    ])('%s names nobody', async (_, spoil) => {
      const { token } = await identity.issueToken(editor);
      expect(await identity.authenticate(spoil(token))).toBeUndefined();
    });

    test('the list shows every token ever issued, oldest first, and never the token', async () => {
      const first = await identity.issueToken({ ...editor, label: 'Hamilton planning' });
      now = '2026-01-02T00:00:00.000Z';
      const second = await identity.issueToken({ role: 'administrator', organizations: [] });
      await identity.revokeToken(first.record.id);
      const list = await identity.listTokens();
      expect(list).toEqual([
        { ...first.record, label: 'Hamilton planning', revokedAt: now },
        second.record,
      ]);
      expect(JSON.stringify(list)).not.toContain(first.token.slice(6));
    });

    test('a role that is bound to organizations is not issued without one', async () => {
      const request = { role: 'municipal-editor', organizations: [] } as const;
      await expect(identity.issueToken(request)).rejects.toThrow('needs an organization');
      expect(await identity.listTokens()).toEqual([]);
    });

    test.each([
      ['an organization that is no code', { ...editor, organizations: ['City of Hamilton'] }],
      ['no life at all', { ...editor, validMs: 0 }],
      ['a hundred years', { ...editor, validMs: 100 * 365 * 86_400_000 }],
    ])('a token with %s is refused', async (_, request) => {
      await expect(identity.issueToken(request)).rejects.toThrow(RangeError);
      expect(await identity.listTokens()).toEqual([]);
    });
  });
}
