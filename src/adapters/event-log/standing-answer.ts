import type { AppendResult } from '../../domain/event-log.js';
import type { AppendRequest } from './append-request.js';

/** Where an event of the stream stands, if there is one at that revision. */
export type FindEvent = (
  revision: number,
) => { readonly id: string; readonly position: number } | undefined;

/**
 * What an append gets when nothing is to be written: a success when these very events follow
 * the expected revision already, otherwise a conflict.
 * @returns undefined when the stream stands where the caller saw it and the events are new
 */
export function standingAnswer(
  { expectedRevision, events }: AppendRequest,
  actualRevision: number,
  find: FindEvent,
): AppendResult | undefined {
  if (actualRevision === expectedRevision) return undefined;
  let position = 0;
  for (const [at, { id }] of events.entries()) {
    const found = find(expectedRevision + 1 + at);
    if (found?.id !== id) return { outcome: 'conflict', actualRevision };
    position = found.position;
  }
  const revision = expectedRevision + events.length;
  return { outcome: 'appended', revision, position, replayed: true };
}
