/** Where tags were last touched. */
export type TagVersions = {
  /** Position of the last batch that touched a tag; 0 when none did. */
  of(tag: string): number;
  touch(tags: readonly string[], position: number): void;
  touchAll(position: number): void;
};

/** More tags than this are forgotten together, which only makes caches ask once more. */
const maxTags = 200_000;

/** Remembers no tag as touched. */
export function tagVersions(): TagVersions {
  const versions = new Map<string, number>();
  let floor = 0;
  const touchAll = (position: number): void => {
    versions.clear();
    floor = position;
  };
  return {
    of: (tag) => versions.get(tag) ?? floor,
    touch(tags, position) {
      for (const tag of tags) versions.set(tag, position);
      if (versions.size > maxTags) touchAll(position);
    },
    touchAll,
  };
}
