import { readFileSync, globSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { refusalCodes, type RefusalCode } from '../../src/domain/refusal-codes.js';
import { languages, type Language } from '../../src/domain/text.js';
import { messageOf, refusals } from '../../src/graphql/refusals.js';

/** Names a sentence fills in, and the sentence with each name in place of its value. */
function read(code: RefusalCode, language: Language) {
  const names = new Set<string>();
  const params = new Proxy<Record<string, string>>(
    {},
    {
      get(_, name) {
        names.add(String(name));
        return `<${String(name)}>`;
      },
    },
  );
  return { sentence: refusals[code][language](params), names: [...names].toSorted() };
}

/** What each direct call of `refuse` in the domain says its sentence may name. */
function refusalsOfTheDomain(): readonly { readonly code: string; readonly names: string[] }[] {
  const found: { code: string; names: string[] }[] = [];
  for (const file of globSync('src/domain/**/*.ts')) {
    const visit = (node: ts.Node): void => {
      ts.forEachChild(node, visit);
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'refuse') return;
      const [code, , params] = node.arguments;
      if (code === undefined || !ts.isStringLiteral(code)) return;
      const properties = params && ts.isObjectLiteralExpression(params) ? params.properties : [];
      found.push({ code: code.text, names: properties.map(({ name }) => name?.getText() ?? '') });
    };
    visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  }
  return found;
}

describe('every reason for a refusal', () => {
  it.each(refusalCodes)('%s is told in English and in French', (code) => {
    const { sentence: en, names } = read(code, 'en');
    const { sentence: fr, names: frenchNames } = read(code, 'fr');
    expect(en).toMatch(/^[A-Z“<].{15,}\.$/);
    expect(fr).toMatch(/^[A-ZÉÀ«<].{15,}\.$/);
    expect(en).not.toBe(fr);
    expect(frenchNames).toEqual(names);
  });

  it('names only what the domain says of it', () => {
    const calls = refusalsOfTheDomain();
    expect(calls.length).toBeGreaterThan(60);
    for (const { code, names } of calls)
      for (const language of languages)
        expect({ code, names }).toEqual({
          code,
          names: expect.arrayContaining(read(code as RefusalCode, language).names),
        });
  });
});

describe('a refusal', () => {
  it('repeats no more than 100 characters of what was typed', () => {
    const params = { indicator: 'x'.repeat(1_000_000) };
    const message = messageOf({ code: 'indicator-unknown', params }, 'en');
    expect(message).toContain(`“${'x'.repeat(99)}…”`);
    expect(message.length).toBeLessThan(200);
  });

  it('keeps the no-break spaces of French', () => {
    const params = { code: 'Étoile' };
    expect(messageOf({ code: 'code-invalid', params }, 'fr')).toContain('«\u00a0Étoile\u00a0»');
    expect(messageOf({ code: 'denominator-zero' }, 'fr')).toContain('est 0\u00a0: il');
  });
});

describe('a refusal speaks of what codes stand for, not of the codes', () => {
  it.each([
    ['period-kind-mismatch', { expected: 'QUARTER', actual: 'YEAR' }, 'un trimestre', 'a year'],
    ['status-not-recordable', { status: 'WITHDRAWN' }, 'retiré', 'withdrawn'],
    ['role-already-revoked', { role: 'regional-adviser' }, 'conseil régional', 'regional adviser'],
    ['submission-incomplete', { count: '1' }, 'sans objet', 'not applicable'],
  ] as const)('%s', (code, params, fr, en) => {
    const said = { fr: refusals[code].fr(params), en: refusals[code].en(params) };
    expect(said).toEqual({ fr: expect.stringContaining(fr), en: expect.stringContaining(en) });
    expect(Object.values(said).join(' ')).not.toMatch(/[A-Z]{2,}|regional-adviser/);
  });
});
