import type { CivilDate } from '../civil-date.js';

/** How an organization ended, if it did. */
export type Ending = {
  readonly endedOn?: CivilDate | undefined;
  readonly successor?: string | undefined;
};

/**
 * Code of the one who speaks on a day for an organization: itself or, once it ended, whoever
 * took its place in the end. It is what `speakersFor` reads from streams, told from a register.
 */
export function speakerOn(
  code: string,
  on: CivilDate,
  find: (code: string) => Ending | undefined,
): string {
  const passed = new Set([code]);
  let speaker = code;
  for (;;) {
    const { endedOn, successor } = find(speaker) ?? {};
    if (endedOn === undefined || endedOn > on || successor === undefined) return speaker;
    // Two organizations may be recorded as the successors of each other.
    if (passed.has(successor)) return speaker;
    passed.add(successor);
    speaker = successor;
  }
}
