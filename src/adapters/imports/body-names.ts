import type { Label } from '../../domain/text.js';
import { nearest } from '../nearest.js';
import type { Bilingual } from './import-error.js';

/** An organization as the register names it. */
export type NamedOrganization = {
  readonly code: string;
  readonly kind: string;
  readonly name: Label;
  readonly legalName?: Label | undefined;
};

/** The code of a name, or why there is none. */
export type NamedCode =
  | { readonly code: string }
  | {
      readonly refused: 'name-unknown' | 'name-ambiguous';
      readonly suggestion: Bilingual | undefined;
    };

/** Finds the body that a name means. */
export type BodyNames = (name: string) => NamedCode;

// Names differ in files by capitals, spaces, apostrophes and hyphens; nothing else is forgiven.
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/[‐‑–]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();

const shown = ({ code, name, legalName }: NamedOrganization): string =>
  `${code} (${legalName?.en ?? name.en ?? legalName?.fr ?? name.fr})`;

/** A town and its county may share a name; then only the full legal name tells them apart. */
export function bodyNames(organizations: Iterable<NamedOrganization>): BodyNames {
  const byName = new Map<string, Map<string, NamedOrganization>>();
  for (const organization of organizations) {
    const { kind, name, legalName, code } = organization;
    if (kind !== 'MUNICIPALITY' && kind !== 'FIRST_NATION') continue;
    for (const each of [name.en, name.fr, legalName?.en, legalName?.fr]) {
      if (each === undefined) continue;
      const found = byName.get(plain(each)) ?? new Map<string, NamedOrganization>();
      byName.set(plain(each), found.set(code, organization));
    }
  }
  return (name) => {
    const [first, ...others] = byName.get(plain(name))?.values() ?? [];
    if (first !== undefined && others.length === 0) return { code: first.code };
    if (first === undefined) {
      const meant = nearest(plain(name), byName.keys());
      const [likely] = byName.get(meant ?? '')?.values() ?? [];
      const suggestion = likely && {
        en: `Did you mean ${shown(likely)}?`,
        fr: `Vouliez-vous dire ${shown(likely)} ?`,
      };
      return { refused: 'name-unknown', suggestion };
    }
    const candidates = [first, ...others].map(shown).join(', ');
    return {
      refused: 'name-ambiguous',
      suggestion: {
        en: `Use a column of codes: ${candidates}.`,
        fr: `Utilisez une colonne de codes : ${candidates}.`,
      },
    };
  };
}
