/** Name of the channel on which the active projector speaks to every node. */
export const channel = 'jalon_views';

/** What happened to the views, as every node hears it when it is committed. */
export type Announcement =
  /** A batch was stored. */
  | {
      readonly schema: string;
      readonly from: number;
      readonly to: number;
      readonly tags: readonly string[];
    }
  /** A schema serves the programs of a version from now on. */
  | { readonly version: string; readonly serving: string };

/** A payload is limited to 8,000 bytes. */
const payloadBytesMax = 7_000;

/** A batch in parts that fit; all but the last say that there is more. */
type Part = Announcement & { readonly more?: true };

function* groups(tags: readonly string[]): Generator<readonly string[]> {
  let group: string[] = [];
  let bytes = 0;
  for (const tag of tags) {
    const size = Buffer.byteLength(JSON.stringify(tag)) + 1;
    if (group.length > 0 && bytes + size > payloadBytesMax) {
      yield group;
      [group, bytes] = [[], 0];
    }
    group.push(tag);
    bytes += size;
  }
  yield group;
}

/** The payloads that tell it, in order. */
export function payloadsOf(announcement: Announcement): readonly string[] {
  if (!('tags' in announcement)) return [JSON.stringify(announcement)];
  const parts = [...groups(announcement.tags)].map((tags) => ({ ...announcement, tags }));
  return parts.map((part, at) =>
    JSON.stringify(at < parts.length - 1 ? { ...part, more: true } : part),
  );
}

/**
 * Puts announcements together from payloads as they arrive.
 * @returns a function that gives an announcement when its last payload is handed to it
 */
export function announcementReader(): (payload: string) => Announcement | undefined {
  let earlier: string[] = [];
  return (payload) => {
    const { more, ...announcement } = JSON.parse(payload) as Part;
    if (!('tags' in announcement)) return announcement;
    const tags = [...earlier, ...announcement.tags];
    earlier = more ? tags : [];
    return more ? undefined : { ...announcement, tags };
  };
}
