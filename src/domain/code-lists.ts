import type { CivilDate } from './civil-date.js';
import type { Label } from './text.js';

/** One entry of a code list, labelled in both languages. */
export type Code = {
  readonly code: string;
  readonly label: Label;
  /** Code of the broader entry, a category of risk factors for instance. */
  readonly parent?: string;
};

/** One version of a code list; a later version never changes an earlier one. */
export type CodeListVersion = {
  readonly version: string;
  /** First day on which decisions use this version. */
  readonly from: CivilDate;
  readonly source: string;
  readonly codes: readonly Code[];
};

/** Every version of one classification, oldest first. */
export type CodeList = { readonly scheme: string; readonly versions: readonly CodeListVersion[] };

/** The classifications the hub knows, by scheme. */
export type CodeLists = ReadonlyMap<string, CodeList>;

/** Versions published while the hub runs, by scheme, oldest first. */
export type PublishedCodeLists = ReadonlyMap<string, readonly CodeListVersion[]>;

/** The lists with what was published since; a version that is there already stays as it is. */
export function withPublished(lists: CodeLists, published: PublishedCodeLists): CodeLists {
  if (published.size === 0) return lists;
  const all = new Map(lists);
  for (const [scheme, versions] of published) {
    const earlier = lists.get(scheme)?.versions ?? [];
    const known = new Set(earlier.map(({ version }) => version));
    const later = versions.filter(({ version }) => !known.has(version));
    all.set(scheme, { scheme, versions: [...earlier, ...later] });
  }
  return all;
}

/** Version of a scheme in force on a day; undefined before the first, or for no such scheme. */
export const versionInForce = (
  lists: CodeLists,
  scheme: string,
  on: CivilDate,
): CodeListVersion | undefined =>
  lists.get(scheme)?.versions.findLast((version) => version.from <= on);

/** The entry of a code in the version in force on a day; undefined when it has none. */
export const findCode = (
  lists: CodeLists,
  scheme: string,
  code: string,
  on: CivilDate,
): Code | undefined =>
  versionInForce(lists, scheme, on)?.codes.find((entry) => entry.code === code);

/** Label of a code in the newest version that knows it, for records made under an older one. */
export function labelOfCode(lists: CodeLists, scheme: string, code: string): Label | undefined {
  const versions = lists.get(scheme)?.versions ?? [];
  for (const { codes } of versions.toReversed()) {
    const entry = codes.find((each) => each.code === code);
    if (entry !== undefined) return entry.label;
  }
  return undefined;
}

/** True of a census division, which belongs to a province as that belongs to the country. */
export function isCensusDivision(code: string, lists: CodeLists, on: CivilDate): boolean {
  const parentOf = (area: string) => findCode(lists, 'reference-areas', area, on)?.parent;
  const province = parentOf(code);
  return province !== undefined && parentOf(province) !== undefined;
}
