import { projections } from '../../../projections/projections.js';
import type { LogReader } from '../../event-log/log-reader.js';
import { openFeed, type LogFeed } from './log-feed.js';
import type { FromProjector } from './projector-messages.js';
import { isUsable } from './views-file.js';
import { servingFile } from './views-folder.js';

/** The serving file being fed, whichever it is. */
export type LiveFeed = Disposable & {
  file(): string;
  position(): number;
  /**
   * Does one batch of work.
   * @returns what to announce; "working" when there is nothing to say yet, "idle" when there
   *   was nothing to do
   */
  step(): FromProjector | 'working' | 'idle';
};

/**
 * Feeds a views file and follows the folder's pointer to another one. The two are brought to
 * one position first: readers see neither the position go back nor a change unannounced.
 */
export function liveFeed(directory: string, file: string, reader: LogReader): LiveFeed {
  let current = openFeed(file, reader, projections);
  let next: LogFeed | undefined;
  let lastNamed = file;

  const followPointer = (): void => {
    const named = servingFile(directory) ?? lastNamed;
    if (named === lastNamed) return;
    lastNamed = named;
    next?.[Symbol.dispose]();
    // A newer program may have built it: this one goes on with what it understands.
    next = isUsable(named) ? openFeed(named, reader, projections) : undefined;
  };
  const feedCurrent = (upTo?: number): FromProjector | 'idle' => {
    const tags = current.feed(upTo);
    return tags ? { kind: 'progress', position: current.position(), tags } : 'idle';
  };
  const changeOver = (to: LogFeed): FromProjector => {
    current[Symbol.dispose]();
    current = to;
    next = undefined;
    return { kind: 'serving', file: to.file, position: to.position() };
  };
  return {
    file: () => current.file,
    position: () => current.position(),
    step() {
      followPointer();
      if (next === undefined) return feedCurrent();
      const ahead = next.position() - current.position();
      if (ahead > 0) return feedCurrent(next.position());
      if (ahead === 0) return changeOver(next);
      next.feed(current.position());
      return 'working';
    },
    [Symbol.dispose]() {
      next?.[Symbol.dispose]();
      current[Symbol.dispose]();
    },
  };
}
